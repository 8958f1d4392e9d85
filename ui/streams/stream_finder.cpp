#include "ui/streams/stream_finder.h"

#include <QElapsedTimer>
#include <algorithm>
#include <functional>

namespace ui {

namespace {

unsigned char lower(std::byte value)
{
    const auto letter = std::to_integer<unsigned char>(value);
    return letter >= 'A' && letter <= 'Z' ? static_cast<unsigned char>(letter + 32) : letter;
}

// Calls `take` with the place of each occurrence; they may overlap.
template<typename Take>
void search(std::span<const std::byte> in, std::span<const std::byte> wanted, bool anyCase, Take take)
{
    const auto hash = [anyCase](std::byte value) {
        return std::size_t {anyCase ? lower(value) : std::to_integer<unsigned char>(value)};
    };
    const auto same = [anyCase](std::byte one, std::byte other) {
        return anyCase ? lower(one) == lower(other) : one == other;
    };
    const std::boyer_moore_horspool_searcher searcher(wanted.begin(), wanted.end(), hash, same);
    auto place = std::search(in.begin(), in.end(), searcher);
    while (place != in.end()) {
        if (!take(static_cast<std::size_t>(place - in.begin()))) {
            return;
        }
        place = std::search(place + 1, in.end(), searcher);
    }
}

}

void StreamFinder::begin(std::vector<std::byte> wanted, bool anyCase)
{
    m_wanted = std::move(wanted);
    m_anyCase = anyCase;
    restart();
}

void StreamFinder::restart()
{
    m_tails = {};
    m_next = 0;
    m_hits.clear();
}

bool StreamFinder::findOn(int milliseconds)
{
    if (!isActive()) {
        return true;
    }
    if (m_next > m_lines.end()) {
        restart(); // at a moment before them
    }
    QElapsedTimer clock;
    clock.start();
    const std::size_t before = m_hits.size();
    bool done = true;
    while (m_next < m_lines.end() && !isFull()) {
        look(m_next++);
        if (m_next % 16 == 0 && clock.elapsed() >= milliseconds) {
            done = false;
            break;
        }
    }
    // One that began in an earlier call than others of the other direction.
    const auto byPlace = [](const Hit& one, const Hit& other) { return one.begin < other.begin; };
    if (m_hits.size() != before && !std::is_sorted(m_hits.begin(), m_hits.end(), byPlace)) {
        std::sort(m_hits.begin(), m_hits.end(), byPlace);
    }
    return done;
}

void StreamFinder::look(std::size_t segment)
{
    if (!m_lines.isShown(segment)) {
        return;
    }
    const auto bytes = m_lines.bytes(segment);
    const std::size_t length = m_wanted.size();
    Tail& tail = m_tails[model::StreamTrace::index(m_trace.segments()[segment].way)];
    if (!tail.bytes.empty()) {
        std::vector<std::byte> joined = tail.bytes;
        const auto more = bytes.first(std::min(bytes.size(), length - 1));
        joined.insert(joined.end(), more.begin(), more.end());
        search(joined, m_wanted, m_anyCase, [&](std::size_t place) {
            if (place >= tail.bytes.size() || isFull()) {
                return false;
            }
            const std::size_t last = place + length - 1;
            if (last >= tail.bytes.size()) { // else it was found before
                m_hits.push_back(
                    {tail.places[place], {segment, static_cast<std::uint32_t>(last - tail.bytes.size())}});
            }
            return true;
        });
    }
    search(bytes, m_wanted, m_anyCase, [&](std::size_t place) {
        const auto begin = static_cast<std::uint32_t>(place);
        m_hits.push_back({{segment, begin}, {segment, static_cast<std::uint32_t>(begin + length - 1)}});
        return !isFull();
    });
    if (!m_trace.conversation().messages) {
        keepTail(tail, segment, bytes);
    }
}

void StreamFinder::keepTail(Tail& tail, std::size_t segment, std::span<const std::byte> bytes) const
{
    const std::size_t most = m_wanted.size() - 1;
    const std::size_t taken = std::min(most, bytes.size());
    for (std::size_t i = bytes.size() - taken; i < bytes.size(); ++i) {
        tail.bytes.push_back(bytes[i]);
        tail.places.push_back({segment, static_cast<std::uint32_t>(i)});
    }
    if (tail.bytes.size() > most) {
        const auto surplus = static_cast<std::ptrdiff_t>(tail.bytes.size() - most);
        tail.bytes.erase(tail.bytes.begin(), tail.bytes.begin() + surplus);
        tail.places.erase(tail.places.begin(), tail.places.begin() + surplus);
    }
}

}
