// What the user does to the board itself: moving, arranging and aligning cards, taking them off, notes. All
// of it can be undone. System calls cannot: the kernel has no way back, and none is pretended.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointF>
#include <QUndoStack>
#include <vector>

#include "ui/board/board_node.h"
#include "ui/workbench.h"

namespace ui {

class BoardScene;

enum class Alignment : quint8 { Left, Right, Top, Bottom };

class BoardEdits : public QObject {
    Q_OBJECT

public:
    BoardEdits(Workbench& workbench, BoardScene& scene);

    QUndoStack& stack() { return m_stack; }
    void watch(BoardNode& node); // its drags are undoable from now on

    void arrange(); // all, by what the sockets are for
    void align(Alignment how); // the selected cards; no fewer than two
    void moveSelected(const QPointF& by); // by keys: steps in a row are one edit
    void dismiss(const std::vector<netcore::SocketId>& sockets);
    // A short text on a card; empty takes it off. Kept as the comment on the row that made the socket, so it
    // is in the session's file and in the log too.
    void setNote(netcore::SocketId socket, const QString& text);
    QString note(netcore::SocketId socket) const;

    // For the commands: nodes go by name, so that one that was away and is back is found again.
    void place(const QHash<QString, QPointF>& places);
    QString nameOf(const BoardNode& node) const { return node.objectName(); }

private:
    using Places = QHash<QString, QPointF>;
    Places placesOf(const std::vector<BoardNode*>& nodes) const;
    std::vector<BoardNode*> selectedNodes() const;
    std::vector<BoardNode*> allNodes() const;
    void push(const Places& before, const Places& after, const QString& text, bool steps = false);

    Workbench& m_workbench;
    BoardScene& m_scene;
    QUndoStack m_stack;
    Places m_grabbed; // where the cards were before the drag
};

}
