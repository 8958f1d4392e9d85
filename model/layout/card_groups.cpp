#include "model/layout/card_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "model/graph/socket_edges.h"
#include "model/lifecycle/lifecycle_diagram.h"

namespace model {

using namespace netcore;

namespace {

CardZone zoneOf(const SocketNode& node, bool foreign)
{
    const bool second = node.peer != kNoSocket && node.peer < node.id;
    if (foreign) {
        return node.accepted ? ClientZone : PeerZone;
    }
    if (node.isDatagram()) {
        return second || node.connected ? ClientZone : ListenerZone;
    }
    switch (roleOf(node)) {
    case SocketRole::Accepted:
        return AcceptedZone;
    case SocketRole::Active:
        return ClientZone;
    case SocketRole::Paired:
        return second ? ClientZone : ListenerZone;
    default:
        return ListenerZone;
    }
}

class Grouper {
public:
    Grouper(const SocketGraph& graph, const std::vector<PlacedCard>& cards)
        : m_graph(graph), m_cards(cards), m_heads(cards.size())
    {
        std::iota(m_heads.begin(), m_heads.end(), 0);
        for (std::size_t i = 0; i < cards.size(); ++i) {
            (cards[i].foreign ? m_foreign : m_own)[cards[i].socket] = i;
        }
    }

    std::vector<CardGroup> run();

private:
    using Members = std::vector<std::size_t>;
    const SocketNode* nodeOf(std::size_t card) const { return m_graph.find(m_cards[card].socket); }
    auto placeOf(std::size_t card) const
    {
        return std::tuple(m_cards[card].place.y(), m_cards[card].place.x(), card);
    }
    std::size_t cardOf(SocketId socket) const
    {
        const auto own = m_own.find(socket);
        return own == m_own.end() ? kNoCard : own->second;
    }
    std::size_t head(std::size_t card)
    {
        while (m_heads[card] != card) {
            card = m_heads[card] = m_heads[m_heads[card]];
        }
        return card;
    }
    void join(std::size_t a, std::size_t b)
    {
        if (a != kNoCard && b != kNoCard) {
            m_heads[head(a)] = head(b);
        }
    }
    void joinAll();
    CardGroupKind kindOf(const Members& members) const;
    std::size_t partnerOf(std::size_t card) const;
    std::vector<CardLine> linesOf(Members members);

    const SocketGraph& m_graph;
    const std::vector<PlacedCard>& m_cards;
    std::vector<std::size_t> m_heads; // of each card: another one of its group, or itself
    std::map<SocketId, std::size_t> m_own;
    std::map<SocketId, std::size_t> m_foreign;
};

void Grouper::joinAll()
{
    for (const SocketEdge& edge : edgesOf(m_graph)) {
        join(cardOf(edge.from), cardOf(edge.to));
    }
    for (const auto& [socket, card] : m_foreign) {
        join(card, cardOf(socket));
    }
    for (const auto& [socket, card] : m_own) {
        if (const SocketNode* node = nodeOf(card)) {
            join(card, cardOf(node->duplicateOf));
            join(card, cardOf(node->listener)); // closed ones have no edges, but still belong together
            join(card, cardOf(node->peer));
        }
    }
}

CardGroupKind Grouper::kindOf(const Members& members) const
{
    const bool isServed = std::ranges::any_of(members, [this](std::size_t card) {
        const SocketNode* node = nodeOf(card);
        return node != nullptr && (node->listening || node->accepted);
    });
    if (isServed) {
        return CardGroupKind::Served;
    }
    const SocketNode* node = nodeOf(members.front());
    const bool lone = members.size() == 1;
    if (node != nullptr && node->isDatagram()) {
        return lone ? CardGroupKind::LoneDatagrams : CardGroupKind::Datagrams;
    }
    return lone ? CardGroupKind::LoneStreams : CardGroupKind::Streams;
}

// Who should stand to its right.
std::size_t Grouper::partnerOf(std::size_t card) const
{
    const SocketNode* node = m_cards[card].foreign ? nullptr : nodeOf(card);
    if (node == nullptr) {
        return kNoCard;
    }
    const auto foreign = m_foreign.find(node->id);
    return foreign != m_foreign.end() ? foreign->second : cardOf(node->peer);
}

std::vector<CardLine> Grouper::linesOf(Members members)
{
    std::array<Members, kCardZones> zones;
    std::ranges::sort(members, {}, [this](std::size_t card) { return placeOf(card); });
    std::map<std::size_t, CardZone> toBePlaced;
    for (const std::size_t card : members) {
        const SocketNode* node = nodeOf(card);
        const CardZone zone = node != nullptr ? zoneOf(*node, m_cards[card].foreign) : ListenerZone;
        zones[zone].push_back(card);
        toBePlaced.emplace(card, zone);
    }
    std::vector<CardLine> lines;
    std::array<std::size_t, kCardZones> begins {}; // the lines before are taken, in that zone
    const auto put = [&](std::size_t card, std::size_t line) {
        for (auto at = toBePlaced.find(card); at != toBePlaced.end(); at = toBePlaced.find(card)) {
            if (lines[line].cards[at->second] != kNoCard) {
                return;
            }
            lines[line].cards[at->second] = card;
            toBePlaced.erase(at);
            card = partnerOf(card);
        }
    };
    for (const CardZone zone : {AcceptedZone, ListenerZone, ClientZone, PeerZone}) {
        for (const std::size_t card : zones[zone]) {
            if (!toBePlaced.contains(card)) {
                continue;
            }
            const std::size_t partner = partnerOf(card);
            const bool needsOwn
                = zone == AcceptedZone || (zone == ListenerZone && toBePlaced.contains(partner));
            std::size_t& line = begins[zone];
            line = needsOwn ? lines.size() : line;
            while (line < lines.size() && lines[line].cards[zone] != kNoCard) {
                ++line;
            }
            if (line == lines.size()) {
                lines.emplace_back();
            }
            put(card, line);
        }
    }
    return lines;
}

std::vector<CardGroup> Grouper::run()
{
    joinAll();
    std::map<std::size_t, Members> byHead;
    for (std::size_t card = 0; card < m_cards.size(); ++card) {
        byHead[head(card)].push_back(card);
    }
    std::map<CardGroupKind, std::vector<Members>> byKind;
    for (auto& [head, members] : byHead) {
        const CardGroupKind kind = kindOf(members);
        auto& all = byKind[kind];
        const bool lone = kind == CardGroupKind::LoneStreams || kind == CardGroupKind::LoneDatagrams;
        if (lone && !all.empty()) {
            all.front().push_back(members.front());
        } else {
            all.push_back(std::move(members));
        }
    }
    std::vector<CardGroup> groups;
    for (auto& [kind, all] : byKind) {
        std::ranges::sort(all, {}, [this](const Members& members) {
            std::vector<std::tuple<qreal, qreal, std::size_t>> places;
            for (const std::size_t card : members) {
                places.push_back(placeOf(card));
            }
            return std::ranges::min(places);
        });
        for (Members& members : all) {
            groups.push_back({kind, linesOf(std::move(members))});
        }
    }
    return groups;
}

}

std::vector<CardGroup> groupsOf(const SocketGraph& graph, const std::vector<PlacedCard>& cards)
{
    return Grouper(graph, cards).run();
}

}
