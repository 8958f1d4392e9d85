#include "ui/streams/stream_lines.h"

#include <QElapsedTimer>
#include <QList>
#include <algorithm>

namespace ui {

using model::StreamSegment;

namespace {

// Bytes of the UTF-8 character that begins there: 0: none does. 1 to 4; what is missing is not looked at.
std::size_t lengthByLead(std::byte lead)
{
    const auto value = std::to_integer<unsigned>(lead);
    return value < 0x80                 ? 1
        : value >= 0xc2 && value < 0xe0 ? 2
        : (value & 0xf0U) == 0xe0       ? 3
        : value >= 0xf0 && value < 0xf5 ? 4
                                        : 0;
}

bool isTail(std::byte value)
{
    return (std::to_integer<unsigned>(value) & 0xc0U) == 0x80;
}

QString escapeOf(std::byte value)
{
    switch (std::to_integer<unsigned>(value)) {
    case '\n':
        return QStringLiteral("\\n");
    case '\r':
        return QStringLiteral("\\r");
    case '\t':
        return QStringLiteral("\\t");
    case 0:
        return QStringLiteral("\\0");
    default:
        return QStringLiteral("\\x%1").arg(std::to_integer<unsigned>(value), 2, 16, QLatin1Char('0'));
    }
}

// One character, if it is one that can be seen and does nothing else: no direction marks, no controls.
QString characterOf(std::span<const std::byte> bytes)
{
    const QString text = QString::fromUtf8(
        reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    const QList<uint> points = text.toUcs4();
    const bool good = points.size() == 1 && points[0] != QChar::ReplacementCharacter
        && QChar::isPrint(points[0]) && !QChar::isMark(points[0])
        && QChar::category(points[0]) != QChar::Other_Format && points[0] != 0xfeff;
    return good ? text : QString();
}

}

void StreamLines::setRules(const Rules& rules)
{
    if (rules != m_rules) {
        m_rules = rules;
        m_rules.width = std::max(1, rules.width);
        clear();
    }
}

void StreamLines::clear()
{
    m_starts.clear();
    m_next = {};
    m_count = 0;
}

std::size_t StreamLines::end() const
{
    return std::min(m_limit.value_or(m_trace.segments().size()), m_trace.segments().size());
}

void StreamLines::setLimit(std::optional<std::size_t> segments)
{
    const std::size_t before = end();
    m_limit = segments;
    if (end() >= before) {
        return; // countOn() goes on
    }
    // Counted anew from the last known beginning that is still there, and not the last one: its lines may
    // have run on into what is gone.
    while (!m_starts.empty() && m_starts.back().segment >= end()) {
        m_starts.pop_back();
    }
    m_next = m_starts.empty() ? StreamPlace {} : m_starts.back();
    if (!m_starts.empty()) {
        m_starts.pop_back();
    }
    m_count = m_starts.size() * kStride;
}

bool StreamLines::isShown(std::size_t segment) const
{
    const StreamSegment& one = m_trace.segments()[segment];
    if (m_rules.shown != Shown::Both
        && (one.way == model::Direction::There) != (m_rules.shown == Shown::There)) {
        return false;
    }
    return m_rules.borders || one.kind != StreamSegment::Kind::Received;
}

std::span<const std::byte> StreamLines::bytes(std::size_t segment) const
{
    const StreamSegment& one = m_trace.segments()[segment];
    const auto all = m_store.data(one.row);
    return all.first(std::min<std::size_t>(one.kept, all.size()));
}

std::size_t StreamLines::nextShown(std::size_t segment) const
{
    while (segment < end() && !isShown(segment)) {
        ++segment;
    }
    return segment;
}

std::vector<std::byte> StreamLines::ahead(const StreamPlace& place, std::size_t most) const
{
    std::vector<std::byte> found;
    const model::Direction way = m_trace.segments()[place.segment].way;
    std::size_t offset = place.offset;
    // A few segments are enough: a character has four bytes, and empty ones are rare.
    for (std::size_t i = place.segment; i < std::min(end(), place.segment + 16); ++i) {
        if (m_trace.segments()[i].way == way && found.size() < most) {
            const auto here = bytes(i).subspan(std::min(offset, bytes(i).size()));
            found.insert(found.end(), here.begin(),
                here.begin() + static_cast<std::ptrdiff_t>(std::min(here.size(), most - found.size())));
            offset = 0;
        }
    }
    return found;
}

bool StreamLines::continues(const StreamPlace& place) const
{
    if (place.offset >= 3 || m_trace.conversation().messages || !isTail(bytes(place.segment)[place.offset])) {
        return false;
    }
    for (std::uint32_t i = 0; i < place.offset; ++i) {
        if (!isTail(bytes(place.segment)[i])) {
            return false;
        }
    }
    const model::Direction way = m_trace.segments()[place.segment].way;
    const std::size_t first = place.segment - std::min<std::size_t>(place.segment, 16);
    for (std::size_t i = place.segment; i-- > first;) {
        const auto before = bytes(i);
        if (m_trace.segments()[i].way != way || before.empty()) {
            continue;
        }
        for (std::size_t back = 1; back <= std::min<std::size_t>(3, before.size()); ++back) {
            const std::byte lead = before[before.size() - back];
            if (isTail(lead)) {
                continue;
            }
            const StreamPlace begin {i, static_cast<std::uint32_t>(before.size() - back)};
            const std::size_t length = lengthByLead(lead);
            return length > back + place.offset && !characterOf(ahead(begin, length)).isEmpty();
        }
        return false;
    }
    return false;
}

StreamCell StreamLines::cellAt(const StreamPlace& place) const
{
    const auto here = bytes(place.segment).subspan(place.offset);
    StreamCell cell;
    cell.place = place;
    const std::size_t length = lengthByLead(here[0]);
    if (length == 1) {
        const auto value = std::to_integer<unsigned>(here[0]);
        cell.escaped = value < 0x20 || value == 0x7f;
        cell.text = cell.escaped ? escapeOf(here[0]) : QString(QChar(value));
        return cell;
    }
    if (length > 1) {
        const bool whole = here.size() >= length || m_trace.conversation().messages;
        cell.text = whole ? characterOf(here.first(std::min(length, here.size())))
                          : characterOf(ahead(place, length));
        cell.bytes = static_cast<std::uint32_t>(std::min(length, here.size()));
    } else if (continues(place)) {
        return cell;
    }
    if (cell.text.isEmpty()) {
        cell.bytes = 1;
        cell.escaped = true;
        cell.text = escapeOf(here[0]);
    }
    return cell;
}

std::optional<StreamLine> StreamLines::lineFrom(StreamPlace place) const
{
    const auto& segments = m_trace.segments();
    place
        = end() > place.segment && isShown(place.segment) ? place : StreamPlace {nextShown(place.segment), 0};
    if (place.segment >= end()) {
        return std::nullopt;
    }
    const model::Direction way = segments[place.segment].way;
    StreamLine line {place, {place.segment + 1, 0}, true};
    if (bytes(place.segment).empty()) {
        return line;
    }
    line.isMark = false;
    const bool hex = m_rules.form == Form::Hex;
    int room = m_rules.width;
    while (true) {
        const auto here = bytes(place.segment);
        while (room > 0 && place.offset < here.size()) {
            const StreamCell cell = hex ? StreamCell {place, 1, {}, false} : cellAt(place);
            const int width = hex ? 1 : static_cast<int>(cell.text.size());
            if (width > room && room < m_rules.width) {
                room = 0;
                break;
            }
            room -= width;
            place.offset += cell.bytes;
            if (!hex && here[place.offset - 1] == std::byte {'\n'}) {
                room = 0;
            }
        }
        line.end = place.offset < here.size() ? place : StreamPlace {place.segment + 1, 0};
        if (place.offset >= here.size() && segments[place.segment].kept < segments[place.segment].moved) {
            return line; // bytes are missing here, and that is said
        }
        const std::size_t next = room > 0 && !m_rules.borders ? nextShown(place.segment + 1) : end();
        if (next >= end() || segments[next].way != way || bytes(next).empty()) {
            return line;
        }
        place = {next, 0};
    }
}

bool StreamLines::countOn(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    // The last line may have been unfinished: its stream goes on.
    if (!m_rules.borders && m_count > 0 && m_next.offset == 0) {
        --m_count;
        if (m_count % kStride == 0) {
            m_next = m_starts.back();
            m_starts.pop_back();
        } else {
            m_next = at(m_count).begin;
        }
    }
    while (const auto line = lineFrom(m_next)) {
        if (m_count % kStride == 0) {
            m_starts.push_back(line->begin);
        }
        ++m_count;
        m_next = line->end;
        if (m_count % kStride == 0 && clock.elapsed() >= milliseconds) {
            return !lineFrom(m_next);
        }
    }
    return true;
}

StreamLine StreamLines::at(std::uint64_t index) const
{
    StreamLine line = lineFrom(m_starts[index / kStride]).value_or(StreamLine {});
    for (std::uint64_t i = 0; i < index % kStride; ++i) {
        line = lineFrom(line.end).value_or(line);
    }
    return line;
}

std::uint64_t StreamLines::lineOf(const StreamPlace& place) const
{
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), place);
    if (next == m_starts.begin()) {
        return 0;
    }
    const auto part = static_cast<std::uint64_t>(next - m_starts.begin()) - 1;
    std::uint64_t index = part * kStride;
    auto line = lineFrom(m_starts[part]);
    while (line && index + 1 < m_count && !(place < line->end)) {
        line = lineFrom(line->end);
        ++index;
    }
    return index;
}

std::vector<StreamCell> StreamLines::cellsOf(const StreamLine& line) const
{
    std::vector<StreamCell> cells;
    const model::Direction way = m_trace.segments()[line.begin.segment].way;
    for (StreamPlace place = line.begin; !line.isMark && place < line.end;) {
        const bool data = isShown(place.segment) && m_trace.segments()[place.segment].way == way;
        if (!data || place.offset >= bytes(place.segment).size()) {
            place = {place.segment + 1, 0};
            continue;
        }
        cells.push_back(cellAt(place));
        if (m_rules.form == Form::Hex) {
            cells.back().bytes = 1;
        }
        place.offset += cells.back().bytes;
    }
    return cells;
}

std::vector<std::byte> StreamLines::bytesOf(const StreamPlace& begin, const StreamPlace& end) const
{
    std::vector<std::byte> all;
    for (std::size_t i = begin.segment; i < this->end() && i <= end.segment; ++i) {
        if (isShown(i)) {
            const auto here = bytes(i);
            const std::size_t from
                = i == begin.segment ? std::min<std::size_t>(begin.offset, here.size()) : 0;
            const std::size_t to
                = i == end.segment ? std::min<std::size_t>(end.offset, here.size()) : here.size();
            all.insert(all.end(), here.begin() + static_cast<std::ptrdiff_t>(from),
                here.begin() + static_cast<std::ptrdiff_t>(std::max(from, to)));
        }
    }
    return all;
}

}
