// MainWindow: what belongs to the board in its menus and its tool bar.

#include <QMenu>
#include <QMenuBar>
#include <QToolButton>

#include "model/call_chain.h"
#include "ui/board/board_actions.h"
#include "ui/log/filter/filter_bar.h"
#include "ui/log/filter/log_filter.h"
#include "ui/main_window.h"
#include "ui/object_names.h"
#include "ui/parts.h"
#include "ui/streams/stream_page.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr int kLogPage = 0;

}

void MainWindow::makeEditMenu()
{
    BoardActions& actions = m_board->commands();
    actions.fillEditMenu(*menuBar()->addMenu(tr("&Edit")));
    connect(&actions, &BoardActions::followWanted, this,
        [this](quint64 socket) { followSocket(static_cast<SocketId>(socket)); });
    connect(&actions, &BoardActions::logWanted, this, [this](quint64 socket) {
        if (const model::SocketNode* node = m_workbench.graph().find(static_cast<SocketId>(socket))) {
            m_lower->showPage(kLogPage);
            m_log->filter().bar().enter(QStringLiteral("socket == %1").arg(node->fd));
        }
    });
}

// The page is made when it is shown, and takes the selected socket's conversation.
void MainWindow::followSocket(SocketId socket)
{
    m_workbench.select(socket);
    for (int page = 0; page < m_lower->count(); ++page) {
        if (m_lower->title(page) == tr("Streams")) {
            m_lower->showPage(page);
        }
    }
    if (m_streams != nullptr) {
        m_streams->showSocket(socket);
        m_lower->focusPage();
    }
}

// Two sockets at once, connected to each other: UNIX only (socketpair(2)).
QWidget* MainWindow::makePairButton(QWidget* parent)
{
    auto* menu = new QMenu(parent);
    for (const int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
        QAction* action = menu->addAction(tr("UNIX %1 pair").arg(words::type(type)));
        action->setObjectName(QStringLiteral("pair-") + typeInName(type));
        connect(action, &QAction::triggered, this,
            [this, type] { makeSocket(calls::socketpair(AF_UNIX, type)); });
    }
    QToolButton* button = makeToolButton(
        parent, "socketpairButton", tr("↔ socketpair"), words::signature(CallId::Socketpair));
    connect(button, &QToolButton::clicked, menu,
        [button, menu] { menu->popup(button->mapToGlobal(button->rect().bottomLeft())); });
    return button;
}

void MainWindow::makeSocket(const Call& call)
{
    if (!m_workbench.canCall()) {
        m_workbench.make(call, kNoSocket); // says why not
        return;
    }
    m_board->board().setNextPlace({});
    auto* chain = new model::CallChain(m_workbench.session(), {call});
    connect(chain, &model::CallChain::opened, this, [this, chain] { m_workbench.select(chain->socket()); });
}

}
