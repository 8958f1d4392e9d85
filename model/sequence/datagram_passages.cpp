// Datagrams: each socket has a queue; what is taken out of it is one of those that went in.

#include <algorithm>
#include <deque>
#include <map>
#include <sys/socket.h>

#include "model/sequence/sequence_passages.h"
#include "netcore/sys/same_place.h"

namespace model {

using namespace netcore;

namespace {

constexpr Row kAround = 8'192; // rows before and behind the stretch that are looked at too

struct Queued {
    Row sent;
    SocketId from;
    bool passedOver = false; // a later one was received, or there was none
};

SocketId originalOf(const SocketNode& node)
{
    return node.duplicateOf != kNoSocket ? node.duplicateOf : node.id;
}

class DatagramQueues {
public:
    DatagramQueues(
        const EventStore& store, const SocketGraph& graph, Row first, Row end, std::vector<Passage>& passages)
        : m_store(store), m_graph(graph), m_first(first), m_end(end), m_passages(passages)
    {
    }

    // True: it concerns a datagram socket.
    bool take(Row row)
    {
        const EventStore::Columns columns = m_store.columns(row);
        const auto i = static_cast<std::size_t>(row - columns.first);
        const CallId call = columns.call[i];
        const bool sends = sendsData(call);
        const bool receives = receivesData(call);
        const bool names = call == CallId::Connect || call == CallId::Getsockname;
        const bool foundNone = receives && columns.result[i] < 0 && columns.error[i] == EAGAIN;
        if (columns.kind[i] != EventKind::Call || (columns.result[i] < 0 && !foundNone)
            || !(sends || receives || names || call == CallId::Close)) {
            return false;
        }
        const SocketNode* node = m_graph.find(columns.socket[i]);
        if (node == nullptr || !node->isDatagram()) {
            return false;
        }
        if (foundNone) {
            passOver(row, *node);
        } else if (sends) {
            send(row, *node);
        } else if (receives) {
            receive(row, *node);
        } else if (names) {
            learn(row, *node);
        } else {
            close(row, *node);
        }
        return true;
    }

    // All sends of the stretch are settled: what follows says nothing more of them.
    bool isSettled() const { return m_open == 0; }

    void finish()
    {
        for (const auto& [to, queue] : m_queues) {
            for (const Queued& queued : queue) {
                tell(queued, to, std::nullopt, queued.passedOver ? Passage::End::Lost : Passage::End::Open);
            }
        }
    }

private:
    bool isWithin(Row row) const { return row >= m_first && row < m_end; }

    SocketId receiverOf(Row row, const SocketNode& node, const CallRecord& record)
    {
        if (record.hasAddress && !record.address.isEmpty()) {
            return boundTo(row, node, record.address);
        }
        const auto told = m_peers.find(node.id);
        if (told != m_peers.end()) {
            return boundTo(row, node, told->second);
        }
        return node.peer != kNoSocket ? node.peer : boundTo(row, node, node.remote);
    }

    // What a name or a peer was then: the graph has the last ones only.
    void learn(Row row, const SocketNode& node)
    {
        const CallRecord record = m_store.call(row);
        if (record.call == CallId::Connect) {
            m_peers[node.id] = record.address;
        } else if (record.hasAddress) {
            m_learned.push_back({record.address, node.id});
        }
    }

    static bool livedAt(Row row, const SocketNode& node)
    {
        return node.created <= row && (node.open || node.lastCall > row);
    }

    // Who had that name then: the socket bound to it, or to its port on any address.
    SocketId boundTo(Row row, const SocketNode& from, const Address& address)
    {
        const auto learned = std::ranges::find(m_learned.rbegin(), m_learned.rend(), address, &Learned::name);
        const SocketNode* known = learned != m_learned.rend() ? m_graph.find(learned->socket) : nullptr;
        SocketId found = known != nullptr && livedAt(row, *known) ? known->id : kNoSocket;
        for (const SocketNode* node : namedLike(address)) {
            // One of IPv6 gets what is sent by IPv4 where none of IPv4 is there.
            const bool isNext = node->domain == from.domain || found == kNoSocket;
            if (isNext && livedAt(row, *node)) {
                found = node->id;
            }
        }
        return found;
    }

    const std::vector<const SocketNode*>& namedLike(const Address& address)
    {
        const auto known = std::ranges::find(m_names, address, &Named::address);
        if (known != m_names.end()) {
            return known->sockets;
        }
        Named named {address, {}};
        for (const auto& entry : m_graph.sockets()) {
            const SocketNode& node = entry.second;
            if (reaches(address, node.local) && node.isDatagram() && node.duplicateOf == kNoSocket) {
                named.sockets.push_back(&node);
            }
        }
        return m_names.emplace_back(std::move(named)).sockets;
    }

    void send(Row row, const SocketNode& node)
    {
        const SocketId to = receiverOf(row, node, m_store.call(row));
        if (to != kNoSocket) {
            m_queues[to].push_back({row, node.id});
            m_open += isWithin(row) ? 1U : 0U;
        }
    }

    bool isThat(const Queued& queued, Row received, const CallRecord& record) const
    {
        const std::uint32_t sent = m_store.event(queued.sent).dataSize;
        const std::uint32_t got = m_store.event(received).dataSize;
        const SocketNode* from = m_graph.find(queued.from);
        const bool named = record.hasAddress && !record.address.isEmpty() && from != nullptr
            && !from->local.isEmpty() && !from->local.isWildcard();
        if ((named && record.address != from->local) || (got != sent && (got == 0 || got > sent))) {
            return false;
        }
        const auto a = m_store.data(queued.sent);
        const auto b = m_store.data(received);
        const auto both = static_cast<std::ptrdiff_t>(std::min(a.size(), b.size()));
        return std::equal(a.begin(), a.begin() + both, b.begin());
    }

    void receive(Row row, const SocketNode& node)
    {
        const CallRecord record = m_store.call(row);
        const auto slot = parameterOf(describe(record.call), ParameterKind::MessageFlags);
        if (slot && (record.arguments[*slot] & MSG_PEEK) != 0) {
            return;
        }
        std::deque<Queued>& queue = m_queues[originalOf(node)];
        const auto that
            = std::ranges::find_if(queue, [&](const Queued& queued) { return isThat(queued, row, record); });
        if (that == queue.end()) {
            return; // of somebody else, or of long ago
        }
        std::for_each(queue.begin(), that, [](Queued& queued) { queued.passedOver = true; });
        if (record.hasAddress && !record.address.isEmpty()) {
            const bool news = std::ranges::none_of(
                m_learned, [&](const Learned& learned) { return learned.name == record.address; });
            if (news) {
                m_learned.push_back({record.address, that->from});
            }
        }
        tell(*that, originalOf(node), row, Passage::End::Received);
        m_open -= isWithin(that->sent) ? 1U : 0U;
        queue.erase(that);
    }

    // EAGAIN: the queue was empty, so what had been sent before never came into it. (A filled error queue
    // and what SO_PEEK_OFF has skipped say nothing of that.)
    void passOver(Row row, const SocketNode& node)
    {
        const CallRecord record = m_store.call(row);
        const auto slot = parameterOf(describe(record.call), ParameterKind::MessageFlags);
        if (slot && (record.arguments[*slot] & (MSG_PEEK | MSG_ERRQUEUE | MSG_OOB)) != 0) {
            return;
        }
        const std::uint64_t began = m_store.event(row).time;
        for (Queued& queued : m_queues[originalOf(node)]) {
            queued.passedOver |= m_store.event(queued.sent).end() <= began;
        }
    }

    // What nobody has taken goes with the socket.
    void close(Row row, const SocketNode& node)
    {
        const SocketId original = originalOf(node);
        const bool isLast = !node.open && node.lastCall == row
            && std::ranges::all_of(m_graph.sockets(), [&](const auto& entry) {
                   return originalOf(entry.second) != original || !entry.second.open;
               });
        const auto queue = m_queues.find(original);
        if (!isLast || queue == m_queues.end()) {
            return;
        }
        for (const Queued& queued : queue->second) {
            tell(queued, original, std::nullopt, Passage::End::Lost);
            m_open -= isWithin(queued.sent) ? 1U : 0U;
        }
        m_queues.erase(queue);
    }

    void tell(const Queued& queued, SocketId to, std::optional<Row> received, Passage::End end)
    {
        const bool hasSend = isWithin(queued.sent);
        const bool hasReceive = received && isWithin(*received);
        if (!hasSend && !hasReceive) {
            return;
        }
        Passage passage;
        passage.sent = hasSend ? std::optional(queued.sent) : std::nullopt;
        passage.received = hasReceive ? received : std::nullopt;
        passage.from = queued.from;
        passage.to = to;
        passage.units = m_store.event(queued.sent).dataSize;
        passage.end = received && !hasReceive ? Passage::End::Later : end;
        m_passages.push_back(passage);
    }

    const EventStore& m_store;
    const SocketGraph& m_graph;
    const Row m_first;
    const Row m_end;
    std::vector<Passage>& m_passages;
    struct Named {
        Address address;
        std::vector<const SocketNode*> sockets;
    };
    std::vector<Named> m_names; // that have been asked for
    struct Learned {
        Address name;
        SocketId socket;
    };
    std::vector<Learned> m_learned; // from what calls said
    std::map<SocketId, Address> m_peers; // by connect()
    std::map<SocketId, std::deque<Queued>> m_queues;
    std::uint64_t m_open = 0; // sends of the stretch that are not settled
};

}

void addDatagramPassages(
    const EventStore& store, const SocketGraph& graph, const Stretch& stretch, std::vector<Passage>& passages)
{
    const Row first = stretch.first;
    const Row end = stretch.end;
    std::vector<Passage> none;
    DatagramQueues probe(store, graph, first, end, none);
    bool concerns = false;
    for (Row row = first; row < end && !concerns; ++row) {
        concerns = probe.take(row);
    }
    if (!concerns) {
        return; // what was sent before and comes later is no business of this stretch
    }
    DatagramQueues queues(store, graph, first, end, passages);
    for (Row row = first - std::min(first, kAround); row < end; ++row) {
        queues.take(row);
    }
    const Row behind = std::min(stretch.known, end + kAround);
    for (Row row = end; row < behind && !queues.isSettled(); ++row) {
        queues.take(row);
    }
    queues.finish();
}

}
