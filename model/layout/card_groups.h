// Which cards of the board belong together, and who stands beside whom: a listener, what it accepted, and the
// clients of those; the two ends of a pair.
#pragma once

#include <array>
#include <vector>

#include "model/layout/board_arrangement.h"

namespace model {

// From left to right, in each line.
enum CardZone : std::uint8_t { ListenerZone, AcceptedZone, ClientZone, PeerZone, kCardZones };

inline constexpr std::size_t kNoCard = static_cast<std::size_t>(-1);

// Cards side by side: indexes of the list that was given, or kNoCard.
struct CardLine {
    std::array<std::size_t, kCardZones> cards {kNoCard, kNoCard, kNoCard, kNoCard};
};

enum class CardGroupKind : std::uint8_t {
    Served, // a listener, or what one has accepted
    Streams, // others that are connected
    LoneStreams,
    Datagrams,
    LoneDatagrams,
};

struct CardGroup {
    CardGroupKind kind;
    std::vector<CardLine> lines;
};

// By kind, then as they stand now. Lone ones of a kind are one group.
std::vector<CardGroup> groupsOf(const SocketGraph& graph, const std::vector<PlacedCard>& cards);

}
