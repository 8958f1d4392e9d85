#include "ui/log/log_row_painter.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/focus_mark.h"
#include "ui/words.h"

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
    case LogColumn::Number:
        return row.number;
    case LogColumn::Clock:
        return row.clock;
    case LogColumn::Time:
        return row.time;
    case LogColumn::Since:
        return row.since;
    case LogColumn::Socket:
        return row.socket;
    case LogColumn::Thread:
        return row.thread;
    case LogColumn::Call:
        return row.call;
    case LogColumn::Data:
        return row.data;
    case LogColumn::Size:
        return row.size;
    case LogColumn::Peer:
        return row.peer;
    case LogColumn::Result:
        return row.result;
    case LogColumn::Errno:
        return row.error;
    case LogColumn::Took:
        break;
    }
    return row.took;
}

// Numbers: read from their end.
bool isRightAligned(LogColumn column)
{
    return column == LogColumn::Number || column == LogColumn::Since || column == LogColumn::Size
        || column == LogColumn::Took;
}

// 0 to 1: 100 ns to 10 s, by powers of ten.
double shareOfBar(quint64 nanoseconds)
{
    constexpr double kDecades = 8;
    return std::clamp(std::log10(std::max(1.0, static_cast<double>(nanoseconds) / 100)) / kDecades, 0.0, 1.0);
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
    case LogColumn::Number:
        return tr("Row");
    case LogColumn::Clock:
        return tr("Clock");
    case LogColumn::Time:
        return tr("Time");
    case LogColumn::Since:
        return tr("Since");
    case LogColumn::Socket:
        return tr("Socket");
    case LogColumn::Thread:
        return tr("Thread");
    case LogColumn::Call:
        return tr("Call");
    case LogColumn::Data:
        return tr("Data");
    case LogColumn::Size:
        return tr("Size");
    case LogColumn::Peer:
        return tr("Peer");
    case LogColumn::Result:
        return tr("Result");
    case LogColumn::Errno:
        return tr("Errno");
    case LogColumn::Took:
        break;
    }
    return tr("Took");
}

QString LogRowPainter::longTitle(LogColumn column)
{
    switch (column) {
    case LogColumn::Number:
        return tr("Row: its number");
    case LogColumn::Clock:
        return tr("Clock: time of day");
    case LogColumn::Time:
        return tr("Time since the start");
    case LogColumn::Since:
        return tr("Since the row before it");
    case LogColumn::Thread:
        return tr("Thread or actor");
    case LogColumn::Data:
        return tr("Data: the bytes moved");
    case LogColumn::Size:
        return tr("Size of the data");
    default:
        return title(column);
    }
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
    QPainter& painter, const LogColumns& columns, int width, const HeaderLook& look)
{
    const QRect area(0, 0, width, m_headerHeight);
    painter.fillRect(area, m_theme.panel);
    painter.fillRect(0, m_headerHeight - 1, width, 1, m_theme.line);
    const qreal baseline = baselineIn(area.adjusted(0, 0, 0, -1));
    for (const LogColumn column : columns.shown()) {
        const LogColumns::Span span = columns.span(column);
        const QColor colour = look.moved == column ? m_theme.accent : m_theme.dim;
        if (isRightAligned(column)) {
            m_text.addAtRight({qreal(span.right()), baseline}, title(column), colour, span.width);
        } else {
            m_text.add({qreal(span.left), baseline}, title(column), colour, span.width);
        }
    }
    if (look.hot) {
        painter.fillRect(columns.border(*look.hot), 4, 1, m_headerHeight - 9, m_theme.accent);
    }
    if (look.moved) {
        painter.fillRect(look.moveTo - 1, 0, 2, m_headerHeight, m_theme.accent);
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

void LogRowPainter::paintRow(QPainter& painter, const LogColumns& columns, const QRect& area,
    const LogRowText& row, const LogRowLook& look)
{
    const QColor usual = look.alternate ? m_alternate : m_theme.panel;
    painter.fillRect(area, look.selected ? m_theme.accentSoft : look.tint.isValid() ? look.tint : usual);
    if (look.marked) {
        painter.fillRect(area.left(), area.top(), kMarkWidth, area.height(), m_theme.ofDomain(row.domain));
    }
    if (look.current) {
        paintFocusFrame(painter, area, m_theme);
    }
    if (look.flagged) {
        paintFlag(painter, area);
    }
    for (const LogColumn column : columns.shown()) {
        LogColumns::Span span = columns.span(column);
        if (column == LogColumn::Call && row.state == RowState::Remark) {
            span.width = endOfRemark(columns, row) - span.left;
        }
        paintCell(painter, column, span, area, row, look);
    }
}

// A remark has no result and took no time: its words may run over what is empty.
int LogRowPainter::endOfRemark(const LogColumns& columns, const LogRowText& row) const
{
    const std::vector<LogColumn>& shown = columns.shown();
    auto last = std::ranges::find(shown, LogColumn::Call);
    while (std::next(last) != shown.end() && cell(*std::next(last), row).isEmpty()) {
        ++last;
    }
    return columns.span(*last).right();
}

void LogRowPainter::paintCell(QPainter& painter, LogColumn column, const LogColumns::Span& span,
    const QRect& area, const LogRowText& row, const LogRowLook& look)
{
    const qreal baseline = baselineIn(area);
    const bool failed = row.state == RowState::Failed;
    const QColor quiet = failed ? colourOf(row) : m_theme.text;
    switch (column) {
    case LogColumn::Socket:
        paintSocket(painter, span, area, row);
        return;
    case LogColumn::Call:
        addCallWithRemarks(span, baseline, row, look);
        return;
    case LogColumn::Took:
        paintBar(painter, span, area, row);
        m_text.addAtRight({qreal(span.right()), baseline}, row.took, resultColourOf(row), span.width);
        return;
    case LogColumn::Time:
        // After a hundred minutes the time is longer by a digit: the gap has room for it.
        m_text.add({qreal(span.left), baseline}, row.time, quiet, span.width + m_text.advance());
        return;
    case LogColumn::Result:
    case LogColumn::Errno:
        m_text.add({qreal(span.left), baseline}, cell(column, row), resultColourOf(row), span.width);
        return;
    case LogColumn::Number:
    case LogColumn::Since:
        m_text.addAtRight({qreal(span.right()), baseline}, cell(column, row), m_theme.dim, span.width);
        return;
    case LogColumn::Size:
        m_text.addAtRight({qreal(span.right()), baseline}, row.size, m_theme.text, span.width);
        return;
    case LogColumn::Clock:
    case LogColumn::Thread:
    case LogColumn::Data:
    case LogColumn::Peer:
        m_text.add({qreal(span.left), baseline}, cell(column, row), m_theme.text, span.width);
        return;
    }
}

// How long it took, for the eye that runs down the column: a line below the number, by powers of ten.
void LogRowPainter::paintBar(
    QPainter& painter, const LogColumns::Span& span, const QRect& area, const LogRowText& row) const
{
    if (row.nanoseconds == 0) {
        return;
    }
    const int length = static_cast<int>(std::lround(span.width * shareOfBar(row.nanoseconds)));
    const QColor colour = row.state == RowState::Failed ? m_theme.error : m_theme.faint;
    painter.fillRect(span.right() - length, area.bottom() - 1, length, 2, colour);
}

void LogRowPainter::paintSocket(
    QPainter& painter, const LogColumns::Span& span, const QRect& area, const LogRowText& row)
{
    if (row.socket.isEmpty()) {
        return;
    }
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

qreal LogRowPainter::addCall(const LogColumns::Span& span, qreal baseline, const LogRowText& row)
{
    // The name stands out where the row is in order; a failed row is of one colour.
    const bool accented = row.state == RowState::Done || row.state == RowState::Blocked;
    const QColor colour = colourOf(row);
    const QStringView call(row.call);
    const qreal nameWidth = static_cast<qreal>(row.nameLength) * m_text.advance();
    if (row.nameLength == 0 || !accented || row.automatic || nameWidth > span.width) {
        return m_text.add({qreal(span.left), baseline}, call, colour, span.width);
    }
    const qreal used
        = m_text.add({qreal(span.left), baseline}, call.left(row.nameLength), m_theme.accent, nameWidth);
    return used
        + m_text.add({span.left + used, baseline}, call.mid(row.nameLength), colour, span.width - used);
}

// The call; behind it, as in C, the user's comment to the end of the line; at the right the name of the rule
// that tints the row. What people have written keeps some room, however long the call.
void LogRowPainter::addCallWithRemarks(
    const LogColumns::Span& span, qreal baseline, const LogRowText& row, const LogRowLook& look)
{
    const qreal gap = 2 * m_text.advance();
    LogColumns::Span left = span;
    if (look.rule.isValid() && !look.ruleName.isEmpty()) {
        const QString name = u'[' + look.ruleName + u']';
        const qreal width = std::min(m_text.widthOf(name), span.width / 3.0);
        m_text.addAtRight({qreal(span.right()), baseline}, name, look.rule, width);
        left.width -= static_cast<int>(std::ceil(width + gap));
    }
    if (look.comment.isEmpty()) {
        addCall(left, baseline, row);
        return;
    }
    const QString comment = QStringLiteral("// ") + words::shown(look.comment.toStdString());
    const qreal wanted = std::min(m_text.widthOf(comment), left.width * 0.6);
    const LogColumns::Span call {left.left, std::max(0, static_cast<int>(left.width - wanted - gap))};
    const qreal used = addCall(call, baseline, row);
    m_text.add({left.left + used + gap, baseline}, comment, m_theme.done, left.width - used - gap);
}

// A flag in the gutter: the form says it, not the colour.
void LogRowPainter::paintFlag(QPainter& painter, const QRect& area) const
{
    const qreal side = m_text.advance() * 0.8;
    const qreal left = area.left();
    const qreal middle = area.top() + area.height() / 2.0;
    const std::array<QPointF, 3> flag {
        QPointF(left, middle - side / 2), QPointF(left + side, middle), QPointF(left, middle + side / 2)};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.accent);
    painter.drawPolygon(flag.data(), static_cast<int>(flag.size()));
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}
