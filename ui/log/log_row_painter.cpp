#include "ui/log/log_row_painter.h"

#include <QCoreApplication>
#include <QPainter>
#include <cmath>

namespace ui {

namespace {

constexpr int kMarkWidth = 3;

QColor between(const QColor& a, const QColor& b)
{
    return {(a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2};
}

QString tr(const char* text)
{
    return QCoreApplication::translate("LogView", text);
}

const QString& cell(LogColumn column, const LogRowText& row)
{
    switch (column) {
    case LogColumn::Time:
        return row.time;
    case LogColumn::Socket:
        return row.socket;
    case LogColumn::Thread:
        return row.thread;
    case LogColumn::Call:
        return row.call;
    case LogColumn::Result:
        return row.result;
    case LogColumn::Took:
        break;
    }
    return row.took;
}

}

LogRowPainter::LogRowPainter(const Theme& theme, const QFont& font)
    : m_theme(theme), m_alternate(between(theme.panel, theme.window)), m_text(font)
{
    const int height = static_cast<int>(std::ceil(m_text.height()));
    m_rowHeight = height + height / 5;
    m_headerHeight = height + height / 3;
}

QString LogRowPainter::title(LogColumn column)
{
    switch (column) {
    case LogColumn::Time:
        return tr("Time");
    case LogColumn::Socket:
        return tr("Socket");
    case LogColumn::Thread:
        return tr("Thread");
    case LogColumn::Call:
        return tr("Call");
    case LogColumn::Result:
        return tr("Result");
    case LogColumn::Took:
        break;
    }
    return tr("Took");
}

int LogRowPainter::textWidth(LogColumn column, const LogRowText& text) const
{
    const qreal dot = column == LogColumn::Socket ? 2 * m_text.advance() : 0;
    return static_cast<int>(std::ceil(m_text.widthOf(cell(column, text)) + dot));
}

qreal LogRowPainter::baselineIn(const QRect& area) const
{
    // On a whole pixel: half of one would blur every letter.
    return area.top() + std::round((area.height() - m_text.height()) / 2 + m_text.ascent());
}

void LogRowPainter::paintBackground(QPainter& painter, const QRect& area) const
{
    painter.fillRect(area, m_theme.panel);
}

void LogRowPainter::paintHeader(
    QPainter& painter, const LogColumns& columns, int width, std::optional<LogColumn> hot)
{
    const QRect area(0, 0, width, m_headerHeight);
    painter.fillRect(area, m_theme.panel);
    painter.fillRect(0, m_headerHeight - 1, width, 1, m_theme.line);
    const qreal baseline = baselineIn(area.adjusted(0, 0, 0, -1));
    for (std::size_t i = 0; i < kLogColumns; ++i) {
        const auto column = static_cast<LogColumn>(i);
        const LogColumns::Span span = columns.span(column);
        if (column == LogColumn::Took) {
            m_text.addAtRight({qreal(span.right()), baseline}, title(column), m_theme.dim, span.width);
        } else {
            m_text.add({qreal(span.left), baseline}, title(column), m_theme.dim, span.width);
        }
    }
    if (hot) {
        painter.fillRect(columns.border(*hot), 4, 1, m_headerHeight - 9, m_theme.accent);
    }
}

QColor LogRowPainter::colourOf(const LogRowText& row) const
{
    switch (row.state) {
    case RowState::Failed:
    case RowState::Gap:
        return m_theme.error;
    case RowState::Returned:
    case RowState::Remark:
        return m_theme.dim;
    case RowState::Done:
    case RowState::Blocked:
        break;
    }
    return row.automatic ? m_theme.dim : m_theme.text;
}

QColor LogRowPainter::resultColourOf(const LogRowText& row) const
{
    return row.state == RowState::Blocked ? m_theme.waiting : colourOf(row);
}

void LogRowPainter::paintRow(
    QPainter& painter, const LogColumns& columns, const QRect& area, const LogRowText& row, LogRowLook look)
{
    painter.fillRect(area, look.selected ? m_theme.accentSoft : look.alternate ? m_alternate : m_theme.panel);
    if (look.marked) {
        painter.fillRect(area.left(), area.top(), kMarkWidth, area.height(), m_theme.ofDomain(row.domain));
    }
    if (look.current) {
        painter.setPen(m_theme.accent);
        painter.drawRect(area.adjusted(0, 0, -1, -1));
    }
    const qreal baseline = baselineIn(area);
    const QColor colour = colourOf(row);
    const auto add = [&](LogColumn column, const QString& text, const QColor& its) {
        const LogColumns::Span span = columns.span(column);
        m_text.add({qreal(span.left), baseline}, text, its, span.width);
    };
    // After a hundred minutes the time is longer by a digit: the gap has room for it.
    const LogColumns::Span time = columns.span(LogColumn::Time);
    m_text.add({qreal(time.left), baseline}, row.time, row.state == RowState::Failed ? colour : m_theme.text,
        time.width + m_text.advance());
    add(LogColumn::Thread, row.thread, m_theme.text);
    add(LogColumn::Result, row.result, resultColourOf(row));
    paintSocket(painter, columns, area, row);
    addCall(columns.span(LogColumn::Call), baseline, row);
    const LogColumns::Span took = columns.span(LogColumn::Took);
    m_text.addAtRight({qreal(took.right()), baseline}, row.took, resultColourOf(row), took.width);
}

void LogRowPainter::paintSocket(
    QPainter& painter, const LogColumns& columns, const QRect& area, const LogRowText& row)
{
    if (row.socket.isEmpty()) {
        return;
    }
    const LogColumns::Span span = columns.span(LogColumn::Socket);
    const qreal advance = m_text.advance();
    const qreal radius = advance * 0.48;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.ofDomain(row.domain));
    painter.drawEllipse(
        QPointF(span.left + radius, area.top() + (area.height() - 1) / 2.0 + 0.5), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    const qreal left = span.left + std::round(advance * 1.75);
    m_text.add({left, baselineIn(area)}, row.socket, m_theme.text, span.right() - left);
}

void LogRowPainter::addCall(const LogColumns::Span& span, qreal baseline, const LogRowText& row)
{
    // The name stands out where the row is in order; a failed row is of one colour.
    const bool accented = row.state == RowState::Done || row.state == RowState::Blocked;
    const QColor colour = colourOf(row);
    const QStringView call(row.call);
    const qreal nameWidth = static_cast<qreal>(row.nameLength) * m_text.advance();
    if (row.nameLength == 0 || !accented || row.automatic || nameWidth > span.width) {
        m_text.add({qreal(span.left), baseline}, call, colour, span.width);
        return;
    }
    const qreal used
        = m_text.add({qreal(span.left), baseline}, call.left(row.nameLength), m_theme.accent, nameWidth);
    m_text.add({span.left + used, baseline}, call.mid(row.nameLength), colour, span.width - used);
}

}
