// StepList: how its entries look.

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <algorithm>

#include "ui/scenario/step_list.h"

namespace ui {

void StepList::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), m_workbench.theme().panel);
    const auto after = std::ranges::upper_bound(m_tops, verticalScrollBar()->value() - m_below);
    const auto first = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - m_tops.begin() - 1, 0));
    for (std::size_t i = first; i < m_entries.size() && topOf(i) < viewport()->height(); ++i) {
        paintEntry(painter, i);
    }
}

void StepList::paintEntry(QPainter& painter, std::size_t index)
{
    const Theme& theme = m_workbench.theme();
    const Entry& entry = m_entries[index];
    const bool now = index == current();
    const int top = topOf(index);
    const int height = heightOf(index);
    if (now) {
        const QColor back = m_failed ? theme.errorSoft : theme.accentSoft;
        painter.fillRect(QRect(0, top, viewport()->width(), height + m_below), back);
    }
    if (hasFocus() && m_at == index) {
        painter.setPen(theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            QRectF(1.5, top + 1.5, viewport()->width() - 3, wholeHeightOf(index) - 3), 4, 4);
    }
    const double side = QFontMetricsF(codeFont()).height() + 4;
    paintSign(painter, QRectF(kMargin, top + (lineHeight() + kRowSpace - side) / 2, side, side), index);
    painter.setFont(entry.isQuestion ? font() : codeFont());
    painter.setPen(index > current() ? theme.dim : theme.text);
    int y = top + kRowSpace / 2;
    for (const QString& line : linesOf(shownText(index), entry.isQuestion)) {
        painter.drawText(QRect(kIndent, y, viewport()->width() - kIndent, lineHeight()),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line);
        y += lineHeight();
    }
    if (!now) {
        return;
    }
    painter.setFont(font());
    painter.setPen(entry.isQuestion ? theme.text : theme.dim);
    painter.drawText(QRect(kIndent, top + height - 3, textWidth(), m_below), Qt::TextWordWrap | Qt::AlignTop,
        belowText(index));
    if (folds()) {
        painter.setPen(theme.accent);
        painter.drawText(foldPlace(), Qt::AlignVCenter | Qt::AlignLeft, tr("Show what comes"));
    }
}

// A tick, the number of the step that is next, or of one to come; a cross where it was not as expected.
void StepList::paintSign(QPainter& painter, const QRectF& place, std::size_t index)
{
    const Theme& theme = m_workbench.theme();
    const bool done = index < current();
    const bool now = index == current();
    painter.setPen(Qt::NoPen);
    painter.setBrush(done ? theme.doneSoft : now ? (m_failed ? theme.error : theme.accent) : theme.field);
    painter.drawEllipse(place);
    if (done || (now && m_failed)) {
        const QPointF middle = place.center();
        const double unit = place.width() / 8;
        QPainterPath sign;
        if (done) {
            sign.moveTo(middle + QPointF(-1.5, 0.1) * unit);
            sign.lineTo(middle + QPointF(-0.4, 1.2) * unit);
            sign.lineTo(middle + QPointF(1.6, -1.2) * unit);
        } else {
            sign.moveTo(middle + QPointF(-1.2, -1.2) * unit);
            sign.lineTo(middle + QPointF(1.2, 1.2) * unit);
            sign.moveTo(middle + QPointF(1.2, -1.2) * unit);
            sign.lineTo(middle + QPointF(-1.2, 1.2) * unit);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(done ? theme.done : theme.onAccent, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(sign);
        return;
    }
    QFont number = font();
    number.setPointSizeF(number.pointSizeF() * 0.86);
    number.setWeight(now ? QFont::DemiBold : QFont::Normal);
    painter.setFont(number);
    painter.setPen(now ? theme.onAccent : theme.dim);
    const bool asks = m_entries[index].isQuestion;
    painter.drawText(place, Qt::AlignCenter, asks ? QStringLiteral("?") : QString::number(index + 1));
}

}
