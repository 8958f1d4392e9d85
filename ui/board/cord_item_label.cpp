// CordItem: the words on it.

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/board/board_node.h"
#include "ui/board/card_geometry.h"
#include "ui/board/cord_item.h"

namespace ui {

using model::EdgeKind;

namespace {

constexpr qreal kLongFall = 260; // of a cord, past more than its own two cards
constexpr qreal kLabelMargin = 8;
constexpr qreal kLeastLabel = 60; // less would say nothing
constexpr qreal kStep = 48; // of the room that is looked for: what is carried changes all the time
constexpr std::array kAlong {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};
constexpr int kSides = 3;

}

// Below a cord that runs across; on one that runs down, as a name stands on a river in a map.
bool CordItem::isSteep() const
{
    const QPointF along = m_curve[2] + m_curve[3] - m_curve[0] - m_curve[1]; // of the tangent in the middle
    return std::abs(along.y()) > 0.58 * std::abs(along.x());
}

QStringList CordItem::wordings() const
{
    switch (m_edge.kind) {
    case EdgeKind::Waiting:
        return {tr("connected, waiting in the accept queue"), tr("waits for accept()")};
    case EdgeKind::Queued:
        return {tr("waits for accept()")}; // several stand close together
    case EdgeKind::AcceptedFrom:
        if (isSteep() && std::abs(m_curve[3].y() - m_curve[0].y()) > kLongFall) {
            return {}; // it passes other cards, and would seem to be of theirs
        }
        if (const auto* listener = m_workbench.graph().find(m_edge.from)) {
            return {tr("accepted from fd %1").arg(listener->fd)};
        }
        return {};
    default:
        return m_carried.isEmpty() ? QStringList() : QStringList {m_carried};
    }
}

// On a cord that runs across: between the two cards, not under them.
QStringList CordItem::fittingWordings(const QFontMetricsF& metrics) const
{
    QStringList all = wordings();
    if (isSteep()) {
        return all;
    }
    const qreal room = std::abs(m_curve[3].x() - m_curve[0].x()) - 2 * kLabelMargin;
    if (room < kLeastLabel) {
        return {};
    }
    while (all.size() > 1 && metrics.horizontalAdvance(all.front()) > room) {
        all.removeFirst();
    }
    for (QString& words : all) {
        words = metrics.elidedText(words, Qt::ElideRight, room);
    }
    return all;
}

QFont CordItem::labelFont() const
{
    const CardFonts fonts = CardFonts::from(QApplication::font(), m_workbench.monospace());
    return m_edge.kind == EdgeKind::AcceptedFrom ? fonts.words : fonts.code;
}

QRectF CordItem::boxAt(const Spot& spot, const QSizeF& size) const
{
    QRectF box(QPointF(), size);
    const QPointF point = pointAt(spot.along);
    if (isSteep()) { // on it, right of it, left of it
        constexpr std::array<qreal, kSides> kAside {0, 0.5, -0.5};
        const qreal aside = kAside[static_cast<std::size_t>(spot.side)];
        box.moveCenter(point + QPointF(aside * (size.width() + 2 * kLabelMargin), 0));
    } else { // below it, above it, on it
        constexpr std::array<qreal, kSides> kBelow {0.9, -0.9, 0};
        box.moveCenter(point + QPointF(0, size.height() * kBelow[static_cast<std::size_t>(spot.side)]));
    }
    return box;
}

// Kept: a scene asks each of its cords for its bounds at each frame.
void CordItem::layOutLabel()
{
    m_label.clear();
    m_labelRect = {};
    if (!m_labelFits || !hasWords()) {
        return;
    }
    const QFontMetricsF metrics(labelFont());
    const QStringList all = fittingWordings(metrics);
    m_label = all.value(std::min<qsizetype>(m_spot.wording, all.size() - 1));
    if (!m_label.isEmpty()) {
        m_labelRect = boxAt(m_spot, {metrics.horizontalAdvance(m_label) + kLabelMargin, metrics.height()});
    }
}

QRectF CordItem::labelReach() const
{
    const qreal most = std::max(kLongFall, m_labelRect.width() + kStep) + 2 * kLabelMargin;
    return m_cordRect.adjusted(-most, -most, most, most);
}

void CordItem::placeLabel(const std::function<bool(const QRectF&)>& isFree)
{
    prepareGeometryChange();
    const QFontMetricsF metrics(labelFont());
    const QStringList all = fittingWordings(metrics);
    const auto find = [&] {
        for (int wording = 0; wording < all.size(); ++wording) {
            const qreal width = metrics.horizontalAdvance(all[wording]) + kLabelMargin;
            m_labelRoom = m_carried.isEmpty() ? width : std::ceil(width / kStep) * kStep;
            for (const qreal along : kAlong) {
                for (int side = 0; side < kSides; ++side) {
                    m_spot = {along, side, wording};
                    if (isFree(boxAt(m_spot, {m_labelRoom, metrics.height()}))) {
                        return true;
                    }
                }
            }
        }
        m_spot = {};
        return false;
    };
    m_labelFits = find() || !m_carried.isEmpty();
    layOutLabel();
    update(m_labelRect);
}

void CordItem::paintLabel(QPainter& painter) const
{
    if (m_label.isEmpty()) {
        return;
    }
    const Theme& theme = m_workbench.theme();
    painter.setFont(labelFont());
    QColor paper = theme.window;
    paper.setAlpha(235); // neither grid nor cord may run through the words
    painter.fillRect(m_labelRect, paper);
    const bool waits = m_edge.kind == EdgeKind::Waiting || m_edge.kind == EdgeKind::Queued;
    painter.setPen(waits ? theme.waiting : theme.dim);
    painter.drawText(m_labelRect, Qt::AlignCenter, m_label);
}

}
