// What can be done with the board and its cards, as actions: for the window's menus, for the command palette,
// and for the menus of the right mouse button.
#pragma once

#include <QObject>

#include "ui/workbench.h"

class QAction;
class QMenu;

namespace ui {

class BoardView;

class BoardActions : public QObject {
    Q_OBJECT

public:
    BoardActions(Workbench& workbench, BoardView& view);

    QAction* connectAction() { return m_connect; }
    void fillEditMenu(QMenu& menu);
    void fillViewMenu(QMenu& menu);

    void showCardMenu(netcore::SocketId socket, const QPoint& globalPlace);
    void showBoardMenu(const QPointF& place, const QPoint& globalPlace); // place: of the scene
    void showMenuOfSelected();

Q_SIGNALS:
    void followWanted(quint64 socket); // its conversation
    void logWanted(quint64 socket); // only its rows
    void newSocketWanted(const QPoint& globalPlace);

private:
    QAction* make(const char* name, const QString& text, const std::function<void()>& act);
    QAction* add(QMenu& menu, const char* name, const QString& text, const std::function<void()>& act);
    QMenu* makeMenu(const char* name);
    void addCalls(QMenu& menu, const model::SocketNode& node);
    void addAlignments(QMenu& menu);
    void refresh();

    Workbench& m_workbench;
    BoardView& m_view;
    QAction* m_undo;
    QAction* m_redo;
    QAction* m_arrange;
    QAction* m_connect;
    QAction* m_note;
    QAction* m_selectAll;
    QAction* m_fit;
    QAction* m_zoomSelection;
};

}
