#include "model/layout/board_arrangement.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/lifecycle/lifecycle_diagram.h"

namespace model {

using namespace netcore;

namespace {

enum Zone : std::uint8_t { Left, Middle, Right, Peers, BelowLeft, BelowRight, kZones };
constexpr std::size_t kLongestColumn = 12; // cards; more stand in further columns

Zone zoneOf(const SocketGraph& graph, const PlacedCard& card)
{
    const SocketNode* node = graph.find(card.socket);
    if (node == nullptr) {
        return Left;
    }
    const bool second = node->peer != kNoSocket && node->peer < node->id;
    if (node->isDatagram()) {
        return card.foreign || second || node->connected ? BelowRight : BelowLeft;
    }
    if (card.foreign) {
        return node->accepted ? Right : Peers;
    }
    switch (roleOf(*node)) {
    case SocketRole::Accepted:
        return Middle;
    case SocketRole::Active:
        return Right;
    case SocketRole::Paired:
        return second ? Right : Left;
    default:
        return Left;
    }
}

class Arranger {
public:
    Arranger(const std::vector<PlacedCard>& cards, const ArrangementGaps& gaps)
        : m_cards(cards), m_gaps(gaps), m_places(cards.size())
    {
    }

    void add(Zone zone, std::size_t card) { m_zones[zone].push_back(card); }

    std::vector<QPointF> run()
    {
        const qreal top = 2 * m_gaps.grid;
        qreal bottom = top;
        row({Left, Middle, Right, Peers}, top, bottom);
        const qreal below = bottom == top ? top : up(bottom + m_gaps.grid);
        row({BelowLeft, BelowRight}, below, bottom);
        return std::move(m_places);
    }

private:
    qreal up(qreal length) const { return std::ceil(length / m_gaps.grid) * m_gaps.grid; }

    void row(std::initializer_list<Zone> zones, qreal top, qreal& bottom)
    {
        qreal x = 2 * m_gaps.grid;
        for (const Zone zone : zones) {
            auto& cards = m_zones[zone];
            std::ranges::sort(cards, {}, [this](std::size_t card) {
                const QPointF& place = m_cards[card].place;
                return std::tuple(place.y(), place.x(), card);
            });
            for (std::size_t first = 0; first < cards.size(); first += kLongestColumn) {
                x = column(cards, first, {x, top}, bottom);
            }
        }
    }

    qreal column(const std::vector<std::size_t>& cards, std::size_t first, QPointF at, qreal& bottom)
    {
        qreal width = 0;
        qreal y = at.y();
        for (std::size_t i = first; i < std::min(cards.size(), first + kLongestColumn); ++i) {
            const QSizeF size = m_cards[cards[i]].size;
            m_places[cards[i]] = {at.x(), y};
            width = std::max(width, size.width());
            bottom = std::max(bottom, y + size.height());
            y = up(y + size.height() + m_gaps.between.height());
        }
        return up(at.x() + width + m_gaps.between.width());
    }

    const std::vector<PlacedCard>& m_cards;
    const ArrangementGaps m_gaps;
    std::array<std::vector<std::size_t>, kZones> m_zones;
    std::vector<QPointF> m_places;
};

}

std::vector<QPointF> arranged(
    const SocketGraph& graph, const std::vector<PlacedCard>& cards, const ArrangementGaps& gaps)
{
    Arranger arranger(cards, gaps);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        arranger.add(zoneOf(graph, cards[i]), i);
    }
    return arranger.run();
}

}
