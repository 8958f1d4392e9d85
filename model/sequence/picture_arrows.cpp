// PictureMaker: what went from one life line to another.

#include <algorithm>
#include <cmath>

#include "model/sequence/picture_maker.h"

namespace model {

using namespace netcore;
using Weight = PictureLabels::Weight;

namespace {

constexpr double kFromLine = 5; // px between an arrow and the middle of a life line
constexpr double kAboveLine = 4; // of a label, px
constexpr double kHead = 9; // px, its length
constexpr double kLostShare = 0.6; // of its way, where it ends

}

std::array<QPointF, 3> arrowHead(const PictureLine& line)
{
    const QPointF way = line.to - line.from;
    const double length = std::max(1.0, std::hypot(way.x(), way.y()));
    const QPointF along = way / length * kHead;
    const QPointF across(-along.y() * 0.4, along.x() * 0.4);
    return {line.to, line.to - along + across, line.to - along - across};
}

void PictureMaker::drawArrows()
{
    for (const SequenceArrow& arrow : m_scene.arrows) {
        if (arrow.from != arrow.to) {
            drawArrow(arrow);
        }
    }
}

void PictureMaker::drawArrow(const SequenceArrow& arrow)
{
    const double side = x(arrow.from) < x(arrow.to) ? 1 : -1;
    const QPointF from(x(arrow.from) + side * kFromLine, y(arrow.fromY));
    QPointF to(x(arrow.to) - side * (kFromLine + 1), y(arrow.toY));
    PictureLine line {from, to, inkOf(arrow.from), 1.6, Stroke::Solid, true};
    if (arrow.kind == ArrowKind::Opened) {
        line.ink = Ink::Dim;
        line.width = 1.2;
        line.stroke = Stroke::Dashed;
    }
    if (arrow.kind == ArrowKind::Message) {
        line.stroke = Stroke::Dotted;
    }
    if (arrow.kind == ArrowKind::Lost) {
        to = from + (to - from) * kLostShare;
        line.to = to;
        line.ink = Ink::Error;
        line.stroke = Stroke::Dotted;
        line.pointed = false;
        drawCross(to, 5);
        m_labels.block(QRectF(to - QPointF(6, 6), QSizeF(12, 12)));
        const double beyond = to.x() + side * 9;
        m_labels.add(Weight::Error, Ink::Error, {{m_words.lost(), beyond, baseline(to.y()), side < 0}});
    }
    m_picture.arrows.push_back(line);
    m_labels.block(from, to);
    labelArrow(arrow, from, to);
}

QString PictureMaker::arrowText(const SequenceArrow& arrow, bool shortly) const
{
    const auto row = arrow.kind == ArrowKind::Opened ? arrow.received : arrow.sent;
    if (!row) {
        return {};
    }
    const double room = std::abs(x(arrow.to) - x(arrow.from)) / m_style.advance - 14;
    const CallLabel label = callLabel(m_store, *row, m_style.payload, std::max(4, static_cast<int>(room)));
    switch (arrow.kind) {
    case ArrowKind::Connect:
        return shortly || label.object.isEmpty() ? label.name
                                                 : label.name + QStringLiteral(" → ") + label.object;
    case ArrowKind::Opened:
        return label.withResult();
    case ArrowKind::Data:
    case ArrowKind::Message:
    case ArrowKind::Lost:
        break;
    }
    const QString size = m_words.bytes(m_store.event(*row).dataSize);
    return (shortly || label.object.isEmpty() ? label.name : label.name + u' ' + label.object)
        + QStringLiteral(" · ") + size;
}

// Above its line, in the middle of it. Of a send() that came in parts the first tells it, the others how
// much they are.
void PictureMaker::labelArrow(const SequenceArrow& arrow, QPointF from, QPointF to)
{
    const auto row = arrow.kind == ArrowKind::Opened ? arrow.received : arrow.sent;
    if (!row) {
        return;
    }
    const bool first = m_labelled.try_emplace(*row, arrow.kind == ArrowKind::Opened).second;
    QStringList texts {m_words.bytes(arrow.units)};
    if (first) {
        texts = {arrowText(arrow, false), arrowText(arrow, true)};
    }
    std::vector<PictureLabels::Wish> wishes;
    std::vector<PictureLabels::Wish> below;
    for (const QString& text : texts) {
        const double width = m_labels.widthOf(text);
        const double length = std::abs(to.x() - from.x());
        if (width > length - 2 * m_style.advance) {
            continue;
        }
        for (const double share : {0.5, 0.35, 0.65}) {
            const double middle = from.x() + (to.x() - from.x()) * share;
            const auto heightAt = [&](double at) {
                return from.y() + (to.y() - from.y()) * (at - from.x()) / (to.x() - from.x());
            };
            const double a = heightAt(middle - width / 2);
            const double b = heightAt(middle + width / 2);
            wishes.push_back({text, middle - width / 2, std::min(a, b) - kAboveLine});
            below.push_back({text, middle - width / 2, std::max(a, b) + m_style.ascent + 2});
        }
    }
    wishes.insert(wishes.end(), below.begin(), below.end());
    if (first && arrow.kind != ArrowKind::Opened) {
        const auto more = beside(arrow.from, y(arrow.fromY), texts);
        wishes.insert(wishes.end(), more.begin(), more.end());
    }
    m_labels.add(Weight::Arrow, arrow.kind == ArrowKind::Opened ? Ink::Dim : Ink::Text, std::move(wishes));
}

}
