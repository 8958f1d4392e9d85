// How a SocketCard is drawn. What stands where is card_geometry's.

#include "ui/board/socket_card.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionGraphicsItem>
#include <algorithm>

#include "netcore/base/clock.h"
#include "ui/inspector/kernel/kernel_facts.h"
#include "ui/state_tone.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qreal kRadius = 9;

}

void SocketCard::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* /*widget*/)
{
    if (option->levelOfDetailFromTransform(painter->worldTransform()) < kFar) {
        paintFar(*painter);
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter);
    paintBody(*painter);
    paintHeader(*painter);
    paintMeters(*painter);
    paintBands(*painter);
    paintCountdown(*painter);
    paintChips(*painter);
    paintPlug(*painter);
}

// What is faded is pale, not a window: no cord behind it shows through its words.
void SocketCard::paintGround(QPainter& painter) const
{
    const qreal faded = painter.opacity();
    if (faded < 1) {
        painter.setOpacity(std::min(1.0, 2 * faded)); // it comes and goes without a jump
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_workbench.theme().window);
        painter.drawRoundedRect(cardRect(), kRadius, kRadius);
        painter.setOpacity(faded);
    }
}

// From far away: whose it is and how it does.
void SocketCard::paintFar(QPainter& painter) const
{
    const Theme& theme = m_workbench.theme();
    const model::SocketNode* node = m_workbench.graph().find(m_socket);
    const QRectF rect = cardRect();
    painter.fillRect(rect, m_chosen || isSelected() ? theme.accent : theme.line);
    painter.fillRect(rect.adjusted(3, 3, -3, -3), theme.panel);
    if (node == nullptr) {
        return;
    }
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 16), theme.ofDomain(node->domain));
    const QRectF state(rect.left() + 16, rect.top() + 34, rect.width() - 32, rect.height() - 50);
    painter.fillRect(state, node->blocked.empty() ? toneOf(theme, *node).soft : theme.waiting);
}

void SocketCard::paintRing(QPainter& painter, const QRectF& rect) const
{
    const Theme& theme = m_workbench.theme();
    const bool fits = m_aim == Aim::Fits || m_dropsHere;
    const bool refused = m_aim == Aim::FitsNot && m_aimedAt;
    if (!m_chosen && !isSelected() && !fits && !refused) {
        return;
    }
    painter.setBrush(Qt::NoBrush);
    if (fits && (m_aimedAt || m_dropsHere)) {
        painter.setBrush(theme.doneSoft);
    }
    const QColor colour = fits ? theme.done : refused ? theme.error : theme.accent;
    painter.setPen(QPen(colour, m_aimedAt ? 3 : 2, refused ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), kRadius + 3, kRadius + 3);
}

void SocketCard::paintPlug(QPainter& painter) const
{
    if (!showsPlug()) {
        return;
    }
    const Theme& theme = m_workbench.theme();
    const model::SocketNode* node = m_workbench.graph().find(m_socket);
    const QColor colour = theme.ofDomain(node != nullptr ? node->domain : 0);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(m_hovered.part == Part::Plug ? colour : theme.panel);
    painter.drawEllipse(plugRect().adjusted(1, 1, -1, -1));
}

void SocketCard::paintBody(QPainter& painter) const
{
    const Theme& theme = m_workbench.theme();
    const model::SocketNode* node = m_workbench.graph().find(m_socket);
    const QRectF rect = cardRect().adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.shadow);
    painter.drawRoundedRect(rect.translated(0, 2), kRadius, kRadius);
    paintRing(painter, rect);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(rect, kRadius, kRadius);
    // The edge in the domain's colour follows the rounded corners.
    QPainterPath outline;
    outline.addRoundedRect(rect, kRadius, kRadius);
    QPainterPath edge;
    edge.addRect(QRectF(rect.left(), rect.top(), rect.width(), 3));
    painter.fillPath(outline.intersected(edge), theme.ofDomain(node != nullptr ? node->domain : 0));
}

void SocketCard::paintHeader(QPainter& painter) const
{
    const Theme& theme = m_workbench.theme();
    painter.setPen(theme.text);
    painter.setFont(m_fonts.title);
    painter.drawText(m_geometry.title, Qt::AlignLeft | Qt::AlignVCenter, m_geometry.titleText);
    painter.setFont(m_fonts.words);
    painter.setPen(theme.dim);
    const QString kind = QFontMetricsF(m_fonts.words)
                             .elidedText(m_geometry.kindText, Qt::ElideRight, m_geometry.kind.width());
    painter.drawText(m_geometry.kind, Qt::AlignLeft | Qt::AlignVCenter, kind);
    if (const model::SocketNode* node = m_workbench.graph().find(m_socket)) {
        const Tone tone = toneOf(theme, *node);
        const QRectF badge = m_geometry.badge.adjusted(0, 1, 0, -1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tone.soft);
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
        QFont font = m_fonts.words;
        font.setWeight(QFont::DemiBold);
        font.setPointSizeF(font.pointSizeF() * 0.93);
        painter.setFont(font);
        painter.setPen(tone.text);
        painter.drawText(badge, Qt::AlignCenter, m_geometry.badgeText);
    }
    painter.setFont(m_fonts.code);
    painter.setPen(theme.text);
    painter.drawText(m_geometry.address, Qt::AlignLeft | Qt::AlignVCenter, m_geometry.addressText);
    if (!m_geometry.mode.isNull()) {
        painter.setFont(m_fonts.words);
        painter.setPen(QPen(theme.line, 1));
        painter.setBrush(theme.field);
        painter.drawRoundedRect(m_geometry.mode.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(theme.dim);
        painter.drawText(m_geometry.mode, Qt::AlignCenter, m_geometry.modeText);
        painter.setFont(m_fonts.code);
    }
    if (!m_geometry.note.isNull()) {
        painter.setFont(m_fonts.words);
        painter.setPen(theme.dim);
        painter.drawText(m_geometry.note, Qt::AlignLeft | Qt::AlignVCenter, m_geometry.noteText);
    }
    if (!m_geometry.warning.isNull()) {
        painter.setFont(m_fonts.words);
        painter.setPen(theme.error);
        painter.drawText(m_geometry.warning, Qt::AlignLeft | Qt::AlignVCenter,
            QStringLiteral("⚠ ") + m_geometry.warningText);
        painter.setFont(m_fonts.code);
    }
    if (!m_geometry.dismiss.isNull()) {
        painter.setPen(m_hovered.part == Part::Dismiss ? theme.text : theme.dim);
        painter.drawText(m_geometry.dismiss, Qt::AlignCenter, QStringLiteral("×"));
    }
}

void SocketCard::paintMeters(QPainter& painter) const
{
    const Theme& theme = m_workbench.theme();
    const model::SocketNode* node = m_workbench.graph().find(m_socket);
    const QFontMetricsF metrics(m_fonts.words);
    qreal left = 0;
    qreal right = 0;
    for (const CardMeter& meter : m_geometry.meters) {
        left = std::max(left, metrics.horizontalAdvance(meter.label));
        right = std::max(right, metrics.horizontalAdvance(meter.value));
    }
    for (std::size_t i = 0; i < m_geometry.meters.size(); ++i) {
        const CardMeter& meter = m_geometry.meters[i];
        const qreal share = i < m_shares.size() ? m_shares[i] : meter.share;
        painter.setFont(m_fonts.words);
        painter.setPen(theme.dim);
        painter.drawText(meter.rect, Qt::AlignLeft | Qt::AlignVCenter, meter.label);
        painter.setPen(meter.loses ? theme.error : theme.dim);
        painter.drawText(meter.rect, Qt::AlignRight | Qt::AlignVCenter, meter.value);
        QRectF bar = meter.rect.adjusted(left + 8, 0, -right - 8, 0);
        bar.setTop(bar.center().y() - 2.5);
        bar.setHeight(5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.field);
        painter.drawRoundedRect(bar, 2.5, 2.5);
        if (share > 0) {
            bar.setWidth(std::max(5.0, bar.width() * share));
            painter.setBrush(theme.ofDomain(node != nullptr ? node->domain : 0));
            painter.drawRoundedRect(bar, 2.5, 2.5);
        }
    }
}

void SocketCard::paintBands(QPainter& painter) const
{
    const Theme& theme = m_workbench.theme();
    const std::uint64_t now = monotonicNow();
    for (std::size_t i = 0; i < m_geometry.bands.size(); ++i) {
        const CardBand& band = m_geometry.bands[i];
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.waitingSoft);
        painter.drawRoundedRect(band.rect, 4, 4);
        painter.setFont(m_fonts.code);
        painter.setPen(theme.waiting);
        painter.drawText(band.rect.adjusted(9, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, band.label);
        const qreal seconds = static_cast<qreal>(now - std::min(now, band.since)) / 1e9;
        painter.setFont(m_fonts.words);
        painter.drawText(band.rect.adjusted(0, 0, -band.cancel.width() - 2, 0),
            Qt::AlignRight | Qt::AlignVCenter, QLocale::c().toString(seconds, 'f', 1) + QStringLiteral(" s"));
        const bool hovered = m_hovered == Hit {Part::Cancel, i};
        painter.setPen(QPen(hovered ? theme.error : theme.waiting, 1.6));
        const QPointF centre = band.cancel.center();
        constexpr qreal kArm = 3.5;
        painter.drawLine(centre + QPointF(-kArm, -kArm), centre + QPointF(kArm, kArm));
        painter.drawLine(centre + QPointF(-kArm, kArm), centre + QPointF(kArm, -kArm));
    }
}

// The connection lives on in the kernel: how long still.
void SocketCard::paintCountdown(QPainter& painter) const
{
    if (m_geometry.countdown.isNull()) {
        return;
    }
    const Theme& theme = m_workbench.theme();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.waitingSoft);
    painter.drawRoundedRect(m_geometry.countdown, 4, 4);
    painter.setFont(m_fonts.words);
    painter.setPen(theme.waiting);
    const QRectF text = m_geometry.countdown.adjusted(9, 0, -9, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, tr("the kernel still has it"));
    painter.drawText(
        text, Qt::AlignRight | Qt::AlignVCenter, words::countdown(m_geometry.countdownEnds, monotonicNow()));
}

void SocketCard::paintChips(QPainter& painter) const
{
    const Theme& theme = m_workbench.theme();
    painter.setFont(m_fonts.code);
    for (std::size_t i = 0; i < m_geometry.chips.size(); ++i) {
        const CardChip& chip = m_geometry.chips[i];
        const Hit self {Part::Chip, i};
        const bool hovered = m_hovered == self;
        painter.setPen(QPen(chip.primary || hovered ? theme.accent : theme.line, 1));
        painter.setBrush(m_pressed == self ? theme.field : chip.primary ? theme.accentSoft : theme.panel);
        painter.drawRoundedRect(chip.rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        painter.setPen(chip.primary ? theme.accent : theme.text);
        painter.drawText(chip.rect, Qt::AlignCenter, chipText(chip.call));
    }
}

}
