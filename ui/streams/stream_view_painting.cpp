// StreamView: what is seen.

#include <QPainter>
#include <algorithm>

#include "model/text/byte_forms.h"
#include "ui/focus_mark.h"
#include "ui/streams/stream_view.h"
#include "ui/words.h"

namespace ui {

using model::Direction;
using model::StreamSegment;
using Kind = model::StreamSegment::Kind;

namespace {

constexpr qreal kBar = 3; // px, at the left of each line

QString arrowOf(Direction way)
{
    return way == Direction::There ? QStringLiteral("→") : QStringLiteral("←");
}

}

int StreamView::indentOf(Direction way) const
{
    return way == Direction::There ? 0 : 2;
}

QColor StreamView::colourOf(Direction way) const
{
    return way == Direction::There ? m_workbench.theme().accent : m_workbench.theme().done;
}

void StreamView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Theme& theme = m_workbench.theme();
    if (m_lines.count() == 0) {
        painter.setPen(theme.dim);
        painter.drawText(
            viewport()->rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
    std::optional<StreamLine> line;
    for (std::uint64_t index = m_scroll.top(); index < seenEnd(); ++index) {
        line = line ? m_lines.after(*line) : m_lines.at(index);
        if (!line) {
            break;
        }
        paintLine(painter, *line, index == 0, static_cast<qreal>(index - m_scroll.top()) * m_lineHeight);
    }
    m_glyphs->draw(painter);
    if (hasFocus()) {
        paintFocusFrame(painter, viewport()->rect(), theme);
    }
}

void StreamView::paintLine(QPainter& painter, const StreamLine& line, bool first, qreal y)
{
    const StreamSegment& segment = m_trace.segments()[line.begin.segment];
    const Theme& theme = m_workbench.theme();
    const QColor colour = colourOf(segment.way);
    const qreal baseline = y + 2 + m_glyphs->ascent();
    if (m_framed == line.begin.segment) {
        painter.fillRect(QRectF(0, y, viewport()->width(), m_lineHeight), theme.accentSoft);
    }
    const qreal bar = kBar + indentOf(segment.way) * m_glyphs->advance();
    painter.fillRect(QRectF(bar - kBar, y, kBar, m_lineHeight), colour);
    if (m_lines.rules().borders && line.begin.offset == 0 && !first) {
        painter.fillRect(QRectF(bar, y, viewport()->width() - bar, 1), theme.line);
    }
    paintGutter(painter, line, y, baseline);
    if (line.isMark) {
        const QString text = markText(segment);
        const QColor tone = segment.kind == Kind::Reset ? theme.error
            : segment.kind == Kind::Received            ? theme.dim
                                                        : theme.waiting;
        const qreal x = gutterWidth() + indentOf(segment.way) * m_glyphs->advance();
        m_glyphs->add({x, baseline}, text, tone, viewport()->width() - x);
    } else {
        paintCells(painter, line, y, baseline);
    }
}

// "→ send 512": whose call begins here. The rest of a call has the arrow alone.
QString StreamView::leftOf(const StreamLine& line) const
{
    const StreamSegment& segment = m_trace.segments()[line.begin.segment];
    QString text = arrowOf(segment.way);
    if (m_lines.rules().borders && line.begin.offset == 0 && segment.kind == Kind::Data) {
        const auto event = m_workbench.session().store().event(segment.row);
        text += u' ' + words::callName(event.call) + u' ' + words::count(segment.moved);
        text += segment.outOfBand ? tr(" OOB") : QString();
    }
    return text;
}

QString StreamView::markText(const StreamSegment& segment) const
{
    switch (segment.kind) {
    case Kind::Data:
        return segment.peeked   ? tr("peeked at: the bytes are still there")
            : segment.moved > 0 ? tr("%1 bytes not kept in the log").arg(words::count(segment.moved))
                                : tr("empty message: 0 bytes");
    case Kind::Received:
        return segment.peeked ? tr("peeked at by the other end: %1 bytes").arg(words::count(segment.moved))
                              : tr("received by the other end: %1 bytes").arg(words::count(segment.moved));
    case Kind::End:
        return tr("end of stream seen: recv() returned 0");
    case Kind::Shutdown:
        return tr("shutdown(): no more will be sent this way");
    case Kind::Reset:
        return tr("reset: the connection was broken off");
    case Kind::Closed:
        break;
    }
    return tr("close()");
}

void StreamView::paintGutter(QPainter& painter, const StreamLine& line, qreal y, qreal baseline)
{
    const StreamSegment& segment = m_trace.segments()[line.begin.segment];
    const qreal x = kBar + 5 + indentOf(segment.way) * m_glyphs->advance();
    const bool begins = line.begin.offset == 0;
    m_glyphs->add({x, baseline}, leftOf(line), begins ? colourOf(segment.way) : m_workbench.theme().faint,
        gutterWidth() - x);
    // What the log has not kept of the call is missing at its end, which is the line's.
    if (line.isMark || line.end.offset != 0) {
        return;
    }
    const StreamSegment& last = m_trace.segments()[line.end.segment - 1];
    if (last.kept < last.moved) {
        const QString missing = tr("+ %1 B not kept").arg(words::count(last.moved - last.kept));
        const qreal width = m_glyphs->widthOf(missing);
        painter.fillRect(QRectF(viewport()->width() - width - 12, y + 1, width + 12, m_lineHeight - 1),
            m_workbench.theme().waitingSoft);
        m_glyphs->addAtRight(
            {viewport()->width() - 6.0, baseline}, missing, m_workbench.theme().waiting, width);
    }
}

std::vector<qreal> StreamView::cellPlaces(const std::vector<StreamCell>& cells) const
{
    std::vector<qreal> places;
    places.reserve(cells.size() + 1);
    qreal x = 0;
    int index = 0;
    for (const StreamCell& cell : cells) {
        if (m_lines.rules().form == StreamLines::Form::Hex) {
            x = (index * 3 + index / 8) * m_glyphs->advance();
        }
        places.push_back(x);
        x += m_lines.rules().form == StreamLines::Form::Hex ? 3 * m_glyphs->advance()
                                                            : m_glyphs->widthOf(cell.text);
        ++index;
    }
    places.push_back(x);
    return places;
}

bool StreamView::isIn(const StreamPlace& place, const Range& range) const
{
    return !(place < range.begin) && place < range.end && m_lines.isShown(place.segment);
}

void StreamView::paintCells(QPainter& painter, const StreamLine& line, qreal y, qreal baseline)
{
    const Theme& theme = m_workbench.theme();
    const bool hex = m_lines.rules().form == StreamLines::Form::Hex;
    const auto cells = m_lines.cellsOf(line);
    const auto places = cellPlaces(cells);
    const auto& segments = m_trace.segments();
    const qreal left = gutterWidth() + indentOf(segments[line.begin.segment].way) * m_glyphs->advance();
    const int width = m_lines.rules().width;
    const qreal textLeft = left + (width * 3 + width / 8 + 1) * m_glyphs->advance();
    const auto& hits = m_finder.hits();
    auto hit = std::lower_bound(hits.begin(), hits.end(), line.begin,
        [](const StreamFinder::Hit& one, const StreamPlace& place) { return one.last < place; });
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const StreamCell& cell = cells[i];
        const qreal x = left + places[i];
        const qreal room = hex ? 2 * m_glyphs->advance() : places[i + 1] - places[i];
        while (hit != hits.end() && hit->last < cell.place) {
            ++hit;
        }
        const bool found = hit != hits.end() && !(cell.place < hit->begin)
            && segments[hit->begin.segment].way == segments[cell.place.segment].way;
        const bool selected = isIn(cell.place, m_selected);
        if (found || selected) {
            const QColor back = selected ? theme.accentSoft : theme.waitingSoft;
            painter.fillRect(QRectF(x, y + 1, room, m_lineHeight - 1), back);
            if (found) { // also underlined: never by colour alone
                painter.fillRect(QRectF(x, y + m_lineHeight - 2, room, 2), theme.waiting);
            }
        }
        if (hex) {
            const auto byte = m_lines.bytes(cell.place.segment).subspan(cell.place.offset, 1);
            m_glyphs->add(
                {x, baseline}, model::dumpPairs(byte, 1), theme.text, width * 3 * m_glyphs->advance());
            m_glyphs->add({textLeft + static_cast<qreal>(i) * m_glyphs->advance(), baseline},
                model::dumpText(byte), theme.dim, m_glyphs->advance());
        } else if (!cell.text.isEmpty()) {
            m_glyphs->add(
                {x, baseline}, cell.text, cell.escaped ? theme.dim : theme.text, viewport()->width());
        }
    }
    if (m_lines.rules().borders) {
        paintBorders(painter, line, cells, y);
    }
}

// Where a recv() of the other end has ended, between two bytes: a dashed stroke with a foot.
void StreamView::paintBorders(
    QPainter& painter, const StreamLine& line, const std::vector<StreamCell>& cells, qreal y)
{
    const StreamSegment& segment = m_trace.segments()[line.begin.segment];
    const auto& borders = m_trace.borders(segment.way);
    const auto places = cellPlaces(cells);
    const qreal left = gutterWidth() + indentOf(segment.way) * m_glyphs->advance();
    painter.setPen(QPen(m_workbench.theme().waiting, 1.5, Qt::DashLine));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::uint64_t begin = segment.position + cells[i].place.offset;
        const auto border = std::upper_bound(borders.begin(), borders.end(), begin,
            [](std::uint64_t at, const model::ReceiveBorder& one) { return at < one.position; });
        const bool happened = border != borders.end() && border->row < m_workbench.end();
        if (happened && border->position <= begin + cells[i].bytes) {
            const qreal x = std::floor(left + places[i + 1]) + 0.5;
            painter.drawLine(QPointF(x, y), QPointF(x, y + m_lineHeight));
            painter.drawLine(QPointF(x - 3, y + m_lineHeight - 1), QPointF(x, y + m_lineHeight - 1));
        }
    }
}

QString StreamView::lineText(std::uint64_t index) const
{
    const StreamLine line = m_lines.at(index);
    QString text = leftOf(line) + QStringLiteral("  ");
    if (line.isMark) {
        return text + markText(m_trace.segments()[line.begin.segment]);
    }
    if (m_lines.rules().form == StreamLines::Form::Hex) {
        const auto bytes = m_lines.bytesOf(line.begin, line.end);
        return text + model::dumpPairs(bytes, static_cast<int>(bytes.size())) + QStringLiteral("  ")
            + model::dumpText(bytes);
    }
    for (const StreamCell& cell : m_lines.cellsOf(line)) {
        text += cell.text;
    }
    return text;
}

}
