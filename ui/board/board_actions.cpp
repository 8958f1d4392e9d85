#include "ui/board/board_actions.h"

#include <QAction>
#include <QMenu>

#include "model/layout/link_plan.h"
#include "model/lifecycle/legality.h"
#include "ui/board/board_view.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

BoardActions::BoardActions(Workbench& workbench, BoardView& view)
    : QObject(&view), m_workbench(workbench), m_view(view)
{
    QUndoStack& stack = view.board().edits().stack();
    m_undo = stack.createUndoAction(this, tr("&Undo"));
    m_undo->setObjectName(QStringLiteral("actionUndo"));
    m_undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_redo = stack.createRedoAction(this, tr("&Redo"));
    m_redo->setObjectName(QStringLiteral("actionRedo"));
    m_redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    const QString honest
        = tr("Of the board: places, notes, cards taken off. A system call cannot be undone.");
    for (QAction* action : {m_undo, m_redo}) {
        action->setToolTip(words::plainToolTip(honest));
        action->setStatusTip(honest);
    }
    m_arrange = make("actionArrange", tr("&Arrange the board"), [this] { m_view.board().edits().arrange(); });
    m_arrange->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F9));
    m_connect = make("actionConnectTo", tr("Connect &to …"), [this] { m_view.connectByKeys(); });
    m_note = make(
        "actionNote", tr("&Note on the socket …"), [this] { m_view.editNote(m_workbench.selected()); });
    m_selectAll = make("actionSelectAllCards", tr("&Select all cards"), [this] {
        for (const auto& [id, card] : m_view.board().cards()) {
            card->setSelected(true);
        }
    });
    m_fit = make("actionFitBoard", tr("Show the &whole board"), [this] { m_view.fitAll(); });
    m_fit->setShortcut(QKeySequence(Qt::Key_F9));
    m_zoomSelection
        = make("actionZoomSelection", tr("&Zoom to the selection"), [this] { m_view.zoomToSelection(); });
    m_zoomSelection->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F9));
    connect(&workbench, &Workbench::selectionChanged, this, &BoardActions::refresh);
    connect(&workbench, &Workbench::momentChanged, this, &BoardActions::refresh);
    refresh();
}

QAction* BoardActions::make(const char* name, const QString& text, const std::function<void()>& act)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    connect(action, &QAction::triggered, this, act);
    return action;
}

QAction* BoardActions::add(
    QMenu& menu, const char* name, const QString& text, const std::function<void()>& act)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    connect(action, &QAction::triggered, this, act);
    return action;
}

QMenu* BoardActions::makeMenu(const char* name)
{
    auto* menu = new QMenu(&m_view);
    menu->setObjectName(QString::fromLatin1(name));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    return menu;
}

void BoardActions::refresh()
{
    const bool chosen = m_workbench.selectedSocket() != nullptr;
    m_connect->setEnabled(chosen && m_workbench.canCall());
    m_note->setEnabled(chosen);
}

void BoardActions::fillEditMenu(QMenu& menu)
{
    menu.setToolTipsVisible(true);
    menu.addAction(m_undo);
    menu.addAction(m_redo);
    QAction* honest = menu.addAction(tr("System calls cannot be undone"));
    honest->setEnabled(false);
    menu.addSeparator();
    menu.addAction(m_note);
    menu.addAction(m_selectAll);
    menu.addAction(m_arrange);
    addAlignments(*menu.addMenu(tr("A&lign the selected cards")));
}

void BoardActions::fillViewMenu(QMenu& menu)
{
    menu.addAction(m_fit);
    menu.addAction(m_zoomSelection);
}

void BoardActions::addAlignments(QMenu& menu)
{
    const auto align = [this](Alignment how) { return [this, how] { m_view.board().edits().align(how); }; };
    add(menu, "alignLeft", tr("&Left edges"), align(Alignment::Left));
    add(menu, "alignRight", tr("&Right edges"), align(Alignment::Right));
    add(menu, "alignTop", tr("&Top edges"), align(Alignment::Top));
    add(menu, "alignBottom", tr("&Bottom edges"), align(Alignment::Bottom));
}

// As on the card; those that are not legal now can be made all the same, by their form.
void BoardActions::addCalls(QMenu& menu, const model::SocketNode& node)
{
    const SocketId socket = node.id;
    for (const CallId call : cardCalls(node)) {
        const model::Legality legality = model::legality(node, call);
        QAction* action = menu.addAction(words::callName(call) + QStringLiteral("()"));
        action->setObjectName(QStringLiteral("card-") + words::callName(call));
        action->setToolTip(words::plainToolTip(words::signature(call)));
        connect(action, &QAction::triggered, this, [this, socket, call, legal = legality.legal] {
            if (legal) {
                m_view.board().perform(socket, call);
            } else {
                m_workbench.showForm(socket, call);
            }
        });
    }
}

void BoardActions::showCardMenu(SocketId socket, const QPoint& globalPlace)
{
    const model::SocketNode* node = m_workbench.graph().find(socket);
    if (node == nullptr) {
        return;
    }
    QMenu* menu = makeMenu("cardMenu");
    if (m_workbench.canCall()) {
        addCalls(*menu, *node);
        if (model::hasPlug(*node)) {
            menu->addAction(m_connect);
        }
        menu->addSeparator();
    } else {
        menu->addAction(m_workbench.isAtPresent() ? tr("A recording: no call can be made")
                                                  : tr("A moment of the past: no call can be made"))
            ->setEnabled(false);
        menu->addSeparator();
    }
    add(*menu, "cardFollow", tr("&Follow its stream"),
        [this, socket] { Q_EMIT followWanted(number(socket)); });
    add(*menu, "cardLog", tr("Only this socket in the &log"),
        [this, socket] { Q_EMIT logWanted(number(socket)); });
    menu->addSeparator();
    menu->addAction(m_note);
    menu->addAction(m_zoomSelection);
    if (m_view.board().selectedSockets().size() > 1) {
        addAlignments(*menu->addMenu(tr("A&lign")));
    }
    QAction* dismiss = add(
        *menu, "cardDismiss", tr("&Take off the board"), [this, socket] { m_view.board().dismiss(socket); });
    dismiss->setEnabled(!node->open);
    dismiss->setToolTip(tr("Closed sockets only; Ctrl+Z brings it back"));
    menu->popup(globalPlace);
}

void BoardActions::showBoardMenu(const QPointF& place, const QPoint& globalPlace)
{
    QMenu* menu = makeMenu("boardMenu");
    QAction* create = add(*menu, "boardNewSocket", tr("&New socket here …"), [this, place, globalPlace] {
        m_view.board().setNextPlace(place);
        Q_EMIT m_view.newSocketWanted(globalPlace);
    });
    create->setEnabled(m_workbench.canCall());
    menu->addSeparator();
    menu->addAction(m_arrange);
    menu->addAction(m_fit);
    menu->addAction(m_selectAll);
    menu->addSeparator();
    add(*menu, "boardDismissClosed", tr("Take closed sockets &off the board"),
        [this] { m_view.board().dismissClosed(); });
    menu->addAction(m_undo);
    menu->addAction(m_redo);
    menu->popup(globalPlace);
}

void BoardActions::showMenuOfSelected()
{
    const SocketCard* card = m_view.board().cardOf(m_workbench.selected());
    const QPointF place = card != nullptr ? card->onBoard().center() : QPointF(0, 0);
    const QPoint global = m_view.viewport()->mapToGlobal(m_view.mapFromScene(place));
    if (card != nullptr) {
        showCardMenu(card->socket(), global);
    } else {
        showBoardMenu(m_view.mapToScene(m_view.viewport()->rect().center()), global);
    }
}

}
