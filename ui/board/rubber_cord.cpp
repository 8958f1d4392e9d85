#include "ui/board/rubber_cord.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include "ui/board/card_geometry.h"

namespace ui {

namespace {

constexpr qreal kWidestLabel = 420;

}

RubberCord::RubberCord(Workbench& workbench) : m_workbench(workbench)
{
    setZValue(5);
    setAcceptedMouseButtons(Qt::NoButton);
    setVisible(false);
}

void RubberCord::stretch(
    const QPointF& from, const QPointF& to, Tone tone, const QString& words, const QRectF& room)
{
    prepareGeometryChange();
    m_from = from;
    m_to = to;
    m_tone = tone;
    m_words = words;
    m_room = room;
    update();
}

QRectF RubberCord::labelRect() const
{
    if (m_words.isEmpty()) {
        return {};
    }
    const QFontMetricsF metrics(CardFonts::from(QApplication::font(), m_workbench.monospace()).words);
    const QRectF room(0, 0, kWidestLabel, 400);
    QRectF box = metrics.boundingRect(room, Qt::TextWordWrap, m_words).adjusted(-9, -6, 9, 6);
    box.moveTopLeft(m_to + QPointF(16, 18));
    if (box.right() > m_room.right()) {
        box.moveRight(std::max(m_to.x() - 12, m_room.left() + box.width()));
    }
    if (box.bottom() > m_room.bottom()) {
        box.moveBottom(m_to.y() - 14);
    }
    return box;
}

QRectF RubberCord::boundingRect() const
{
    return QRectF(m_from, m_to).normalized().adjusted(-60, -60, 60, 60) | labelRect().adjusted(-2, -2, 2, 2);
}

void RubberCord::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    const Theme& theme = m_workbench.theme();
    const QColor colour = m_tone == Tone::Fits ? theme.done
        : m_tone == Tone::FitsNot              ? theme.error
                                               : theme.accent;
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath path(m_from);
    const qreal reach = std::clamp(std::abs(m_to.x() - m_from.x()) / 2, 10.0, 120.0);
    const QPointF ahead(m_to.x() < m_from.x() ? -reach : reach, 0);
    path.cubicTo(m_from + ahead, m_to - ahead, m_to);
    QPen pen(colour, 2.4, m_tone == Tone::FitsNot ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
    painter->setBrush(colour);
    painter->drawEllipse(m_to, 4.5, 4.5);
    if (m_words.isEmpty()) {
        return;
    }
    const QRectF box = labelRect();
    painter->setPen(QPen(colour, 1));
    painter->setBrush(theme.panel);
    painter->drawRoundedRect(box, 6, 6);
    painter->setFont(CardFonts::from(QApplication::font(), m_workbench.monospace()).words);
    painter->setPen(theme.text);
    painter->drawText(box.adjusted(9, 6, -9, -6), Qt::TextWordWrap, m_words);
}

}
