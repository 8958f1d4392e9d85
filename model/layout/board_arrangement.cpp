#include "model/layout/board_arrangement.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/layout/card_groups.h"

namespace model {

namespace {

constexpr std::size_t kMostColumns = 200; // that are tried

class Arranger {
public:
    Arranger(const std::vector<PlacedCard>& cards, std::vector<CardGroup> groups, const ArrangementGaps& gaps)
        : m_cards(cards), m_gaps(gaps), m_groups(std::move(groups)), m_places(cards.size())
    {
    }

    std::vector<QPointF> run();

private:
    qreal up(qreal length) const { return std::ceil(length / m_gaps.grid) * m_gaps.grid; }
    qreal heightOf(const CardLine& line) const;
    qreal heightOf(const CardGroup& group) const;
    qreal heightOfKind(std::size_t first) const; // of that group and those like it that follow
    QSizeF pack(qreal mostHeight); // all of it, in columns of that height; returns its size
    void addGroup(const CardGroup& group, qreal mostHeight);
    void endColumn();
    qreal shownAt(const QSizeF& size) const; // by which factor it must be zoomed out

    const std::vector<PlacedCard>& m_cards;
    const ArrangementGaps m_gaps;
    const std::vector<CardGroup> m_groups;
    std::vector<QPointF> m_places;
    std::vector<const CardLine*> m_column; // that is being filled
    qreal m_left = 0; // of it
    qreal m_filled = 0; // height
    QSizeF m_size; // so far
};

qreal Arranger::heightOf(const CardLine& line) const
{
    qreal height = 0;
    for (const std::size_t card : line.cards) {
        height = std::max(height, card != kNoCard ? m_cards[card].size.height() : 0);
    }
    return up(height + m_gaps.between.height());
}

qreal Arranger::heightOf(const CardGroup& group) const
{
    qreal height = 0;
    for (const CardLine& line : group.lines) {
        height += heightOf(line);
    }
    return height;
}

qreal Arranger::heightOfKind(std::size_t first) const
{
    qreal height = 0;
    for (std::size_t i = first; i < m_groups.size() && m_groups[i].kind == m_groups[first].kind; ++i) {
        height += heightOf(m_groups[i]);
    }
    return height;
}

void Arranger::endColumn()
{
    std::array<qreal, kCardZones> widths {};
    for (const CardLine* line : m_column) {
        for (std::size_t zone = 0; zone < kCardZones; ++zone) {
            const std::size_t card = line->cards[zone];
            widths[zone] = std::max(widths[zone], card != kNoCard ? m_cards[card].size.width() : 0);
        }
    }
    qreal y = 2 * m_gaps.grid;
    for (const CardLine* line : m_column) {
        qreal x = m_left;
        for (std::size_t zone = 0; zone < kCardZones; ++zone) {
            if (line->cards[zone] != kNoCard) {
                m_places[line->cards[zone]] = {x, y};
            }
            x += widths[zone] > 0 ? up(widths[zone] + m_gaps.between.width()) : 0;
        }
        y += heightOf(*line);
    }
    for (const qreal width : widths) { // nobody stands in a zone: it takes no room
        m_left += width > 0 ? up(width + m_gaps.between.width()) : 0;
    }
    m_size = {m_left - m_gaps.between.width(), std::max(m_size.height(), y)};
    m_column.clear();
    m_filled = 0;
}

// What fits into a column is not torn apart.
void Arranger::addGroup(const CardGroup& group, qreal mostHeight)
{
    const qreal height = heightOf(group);
    if (m_filled > 0 && m_filled + height > mostHeight && height <= mostHeight) {
        endColumn();
    }
    for (const CardLine& line : group.lines) {
        const qreal its = heightOf(line);
        if (m_filled > 0 && m_filled + its > mostHeight) {
            endColumn();
        }
        m_column.push_back(&line);
        m_filled += its;
    }
}

QSizeF Arranger::pack(qreal mostHeight)
{
    m_left = 2 * m_gaps.grid;
    m_size = {};
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const bool begins = i == 0 || m_groups[i].kind != m_groups[i - 1].kind;
        if (begins && m_filled > 0 && m_filled + heightOfKind(i) > mostHeight) {
            endColumn(); // each kind has zones of its own
        }
        addGroup(m_groups[i], mostHeight);
    }
    endColumn();
    return m_size;
}

qreal Arranger::shownAt(const QSizeF& size) const
{
    return std::min({1.0, m_gaps.room.width() / size.width(), m_gaps.room.height() / size.height()});
}

std::vector<QPointF> Arranger::run()
{
    qreal all = 0;
    std::size_t lines = 0;
    for (const CardGroup& group : m_groups) {
        all += heightOf(group);
        lines += group.lines.size();
    }
    qreal best = 0;
    qreal bestHeight = all;
    for (std::size_t columns = 1; columns <= std::min(lines, kMostColumns); ++columns) {
        const qreal height = up(all / static_cast<qreal>(columns));
        const qreal scale = shownAt(pack(height));
        if (scale > best * 1.001) { // the fewer columns, the better
            best = scale;
            bestHeight = height;
        }
    }
    pack(bestHeight);
    return std::move(m_places);
}

}

std::vector<QPointF> arranged(
    const SocketGraph& graph, const std::vector<PlacedCard>& cards, const ArrangementGaps& gaps)
{
    return Arranger(cards, groupsOf(graph, cards), gaps).run();
}

}
