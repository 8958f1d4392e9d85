#include "ui/main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/files/file_menu.h"
#include "ui/log/filter/filter_bar.h"
#include "ui/log/filter/log_filter.h"
#include "ui/log/log_view.h"
#include "ui/look_up_popup.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

MainWindow::MainWindow(model::Session& session, Preferences& preferences, const DesktopLook& desktop)
    : m_preferences(preferences), m_desktop {desktop.palette, wordsFont(desktop.font)}, m_workbench(session)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Sockscope"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/sockscope.svg")));
    applyLook(); // before the panels: they measure fonts
    m_workbench.setSavedMessages(m_preferences.savedMessages);
    connect(&m_workbench, &Workbench::savedMessagesChanged, this,
        [this] { m_preferences.savedMessages = m_workbench.savedMessages(); });
    makePanels();
    m_log->filter().bar().setMemory(m_preferences.filters);
    connect(&m_log->filter().bar(), &FilterBar::memoryChanged, this,
        [this] { m_preferences.filters = m_log->filter().bar().memory(); });
    makeMenus();
    m_popup = new NewSocketPopup(m_workbench, this);
    connect(m_popup, &NewSocketPopup::lookUpWanted, this, &MainWindow::showLookUp);
    connect(&m_workbench, &Workbench::problem, m_messages, &MessageBar::showError);
    connect(&m_workbench, &Workbench::question, m_messages, &MessageBar::ask);
    if (session.isLive()) {
        connect(m_board, &BoardView::newSocketWanted, this, &MainWindow::showNewSocket);
        connect(m_board, &BoardView::firstConnectionWanted, this, [this] {
            m_board->setFocus(); // the button that had it goes with the empty board
            playBuiltIn(QStringLiteral("tcp-echo"), true);
        });
    }
    restoreLayout();
    m_board->setFocus();
}

QWidget* MainWindow::makeToolBar()
{
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    m_newSocket = new QToolButton(bar);
    m_newSocket->setObjectName(QStringLiteral("newSocketButton"));
    m_newSocket->setText(tr("+ New socket ▾"));
    m_newSocket->setProperty("primary", true);
    m_newSocket->setToolTip(
        words::plainToolTip(words::signature(CallId::Socket) + QStringLiteral("\nCtrl+N")));
    connect(m_newSocket, &QToolButton::clicked, this,
        [this] { showNewSocket(m_newSocket->mapToGlobal(m_newSocket->rect().bottomLeft() + QPoint(0, 6))); });
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 7, 12, 7);
    row->setSpacing(8);
    m_scenarioButton = new QToolButton(bar);
    m_scenarioButton->setObjectName(QStringLiteral("scenarioButton"));
    m_scenarioButton->setText(tr("▶ Scenario ▾"));
    m_scenarioButton->setPopupMode(QToolButton::InstantPopup);
    m_scenarioButton->setToolTip(words::plainToolTip(tr("Scripts of real calls, step by step")));
    auto* lookUp = new QToolButton(bar);
    lookUp->setObjectName(QStringLiteral("lookUpButton"));
    lookUp->setText(tr("Look up a name"));
    lookUp->setToolTip(words::plainToolTip(words::signature(CallId::Getaddrinfo)));
    connect(lookUp, &QToolButton::clicked, this,
        [this, lookUp] { showLookUp(lookUp->mapToGlobal(lookUp->rect().bottomLeft() + QPoint(0, 6))); });
    row->addWidget(m_newSocket);
    row->addWidget(m_scenarioButton);
    row->addWidget(lookUp);
    row->addStretch();
    return bar;
}

void MainWindow::makePanels()
{
    m_messages = new MessageBar(this);
    m_progress = new ProgressStrip(this);
    m_scenario = new ScenarioBar(m_workbench, this);
    m_board = new BoardView(m_workbench, this);
    makeLowerPanel();
    m_inspector = new InspectorPanel(m_workbench, this);
    m_status = new StatusLine(m_workbench, this);
    m_down = new QSplitter(Qt::Vertical, this);
    m_down->addWidget(makeBoardAndTime());
    m_down->addWidget(m_lower);
    m_down->setStretchFactor(0, 1);
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
    column->addWidget(m_scenario);
    column->addWidget(m_across, 1);
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
            m_popup->openFor(globalPosition, address, family, type);
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
    connect(addAction(socket, "actionNewSocket", tr("&New socket…"), QKeySequence::New), &QAction::triggered,
        m_newSocket, &QToolButton::click);
    QAction* make = addAction(socket, "actionMakeCall", tr("&Make the call in the inspector"),
        QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(make, &QAction::triggered, m_inspector, &InspectorPanel::act);
    socket->addSeparator();
    QAction* cancel = addAction(
        socket, "actionCancelCall", tr("&Cancel the blocked call"), QKeySequence(Qt::CTRL | Qt::Key_Period));
    connect(cancel, &QAction::triggered, this, [this] {
        const model::SocketNode* chosen = m_workbench.selectedSocket();
        if (chosen != nullptr && !chosen->blocked.empty()) {
            m_workbench.session().cancel(chosen->blocked.back().ticket);
        }
    });
    QAction* close = addAction(socket, "actionCloseSocket", tr("C&lose"), QKeySequence(Qt::CTRL | Qt::Key_W));
    connect(close, &QAction::triggered, this, [this] {
        if (m_workbench.selectedSocket() != nullptr) {
            m_workbench.make(calls::close(), m_workbench.selected());
        }
    });
    connect(addAction(socket, "actionDismissClosed", tr("Take closed sockets off the &board"), {}),
        &QAction::triggered, this, [this] { m_board->board().dismissClosed(); });
    connect(socket, &QMenu::aboutToShow, this, [this, make, cancel, close] {
        const model::SocketNode* chosen = m_workbench.selectedSocket();
        make->setEnabled(chosen != nullptr);
        close->setEnabled(chosen != nullptr);
        cancel->setEnabled(chosen != nullptr && !chosen->blocked.empty());
    });
    connect(socket, &QMenu::aboutToHide, this, [make, cancel, close] {
        for (QAction* action : {make, cancel, close}) {
            action->setEnabled(true); // a key must not depend on when the menu was last open
        }
    });
}

void MainWindow::makeViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    auto* themes = new QActionGroup(this);
    const auto addTheme = [&](const char* name, const QString& text, ThemeChoice choice) {
        QAction* action = addAction(view, name, text, {});
        action->setCheckable(true);
        action->setChecked(m_preferences.theme == choice);
        themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            m_preferences.theme = choice;
            applyLook();
            Q_EMIT lookChosen();
        });
    };
    addTheme("actionThemeDesktop", tr("As the &desktop"), ThemeChoice::Desktop);
    addTheme("actionThemeLight", tr("&Light"), ThemeChoice::Light);
    addTheme("actionThemeDark", tr("D&ark"), ThemeChoice::Dark);
    view->addSeparator();
    QAction* larger = addAction(view, "actionLargerText", tr("Larger &text"), {});
    larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    connect(larger, &QAction::triggered, this, [this] { scaleText(m_preferences.textScale * 1.1); });
    connect(addAction(view, "actionSmallerText", tr("&Smaller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus)),
        &QAction::triggered, this, [this] { scaleText(m_preferences.textScale / 1.1); });
    connect(addAction(view, "actionNormalText", tr("&Normal text"), QKeySequence(Qt::CTRL | Qt::Key_0)),
        &QAction::triggered, this, [this] { scaleText(1); });
    view->addSeparator();
    const std::array tabs {tr("L&ifecycle"), tr("&Kernel"), tr("&Options"), tr("&Data")};
    for (int tab = 0; tab < InspectorPanel::kTabs; ++tab) {
        QAction* action = addAction(
            view, "", tabs[static_cast<std::size_t>(tab)], QKeySequence(Qt::CTRL | (Qt::Key_1 + tab)));
        action->setObjectName(QStringLiteral("actionInspectorTab%1").arg(tab + 1));
        connect(action, &QAction::triggered, m_inspector, [this, tab] { m_inspector->showTab(tab); });
    }
    view->addSeparator();
    addLowerPages(view);
    addMomentActions(view);
    view->addActions(m_log->actions());
    view->addSeparator();
    connect(addAction(view, "actionFitBoard", tr("Show the &whole board"), QKeySequence(Qt::Key_F9)),
        &QAction::triggered, m_board, &BoardView::fitAll);
}

void MainWindow::makeHelpMenu()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    connect(addAction(help, "actionAbout", tr("&About Sockscope"), {}), &QAction::triggered, this,
        &MainWindow::showAbout);
}

void MainWindow::showAbout()
{
    QMessageBox box(QMessageBox::NoIcon, tr("About Sockscope"),
        tr("Sockscope %1\n\nSockets, seen and touched: every click is a real system call, and everything "
           "that happens is in the log.")
            .arg(QApplication::applicationVersion()),
        QMessageBox::Ok, this);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

void MainWindow::showNewSocket(const QPoint& globalPosition)
{
    m_popup->openAt(globalPosition);
}

void MainWindow::scaleText(qreal factor)
{
    m_preferences.textScale = std::clamp(factor, 0.8, 2.4);
    applyLook();
    Q_EMIT lookChosen();
}

void MainWindow::applyLook()
{
    m_applyingLook = true;
    const Theme theme = Theme::chosen(m_preferences.theme, m_desktop.palette);
    QFont words = m_desktop.font;
    words.setPointSizeF(m_desktop.font.pointSizeF() * m_preferences.textScale);
    QApplication::setFont(words);
    QApplication::setPalette(theme.palette());
    qApp->setStyleSheet(theme.styleSheet());
    m_workbench.setMonospace(monospaceFont(words));
    m_workbench.setTheme(theme);
    fitInspector();
    m_applyingLook = false;
}

// Wide enough for its words. Asks the application's font: the window's own follows only once it is shown.
void MainWindow::fitInspector()
{
    if (m_inspector != nullptr) {
        m_inspector->setMinimumWidth(QFontMetrics(QApplication::font()).height() * 18);
    }
}

void MainWindow::restoreLayout()
{
    resize(1440, 900);
    restoreGeometry(m_preferences.geometry);
    m_lower->showPage(m_preferences.lowerTab);
    m_log->view().restoreColumns(m_preferences.logColumns);
    m_log->setRules(m_preferences.logRules);
    if (!m_across->restoreState(m_preferences.across)) {
        const int inspector = QFontMetrics(QApplication::font()).height() * 20 + 20;
        m_across->setSizes({width() - inspector, inspector});
    }
    if (!m_down->restoreState(m_preferences.down)) {
        m_down->setSizes({height() * 62 / 100, height() * 38 / 100});
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    // The desktop has changed its colours while we run: they reach us only where we have not set our own.
    if (event->type() == QEvent::ThemeChange && !m_applyingLook) {
        applyLook();
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_files->mayClose()) {
        event->ignore();
        return;
    }
    m_preferences.geometry = saveGeometry();
    m_preferences.across = m_across->saveState();
    m_preferences.down = m_down->saveState();
    m_preferences.lowerTab = m_lower->current();
    m_preferences.logColumns = m_log->view().columnsState();
    m_preferences.logRules = m_log->rules();
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

}
