#include "model/sequence/sequence_scene.h"

#include <algorithm>
#include <cerrno>

#include "model/graph/row_partners.h"
#include "model/sequence/scene_maker.h"
#include "netcore/sys/same_place.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::size_t kFewSockets = 8; // they all have life lines, always: nothing ever jumps

bool isConnect(const Event& event)
{
    return event.kind == EventKind::Call && event.call == CallId::Connect
        && (event.result == 0 || event.error == EINPROGRESS);
}

}

SequenceScene SequenceScenes::make(const SequenceAxis& axis, const SocketGraph& graph, const SceneWish& wish)
{
    SceneMaker maker(m_store, m_facts, axis, graph, wish);
    maker.placeRows();
    maker.addPassages(m_passages);
    maker.addSleeps();
    maker.addConnections();
    maker.finish();
    return maker.take();
}

SceneMaker::SceneMaker(const EventStore& store, const RowFacts& facts, const SequenceAxis& axis,
    const SocketGraph& graph, const SceneWish& wish)
    : m_store(store), m_facts(facts), m_axis(axis), m_graph(graph), m_wish(wish)
{
    m_first = axis.indexAt(wish.firstUnit);
    m_end = std::min(axis.indexAt(wish.endUnit) + (wish.endUnit < axis.units() ? 1 : 0), axis.count());
    m_end = std::max(m_first, std::min(m_end, axis.rows().indexOf(wish.known)));
    m_scene.by = wish.by;
    m_scene.height = static_cast<double>(wish.endUnit - std::min(wish.endUnit, wish.firstUnit))
        / SequenceAxis::kRowUnits;
    if (m_first < m_end) {
        m_stretch = {axis.rows().at(m_first), axis.rows().at(m_end - 1) + 1, wish.known};
    }
}

double SceneMaker::yOfUnit(std::uint64_t unit) const
{
    return (static_cast<double>(unit) - static_cast<double>(m_wish.firstUnit)) / SequenceAxis::kRowUnits;
}

void SceneMaker::placeRows()
{
    std::uint64_t unit = m_axis.unitOf(m_first);
    for (std::uint64_t index = m_first; index < m_end; ++index) {
        const std::uint64_t silence = m_axis.silenceBefore(index);
        if (silence > 0) {
            unit += index == m_first ? 0 : SequenceAxis::kSilenceUnits;
            m_scene.silences.push_back({yOfUnit(unit - SequenceAxis::kSilenceUnits), silence});
        }
        m_placed.push_back({m_axis.rows().at(index), yOfUnit(unit) + 0.5});
        unit += SequenceAxis::kRowUnits;
    }
    chooseLanes();
    for (const Placed& placed : m_placed) {
        const LaneKey key = laneOf(m_store, m_facts, m_wish.by, placed.row);
        m_scene.steps.push_back(
            {placed.row, key.isNobody() ? std::nullopt : m_scene.lanes.find(key), placed.y});
    }
}

// Who is seen, who is near, and with whom they talk.
void SceneMaker::chooseLanes()
{
    std::set<LaneKey> wanted;
    const std::uint64_t from = m_first - std::min(m_first, m_wish.around);
    const std::uint64_t to = std::min(m_axis.count(), m_end + m_wish.around);
    for (std::uint64_t index = from; index < to; ++index) {
        const Row row = m_axis.rows().at(index);
        wanted.insert(laneOf(m_store, m_facts, m_wish.by, row));
        const SocketId opened = m_store.event(row).opened;
        if (m_wish.by == SequenceBy::Socket && opened != kNoSocket) {
            wanted.insert({opened, kNoActor, 0});
        }
    }
    if (m_wish.by == SequenceBy::Socket) {
        if (m_graph.sockets().size() <= kFewSockets) {
            for (const auto& entry : m_graph.sockets()) {
                wanted.insert({entry.first, kNoActor, 0});
            }
        }
        const auto near = wanted;
        for (const LaneKey& key : near) {
            wanted.insert({otherEndOf(m_graph, key.socket), kNoActor, 0});
        }
        wanted.insert({m_wish.pinned, kNoActor, 0});
    }
    m_scene.lanes = SequenceLanes(m_graph, wanted);
}

std::optional<double> SceneMaker::yOf(Row row) const
{
    const auto placed = std::ranges::lower_bound(m_placed, row, {}, &Placed::row);
    return placed == m_placed.end() || placed->row != row ? std::nullopt : std::optional(placed->y);
}

std::optional<std::size_t> SceneMaker::laneOfRow(Row row) const
{
    return m_scene.lanes.find(laneOf(m_store, m_facts, m_wish.by, row));
}

// Where a socket's events stand: its own line, or that of who has made the call.
std::optional<std::size_t> SceneMaker::laneOfSocket(SocketId socket, std::optional<Row> row) const
{
    if (m_wish.by == SequenceBy::Actor) {
        const SocketNode* node = m_graph.find(socket);
        const ActorId maker = node != nullptr ? node->actor : kNoActor;
        return row ? laneOfRow(*row) : m_scene.lanes.find({kNoSocket, maker, 0});
    }
    return m_scene.lanes.find({socket, kNoActor, 0});
}

void SceneMaker::addPassages(SequencePassages& passages)
{
    m_scene.passages = passages.within(m_store, m_graph, m_stretch, m_wish.mostCounted);
    m_scene.isComplete = passages.isComplete();
    const std::span all(m_scene.passages);
    for (std::size_t first = 0; first < all.size();) { // the parts of a send() stand together
        std::size_t end = first + 1;
        while (end < all.size() && all[first].sent && all[end].sent == all[first].sent) {
            ++end;
        }
        if (all[first].sent) {
            addSend(all.subspan(first, end - first));
        } else {
            addWaiting(all[first]);
        }
        first = end;
    }
}

double SceneMaker::endOf(const Passage& passage) const
{
    const double behind = m_scene.height + 1;
    return passage.received ? yOf(*passage.received).value_or(behind) : behind;
}

// It was sent above the scene.
void SceneMaker::addWaiting(const Passage& passage)
{
    const auto to = laneOfSocket(passage.to, passage.received);
    const double end = endOf(passage);
    const bool isReceived = end < m_scene.height + 1;
    if (to && (isReceived || passage.end != Passage::End::Received)) {
        m_scene.waits.push_back({*to, -1, end, passage.units, false, !isReceived});
    }
}

// One send(): straight to those who took it, where they are near; else it arrives at once, and waits.
void SceneMaker::addSend(std::span<const Passage> parts)
{
    const Row sent = *parts.front().sent;
    const auto sentY = yOf(sent);
    const auto from = laneOfSocket(parts.front().from, sent);
    if (!sentY || !from) {
        return;
    }
    const bool lost = parts.front().end == Passage::End::Lost;
    const ArrowKind kind = lost      ? ArrowKind::Lost
        : isStream(parts.front().to) ? ArrowKind::Data
                                     : ArrowKind::Message;
    double begin = *sentY;
    double last = 0;
    for (const Passage& part : parts) { // a recv() that was waiting may return before its send() does
        begin = std::min(begin, endOf(part));
        last = std::max(last, endOf(part));
    }
    const bool straight = !lost && last <= m_scene.height && last - begin <= kDirect;
    for (const Passage& part : parts) {
        const auto to = laneOfSocket(part.to, part.received);
        if (!to) {
            continue; // nobody to draw it to: an actor who comes later
        }
        const double end = endOf(part);
        SequenceArrow arrow {kind, *from, *to, begin, end, sent, part.received, part.units};
        if (!straight) {
            arrow.toY = begin + std::min(kSlope, std::max(0.0, end - begin));
            for (const Passage& other : parts.subspan(1)) {
                arrow.units += other.units;
            }
        }
        if (straight || &part == &parts.front()) {
            m_scene.arrows.push_back(arrow);
        }
        if (!straight && !lost && end > begin + kSlope) {
            const bool isReceived = end < m_scene.height + 1;
            m_scene.waits.push_back({*to, begin + kSlope, end, part.units, false, !isReceived});
        }
    }
}

bool SceneMaker::isStream(SocketId socket) const
{
    const SocketNode* node = m_graph.find(socket);
    return node != nullptr && node->isStream();
}

void SceneMaker::addSleeps()
{
    if (m_placed.empty()) {
        return;
    }
    for (const RowFacts::Slept& slept : m_facts.sleepsOver(m_stretch.first, m_stretch.end)) {
        const auto lane = laneOfRow(slept.blocked);
        if (!lane) {
            continue;
        }
        const bool returned = slept.returned && *slept.returned < m_wish.known;
        SequenceSleep sleep {slept.blocked, returned ? slept.returned : std::nullopt, *lane, 0, 0};
        const auto from = yOf(slept.blocked);
        const auto to = returned ? yOf(*slept.returned) : std::nullopt;
        sleep.beganBefore = slept.blocked < m_stretch.first;
        sleep.endsLater = !returned || *slept.returned >= m_stretch.end;
        const bool hidden = (!from && !sleep.beganBefore) || (!to && !sleep.endsLater);
        if (!hidden) {
            sleep.from = from.value_or(-1) - (from ? 0.35 : 0);
            sleep.to = to.value_or(m_scene.height + 0.7) + 0.3;
            m_scene.sleeps.push_back(sleep);
        }
    }
}

// The listener that a connect() went to, where the queue has it still or nobody was taken yet.
const SocketNode* SceneMaker::listenerFor(const Event& event, Row row) const
{
    const SocketNode* node = m_graph.find(event.socket);
    if (node == nullptr || node->isDatagram()) {
        return nullptr;
    }
    const CallRecord record = m_store.call(row);
    const SocketNode* found = nullptr;
    for (const auto& entry : m_graph.sockets()) {
        const SocketNode& other = entry.second;
        const bool named = record.hasAddress && reaches(record.address, other.local);
        const bool isNext = other.domain == node->domain || found == nullptr; // by IPv4 to one of IPv6
        if (named && isNext && other.listening && other.duplicateOf == kNoSocket && other.created <= row) {
            found = &other;
        }
    }
    return found;
}

void SceneMaker::addConnection(Row row, const Event& event, double y)
{
    const auto accepted = partnerOf(m_store, m_graph, row);
    const SocketNode* node = accepted ? nullptr : listenerFor(event, row);
    const auto from = laneOfRow(row);
    const SocketId listener = accepted ? m_store.socket(*accepted) : node != nullptr ? node->id : kNoSocket;
    const auto to = laneOfSocket(listener, accepted);
    if (listener == kNoSocket || !from || !to || *from == *to) {
        return;
    }
    const auto acceptY = accepted && *accepted < m_wish.known ? yOf(*accepted) : std::nullopt;
    const bool acceptedBefore = accepted && *accepted < row;
    const double end = acceptY.value_or(acceptedBefore ? y : m_scene.height + 1);
    SequenceArrow arrow {ArrowKind::Connect, *from, *to, std::min(y, end), 0, row, accepted};
    arrow.toY = std::max(end, arrow.fromY);
    if (arrow.toY - arrow.fromY > kDirect || end > m_scene.height) {
        arrow.toY = arrow.fromY + kSlope;
        m_scene.waits.push_back({*to, arrow.toY, end, 0, true, end > m_scene.height});
    }
    m_scene.arrows.push_back(arrow);
}

void SceneMaker::addConnections()
{
    for (const Placed& placed : m_placed) {
        const Event event = m_store.event(placed.row);
        if (isConnect(event)) {
            addConnection(placed.row, event, placed.y);
        }
        const auto from = laneOfRow(placed.row);
        const auto to = m_scene.lanes.find({event.opened, kNoActor, 0});
        if (event.kind == EventKind::Call && event.socket != kNoSocket && event.opened != kNoSocket && from
            && to && *from != *to) {
            m_scene.arrows.push_back(
                {ArrowKind::Opened, *from, *to, placed.y, placed.y, std::nullopt, placed.row});
        }
    }
}

void SceneMaker::finish()
{
    for (const SequenceLane& lane : m_scene.lanes.all()) {
        SequenceScene::Life life {-1, m_scene.height + 1, false, false};
        if (lane.key.socket != kNoSocket) {
            const auto begin = yOf(lane.begins);
            life.begins = begin.has_value();
            life.from = begin.value_or(lane.begins >= m_stretch.end ? m_scene.height + 1 : -1);
            const bool over = lane.ends && *lane.ends < m_wish.known;
            const auto end = over ? yOf(*lane.ends) : std::nullopt;
            life.ends = end.has_value();
            life.to = end.value_or(over && *lane.ends < m_stretch.first ? -1 : m_scene.height + 1);
        }
        m_scene.lives.push_back(life);
    }
    for (SequenceWait& wait : m_scene.waits) { // what nobody has taken goes with its socket
        const SequenceScene::Life& life = m_scene.lives[wait.lane];
        if (wait.endsLater && wait.to > life.to) {
            wait.to = std::max(life.to, wait.from);
            wait.endsLater = !life.ends;
        }
    }
    std::erase_if(m_scene.waits, [](const SequenceWait& wait) { return wait.to <= wait.from; });
}

}
