#include "ui/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/board/board_actions.h"
#include "ui/files/file_menu.h"
#include "ui/log/filter/filter_bar.h"
#include "ui/log/filter/log_filter.h"
#include "ui/look_up_popup.h"
#include "ui/palette/commands.h"
#include "ui/parts.h"
#include "ui/sign_button.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

MainWindow::MainWindow(model::Session& session, Preferences& preferences, const DesktopLook& desktop)
    : QMainWindow(fontFirst(preferences, desktop))
    , m_preferences(preferences)
    , m_desktop {desktop.palette, wordsFont(desktop.font), desktop.colours}
    , m_workbench(session)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Sockscope"));
    applyLook(); // before the panels: they measure fonts
    m_workbench.setSavedMessages(m_preferences.savedMessages);
    m_workbench.setProposesAnyAddress(m_preferences.proposesAnyAddress);
    connect(&m_workbench, &Workbench::savedMessagesChanged, this,
        [this] { m_preferences.savedMessages = m_workbench.savedMessages(); });
    m_commands = new Commands(this);
    makePanels();
    m_log->filter().bar().setMemory(m_preferences.filters);
    connect(&m_log->filter().bar(), &FilterBar::memoryChanged, this,
        [this] { m_preferences.filters = m_log->filter().bar().memory(); });
    makeMenus();
    connect(&m_workbench, &Workbench::problem, m_messages, &MessageBar::showError);
    connect(&m_workbench, &Workbench::question, m_messages, &MessageBar::ask);
    connect(m_commands, &Commands::refused, m_messages, &MessageBar::showNote);
    addCommands();
    if (session.isLive()) {
        connect(m_board, &BoardView::newSocketWanted, this, &MainWindow::showNewSocket);
        connect(m_board, &BoardView::firstConnectionWanted, this, [this] {
            m_board->setFocus(); // the button that had it goes with the empty board
            playBuiltIn(QStringLiteral("tcp-echo"), true);
        });
        connect(m_board, &BoardView::lessonWanted, this, [this](const QString& name) {
            m_board->setFocus();
            playBuiltIn(name, false);
        });
        connect(m_board, &BoardView::lessonsWanted, this,
            [this](const QPoint& place) { m_scenarioButton->menu()->popup(place); });
    }
    // Not before: each panel that is put into another would be styled anew with all that is in it.
    qApp->setStyleSheet(m_workbench.theme().styleSheet());
    restoreLayout();
    m_board->setFocus();
    // For its size all plugins for pictures are loaded.
    connect(this, &MainWindow::firstPainted, this,
        [this] { setWindowIcon(QIcon(QStringLiteral(":/icons/sockscope.svg"))); });
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_isPainted, true)) {
        QTimer::singleShot(0, this, &MainWindow::firstPainted); // once it is on the screen
    }
}

QWidget* MainWindow::makeToolBar()
{
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    m_newSocket = new SignButton(Sign::Below, bar);
    m_newSocket->setObjectName(QStringLiteral("newSocketButton"));
    m_newSocket->setText(tr("+ New socket"));
    m_newSocket->setAccessibleName(withoutSigns(m_newSocket->text()));
    m_newSocket->setProperty("primary", true);
    setHint(*m_newSocket, words::signature(CallId::Socket) + QStringLiteral("\nCtrl+N"));
    connect(m_newSocket, &QToolButton::clicked, this, [this] {
        m_board->board().setNextPlace({}); // where it suits
        showNewSocket(m_newSocket->mapToGlobal(m_newSocket->rect().bottomLeft() + QPoint(0, 6)));
    });
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 7, 12, 7);
    row->setSpacing(8);
    m_scenarioButton = new SignButton(Sign::Below, bar);
    m_scenarioButton->setObjectName(QStringLiteral("scenarioButton"));
    m_scenarioButton->setText(tr("▶ Scenario"));
    m_scenarioButton->setAccessibleName(withoutSigns(m_scenarioButton->text()));
    m_scenarioButton->setPopupMode(QToolButton::InstantPopup);
    setHint(*m_scenarioButton, tr("Scripts of real calls, step by step"));
    auto* lookUp = new QToolButton(bar);
    lookUp->setObjectName(QStringLiteral("lookUpButton"));
    lookUp->setText(tr("Look up a name"));
    setHint(*lookUp, words::signature(CallId::Getaddrinfo));
    connect(lookUp, &QToolButton::clicked, this,
        [this, lookUp] { showLookUp(lookUp->mapToGlobal(lookUp->rect().bottomLeft() + QPoint(0, 6))); });
    row->addWidget(m_newSocket);
    row->addWidget(makePairButton(bar));
    row->addWidget(m_scenarioButton);
    row->addWidget(lookUp);
    row->addStretch(1);
    row->addWidget(makePaletteButton(bar), 2);
    row->addStretch(1);
    return bar;
}

void MainWindow::makePanels()
{
    m_messages = new MessageBar(this);
    m_progress = new ProgressStrip(this);
    m_scenario = new ScenarioPanel(m_workbench, this);
    m_board = new BoardView(m_workbench, this);
    makeLowerPanel();
    m_inspector = new InspectorPanel(m_workbench, this);
    m_status = new StatusLine(m_workbench, this);
    m_down = new QSplitter(Qt::Vertical, this);
    m_down->setObjectName(QStringLiteral("boardAndPages"));
    m_down->addWidget(makeBoardAndTime());
    m_down->addWidget(m_lower);
    m_down->setStretchFactor(0, 3);
    m_down->setStretchFactor(1, 2);
    m_down->setChildrenCollapsible(false);
    m_across = new QSplitter(Qt::Horizontal, this);
    m_across->addWidget(m_down);
    m_across->addWidget(m_inspector);
    m_across->setStretchFactor(0, 1);
    m_across->setChildrenCollapsible(false);
    fitInspector();

    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_workbench.session().isLive() ? makeToolBar() : makeRecordingBar());
    column->addWidget(m_messages);
    column->addWidget(m_progress);
    column->addWidget(besideScenario(m_across), 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
}

// A click on what was found proposes a socket with that address.
void MainWindow::showLookUp(const QPoint& globalPosition)
{
    auto* popup = new LookUpPopup(m_workbench, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    connect(popup, &LookUpPopup::chosen, this,
        [this, globalPosition](const QString& address, int family, int type) {
            newSocketPopup().openFor(globalPosition, address, family, type);
        });
    popup->openAt(globalPosition);
}

QAction* MainWindow::addAction(QMenu* menu, const char* name, const QString& text, const QKeySequence& key)
{
    QAction* action = menu->addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    return action;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    if (m_workbench.session().isLive()) { // in a recording nothing can be done, only looked at
        makeSocketMenu();
        makeScenarioMenu();
    }
    makeViewMenu();
    makeHelpMenu();
}

void MainWindow::makeSocketMenu()
{
    QMenu* socket = menuBar()->addMenu(tr("&Socket"));
    const auto always = [] { return QString(); };
    m_commands->bind(*addAction(socket, "actionNewSocket", tr("&New socket…"), QKeySequence::New), always,
        [this] { m_newSocket->click(); });
    m_commands->bind(*addAction(socket, "actionLookUp", tr("&Look up a name…"), {}), always,
        [this] { findChild<QToolButton*>(QStringLiteral("lookUpButton"))->click(); });
    socket->addSeparator();
    const auto noneChosen = [this] {
        return !m_workbench.isAtPresent()             ? tr("In the past no call can be made.")
            : m_workbench.selectedSocket() == nullptr ? tr("No socket is selected.")
                                                      : QString();
    };
    m_commands->bind(*addAction(socket, "actionMakeCall", tr("&Make the call in the inspector"),
                         QKeySequence(Qt::CTRL | Qt::Key_Return)),
        noneChosen, [this] { m_inspector->act(); });
    socket->addAction(m_board->commands().connectAction());
    const auto noneAsleep = [this, noneChosen] {
        const model::SocketNode* chosen = m_workbench.selectedSocket();
        return !noneChosen().isEmpty() ? noneChosen()
            : chosen->blocked.empty()  ? tr("No call of this socket is blocked.")
                                       : QString();
    };
    m_commands->bind(*addAction(socket, "actionCancelCall", tr("&Cancel the blocked call"),
                         QKeySequence(Qt::CTRL | Qt::Key_Period)),
        noneAsleep,
        [this] { m_workbench.session().cancel(m_workbench.selectedSocket()->blocked.back().ticket); });
    m_commands->bind(
        *addAction(socket, "actionCloseSocket", tr("Cl&ose the socket"), QKeySequence(Qt::CTRL | Qt::Key_W)),
        noneChosen, [this] { m_workbench.make(calls::close(), m_workbench.selected()); });
    m_commands->bind(*addAction(socket, "actionDismissClosed", tr("Take closed sockets off the &board"), {}),
        always, [this] { m_board->board().dismissClosed(); });
}

void MainWindow::showNewSocket(const QPoint& globalPosition)
{
    newSocketPopup().openAt(globalPosition);
}

NewSocketPopup& MainWindow::newSocketPopup()
{
    if (m_popup == nullptr) {
        m_popup = new NewSocketPopup(m_workbench, this);
        connect(m_popup, &NewSocketPopup::lookUpWanted, this, &MainWindow::showLookUp);
    }
    return *m_popup;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_files->mayClose()) {
        event->ignore();
        return;
    }
    keepLayout();
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

}
