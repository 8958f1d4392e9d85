#include "model/filter/matcher.h"

#include <algorithm>

#include "model/filter/leaf.h"

namespace model::filter {

struct Matcher::Step {
    Node::Kind kind = Node::Kind::Comparison;
    LeafPointer leaf;
    std::vector<std::unique_ptr<Step>> parts;
    Cost cost = Cost::Columns; // of the dearest part
};

LeafPointer makeLeaf(const Comparison& comparison)
{
    switch (comparison.field) {
    case Field::Row:
    case Field::Time:
    case Field::Took:
    case Field::Socket:
    case Field::Opened:
    case Field::Thread:
    case Field::Call:
    case Field::Kind:
    case Field::Result:
    case Field::Errno:
    case Field::Size:
    case Field::Kept:
        return makeNumberLeaf(comparison);
    case Field::Data:
        return makeDataLeaf(comparison);
    case Field::Text:
        return makeTextLeaf(comparison);
    case Field::Peer:
    case Field::Local:
    case Field::Address:
    case Field::Port:
        return makeAddressLeaf(comparison);
    case Field::Flags:
    case Field::Level:
    case Field::Option:
        return makeRecordLeaf(comparison);
    case Field::Failed:
    case Field::Blocked:
    case Field::Sends:
    case Field::Receives:
    case Field::Marked:
    case Field::Commented:
    case Field::Automatic:
    case Field::Observation:
    case Field::Note:
    case Field::Gap:
        return makeTruthLeaf(comparison);
    default:
        return makeSocketLeaf(comparison);
    }
}

Matcher::Matcher(const EventStore& store, const Node& node, std::shared_ptr<const Facts> facts)
    : m_store(store), m_root(makeStep(node))
{
    setFacts(std::move(facts));
}

Matcher::~Matcher() = default;

std::unique_ptr<Matcher::Step> Matcher::makeStep(const Node& node)
{
    auto step = std::make_unique<Step>();
    step->kind = node.kind;
    if (node.kind == Node::Kind::Comparison) {
        step->leaf = makeLeaf(node.comparison);
        step->cost = step->leaf->cost();
        return step;
    }
    for (const Node& part : node.parts) {
        step->parts.push_back(makeStep(part));
        step->cost = std::max(step->cost, step->parts.back()->cost);
    }
    std::ranges::stable_sort(step->parts, {}, [](const auto& part) { return part->cost; });
    return step;
}

void Matcher::takeFacts(Step& step, const Facts& facts)
{
    if (step.leaf) {
        step.leaf->take(facts);
    }
    for (const auto& part : step.parts) {
        takeFacts(*part, facts);
    }
}

void Matcher::setFacts(std::shared_ptr<const Facts> facts)
{
    m_facts = std::move(facts);
    takeFacts(*m_root, *m_facts);
}

// Sets `found`: what matches of `where`.
void Matcher::findIn(Step& step, const Piece& piece, const RowBits& where, RowBits& found)
{
    const RowSpan rows = piece.rows;
    if (step.kind == Node::Kind::Comparison) {
        rows.fill(found, false);
        step.leaf->find(piece, where, found);
        return;
    }
    RowBits left = where; // rows that the next part is asked of
    RowBits part;
    if (step.kind == Node::Kind::Or) {
        rows.fill(found, false);
    }
    for (const auto& next : step.parts) {
        if (!rows.any(left)) {
            break;
        }
        findIn(*next, piece, left, part);
        for (std::size_t word = rows.firstWord(); word < rows.endWord(); ++word) {
            if (step.kind == Node::Kind::And) {
                left.words[word] = part.words[word];
            } else {
                found.words[word] |= step.kind == Node::Kind::Or ? part.words[word] : 0;
                left.words[word] &= ~part.words[word];
            }
        }
    }
    if (step.kind != Node::Kind::Or) {
        found = left;
    }
}

bool Matcher::match(Row first, Row end, RowBits& bits, const std::stop_token& stop)
{
    const EventStore::Columns columns = m_store.columns(first);
    const RowSpan rows {
        static_cast<std::size_t>(first - columns.first), static_cast<std::size_t>(end - columns.first)};
    const Piece piece {m_store, columns, rows, m_sleeps, stop};
    RowBits all;
    rows.fill(all, true);
    findIn(*m_root, piece, all, bits);
    return !stop.stop_requested();
}

bool Matcher::isCheap() const
{
    return m_root->cost <= Cost::Lookup;
}

bool Matcher::matches(Row row)
{
    RowBits bits;
    match(row, row + 1, bits);
    return bits.test(row % EventStore::kChunkRows);
}

}
