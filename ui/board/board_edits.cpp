#include "ui/board/board_edits.h"

#include <QUndoCommand>
#include <algorithm>

#include "model/layout/board_arrangement.h"
#include "ui/board/board_scene.h"

namespace ui {

using namespace netcore;

namespace {

constexpr int kStepsId = 1; // of commands that join those before them

class MoveCommand : public QUndoCommand {
public:
    using Places = QHash<QString, QPointF>;
    MoveCommand(BoardEdits& edits, Places before, Places after, const QString& text, bool steps)
        : QUndoCommand(text)
        , m_edits(edits)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_steps(steps)
    {
    }
    void undo() override { m_edits.place(m_before); }
    void redo() override { m_edits.place(m_after); }
    int id() const override { return m_steps ? kStepsId : -1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const MoveCommand*>(other);
        if (next->m_before != m_after) {
            return false;
        }
        m_after = next->m_after;
        return true;
    }

private:
    BoardEdits& m_edits;
    const Places m_before;
    Places m_after;
    const bool m_steps;
};

class DismissCommand : public QUndoCommand {
public:
    DismissCommand(BoardScene& scene, std::vector<SocketId> sockets, const QString& text)
        : QUndoCommand(text), m_scene(scene), m_sockets(std::move(sockets))
    {
    }
    void undo() override { set(false); }
    void redo() override { set(true); }

private:
    void set(bool dismissed)
    {
        for (const SocketId socket : m_sockets) {
            m_scene.setDismissed(socket, dismissed);
        }
    }
    BoardScene& m_scene;
    const std::vector<SocketId> m_sockets;
};

class NoteCommand : public QUndoCommand {
public:
    NoteCommand(Workbench& workbench, model::Row row, const QString& note, const QString& text)
        : QUndoCommand(text)
        , m_workbench(workbench)
        , m_row(row)
        , m_before(workbench.annotations().comment(row))
        , m_after(note)
    {
    }
    void undo() override { m_workbench.annotations().setComment(m_row, m_before); }
    void redo() override { m_workbench.annotations().setComment(m_row, m_after); }

private:
    Workbench& m_workbench;
    const model::Row m_row;
    const QString m_before;
    const QString m_after;
};

}

BoardEdits::BoardEdits(Workbench& workbench, BoardScene& scene)
    : QObject(&scene), m_workbench(workbench), m_scene(scene)
{
}

void BoardEdits::watch(BoardNode& node)
{
    connect(&node, &BoardNode::grabbed, this, [this, &node] {
        std::vector<BoardNode*> nodes = selectedNodes();
        if (std::ranges::find(nodes, &node) == nodes.end()) {
            nodes.push_back(&node);
        }
        m_grabbed = placesOf(nodes);
    });
    connect(&node, &BoardNode::released, this, [this] {
        const Places before = std::exchange(m_grabbed, {});
        Places after;
        for (const BoardNode* other : allNodes()) {
            if (before.contains(nameOf(*other))) {
                after.insert(nameOf(*other), other->pos());
            }
        }
        push(before, after, tr("moving"));
    });
}

std::vector<BoardNode*> BoardEdits::allNodes() const
{
    std::vector<BoardNode*> nodes;
    for (const auto& [id, card] : m_scene.cards()) {
        nodes.push_back(card);
    }
    for (const auto& [key, peer] : m_scene.cords().peers()) {
        nodes.push_back(peer);
    }
    return nodes;
}

std::vector<BoardNode*> BoardEdits::selectedNodes() const
{
    std::vector<BoardNode*> nodes = allNodes();
    const SocketCard* chosen = m_scene.cardOf(m_workbench.selected());
    std::erase_if(nodes, [chosen](const BoardNode* node) { return !node->isSelected() && node != chosen; });
    return nodes;
}

BoardEdits::Places BoardEdits::placesOf(const std::vector<BoardNode*>& nodes) const
{
    Places places;
    for (const BoardNode* node : nodes) {
        places.insert(nameOf(*node), node->destination());
    }
    return places;
}

void BoardEdits::push(const Places& before, const Places& after, const QString& text, bool steps)
{
    if (before != after) {
        m_stack.push(new MoveCommand(*this, before, after, text, steps)); // does it, too
    }
}

void BoardEdits::place(const Places& places)
{
    for (BoardNode* node : allNodes()) {
        if (const auto place = places.constFind(nameOf(*node)); place != places.cend()) {
            node->glideTo(*place);
        }
    }
    Q_EMIT m_scene.contentChanged();
}

void BoardEdits::arrange()
{
    std::vector<BoardNode*> nodes;
    std::vector<model::PlacedCard> cards;
    for (const auto& [id, card] : m_scene.cards()) {
        nodes.push_back(card);
        cards.push_back({id, false, card->cardRect().size(), card->destination()});
    }
    for (const auto& [key, peer] : m_scene.cords().peers()) {
        nodes.push_back(peer);
        cards.push_back(
            {m_scene.cords().socketOf(*peer), true, peer->cardRect().size(), peer->destination()});
    }
    const qreal wide = nodes.empty() ? 0 : nodes.front()->cardRect().width() / 3;
    const std::vector<QPointF> places
        = arranged(m_scene.graph(), cards, {BoardNode::kGrid, {wide, 24}, m_scene.room()});
    Places after;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        after.insert(nameOf(*nodes[i]), places[i]);
    }
    push(placesOf(nodes), after, tr("arranging"));
}

void BoardEdits::align(Alignment how)
{
    const std::vector<BoardNode*> nodes = selectedNodes();
    if (nodes.size() < 2) {
        return;
    }
    QRectF all;
    for (const BoardNode* node : nodes) {
        all |= node->onBoard();
    }
    Places after;
    for (const BoardNode* node : nodes) {
        const QSizeF size = node->cardRect().size();
        QPointF place = node->destination();
        switch (how) {
        case Alignment::Left:
            place.setX(all.left());
            break;
        case Alignment::Right:
            place.setX(all.right() - size.width());
            break;
        case Alignment::Top:
            place.setY(all.top());
            break;
        default:
            place.setY(all.bottom() - size.height());
            break;
        }
        after.insert(nameOf(*node), place);
    }
    push(placesOf(nodes), after, tr("aligning"));
}

void BoardEdits::moveSelected(const QPointF& by)
{
    const Places before = placesOf(selectedNodes());
    Places after = before;
    for (QPointF& place : after) {
        place = onGrid(place + by);
    }
    push(before, after, tr("moving"), true);
}

void BoardEdits::dismiss(const std::vector<SocketId>& sockets)
{
    std::vector<SocketId> shown = sockets;
    std::erase_if(shown, [this](SocketId socket) { return m_scene.cardOf(socket) == nullptr; });
    if (!shown.empty()) {
        m_stack.push(new DismissCommand(m_scene, shown, tr("taking cards off the board")));
    }
}

void BoardEdits::setNote(SocketId socket, const QString& text)
{
    const model::SocketNode* node = m_scene.graph().find(socket);
    if (node != nullptr && note(socket) != text) {
        m_stack.push(new NoteCommand(m_workbench, node->created, text, tr("a note")));
    }
}

QString BoardEdits::note(SocketId socket) const
{
    const model::SocketNode* node = m_scene.graph().find(socket);
    return node != nullptr ? m_workbench.annotations().comment(node->created) : QString();
}

}
