// Conditions on what is known of a row's socket or actor: its number, domain and type; the actor's name. The
// sockets that match are found once; then rows are compared by their socket column.

#include <algorithm>
#include <sys/socket.h>

#include "model/filter/column_scan.h"
#include "model/filter/leaf.h"
#include "model/filter/text_test.h"
#include "netcore/sys/address.h"

namespace model::filter {

using namespace netcore;

namespace {

constexpr std::size_t kMostScans = 16;

bool contains(const std::vector<NumberRange>& ranges, std::int64_t value)
{
    return std::ranges::any_of(
        ranges, [value](const NumberRange& range) { return value >= range.first && value <= range.last; });
}

bool isInternet(const SocketFacts& socket)
{
    return socket.domain == AF_INET || socket.domain == AF_INET6;
}

bool matches(const Comparison& comparison, const SocketFacts& socket)
{
    switch (comparison.field) {
    case Field::Fd:
        return socket.fd >= 0
            && (comparison.test == Test::Present || contains(comparison.numbers, socket.fd));
    case Field::Domain:
        return contains(comparison.numbers, socket.domain);
    case Field::Type:
        return contains(comparison.numbers, socket.type);
    case Field::Ipv4:
        return socket.domain == AF_INET;
    case Field::Ipv6:
        return socket.domain == AF_INET6;
    case Field::Unix:
        return socket.domain == AF_UNIX;
    case Field::Stream:
        return socket.type == SOCK_STREAM;
    case Field::Datagram:
        return socket.type == SOCK_DGRAM;
    case Field::Seqpacket:
        return socket.type == SOCK_SEQPACKET;
    case Field::Tcp:
        return isInternet(socket) && socket.type == SOCK_STREAM;
    case Field::Udp:
        return isInternet(socket) && socket.type == SOCK_DGRAM;
    default:
        return false;
    }
}

class SocketLeaf final : public Leaf {
public:
    explicit SocketLeaf(const Comparison& comparison) : m_comparison(comparison) { }

    Cost cost() const override { return m_ranges.size() > kMostScans ? Cost::Lookup : Cost::Columns; }
    void take(const Facts& facts) override
    {
        std::vector<NumberRange> ranges;
        m_is.assign(facts.sockets.size(), false);
        for (std::size_t i = 1; i < facts.sockets.size(); ++i) {
            if (facts.sockets[i] && matches(m_comparison, *facts.sockets[i])) {
                m_is[i] = true;
                const auto id = static_cast<std::int64_t>(i);
                ranges.push_back({id, id});
            }
        }
        m_ranges = normalized(std::move(ranges));
    }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        if (m_ranges.size() <= kMostScans) {
            findSockets(piece, m_ranges, where, found);
            return;
        }
        piece.rows.forEach(where, [&](std::size_t row) {
            const std::size_t id = number(socketAt(piece, row));
            if (id < m_is.size() && m_is[id]) {
                found.set(row);
            }
            return true;
        });
    }

private:
    Comparison m_comparison;
    std::vector<NumberRange> m_ranges; // ids
    std::vector<bool> m_is; // by number
};

class ActorLeaf final : public Leaf {
public:
    explicit ActorLeaf(const Comparison& comparison) : m_comparison(comparison), m_test(comparison) { }

    Cost cost() const override { return Cost::Columns; }
    void take(const Facts& facts) override
    {
        m_is.assign(facts.actors.size(), false);
        for (std::size_t i = 1; i < facts.actors.size(); ++i) {
            m_is[i] = m_test.holds(facts.actors[i]) != m_comparison.negated;
        }
    }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        const auto actors = std::span(
            reinterpret_cast<const std::uint16_t*>(piece.columns.actor.data()), piece.columns.size());
        if (m_comparison.test == Test::Present) {
            scan(actors, 1, UINT16_MAX - 1, piece.rows, where, found);
            return;
        }
        std::size_t first = 0;
        while ((first = next(first, true)) < m_is.size()) { // names that stand together are one range
            const std::size_t end = next(first, false);
            scan(actors, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(end - 1 - first),
                piece.rows, where, found);
            first = end;
        }
    }

private:
    std::size_t next(std::size_t from, bool is) const
    {
        while (from < m_is.size() && m_is[from] != is) {
            ++from;
        }
        return from;
    }

    Comparison m_comparison;
    TextTest m_test;
    std::vector<bool> m_is; // by number
};

}

LeafPointer makeSocketLeaf(const Comparison& comparison)
{
    if (comparison.field == Field::Actor) {
        return std::make_unique<ActorLeaf>(comparison);
    }
    return std::make_unique<SocketLeaf>(comparison);
}

}
