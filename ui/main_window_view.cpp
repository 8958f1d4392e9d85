// MainWindow: the View menu, and the look.

#include <QActionGroup>
#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>

#include "ui/board/board_actions.h"
#include "ui/log/log_view.h"
#include "ui/main_window.h"

namespace ui {

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
        connect(view, &QMenu::aboutToShow, action, [this, action, choice] {
            action->setChecked(m_preferences.theme == choice); // another window may have chosen
        });
    };
    addTheme("actionThemeDesktop", tr("As the d&esktop"), ThemeChoice::Desktop);
    addTheme("actionThemeLight", tr("&Light"), ThemeChoice::Light);
    addTheme("actionThemeDark", tr("D&ark"), ThemeChoice::Dark);
    addTheme("actionThemeHighContrast", tr("&High contrast"), ThemeChoice::HighContrast);
    view->addSeparator();
    QAction* larger = addAction(view, "actionLargerText", tr("Larger &text"), {});
    larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    connect(larger, &QAction::triggered, this, [this] { scaleText(m_preferences.textScale * 1.1); });
    connect(addAction(view, "actionSmallerText", tr("&Smaller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus)),
        &QAction::triggered, this, [this] { scaleText(m_preferences.textScale / 1.1); });
    connect(addAction(view, "actionNormalText", tr("&Normal text"), QKeySequence(Qt::CTRL | Qt::Key_0)),
        &QAction::triggered, this, [this] { scaleText(1); });
    QAction* presenter = addAction(
        view, "actionPresenter", tr("Presenter's big type"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    connect(presenter, &QAction::triggered, this, &MainWindow::togglePresenter);
    connect(addAction(view, "actionFullScreen", tr("Full screen"), QKeySequence(Qt::Key_F11)),
        &QAction::triggered, this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    view->addSeparator();
    addPanelActions(view);
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
    m_board->commands().fillViewMenu(*view);
}

void MainWindow::scaleText(qreal factor)
{
    m_preferences.textScale = std::clamp(factor, Preferences::kSmallestText, Preferences::kLargestText);
    applyLook();
    Q_EMIT lookChosen();
}

QFont MainWindow::chosenFont(const Preferences& preferences, const QFont& desktop)
{
    QFont words = desktop;
    if (!preferences.wordsFamily.isEmpty()) {
        words.setFamily(preferences.wordsFamily);
    }
    words.setPointSizeF(desktop.pointSizeF() * preferences.textScale);
    // Latin letters do without: at whole pixels there is no kerning to be seen, and Inter's rules for it cost
    // more than all other painting. Scripts that need shaping get it all the same.
    words.setStyleStrategy(QFont::PreferNoShaping);
    return words;
}

// Until the event loop runs nobody tells a window of another font: it has to be there before the window.
QWidget* MainWindow::fontFirst(const Preferences& preferences, const DesktopLook& desktop)
{
    QApplication::setFont(chosenFont(preferences, wordsFont(desktop.font)));
    return nullptr;
}

void MainWindow::applyLook()
{
    m_applyingLook = true;
    Theme theme = Theme::chosen(m_preferences.theme, m_desktop.colours);
    theme.moves = !m_preferences.still && !m_desktop.colours.still;
    const QFont words = chosenFont(m_preferences, m_desktop.font);
    QApplication::setFont(words);
    QApplication::setPalette(theme.palette());
    if (m_inspector != nullptr) { // else it comes once the panels are there
        qApp->setStyleSheet(theme.styleSheet());
    }
    m_workbench.setMonospace(monospaceFont(words, m_preferences.codeFamily));
    m_workbench.setTheme(theme);
    fitInspector();
    makeRoomForScenario();
    m_applyingLook = false;
}

// Wide enough for its words. Asks the application's font: the window's own follows only once it is shown.
void MainWindow::fitInspector()
{
    if (m_inspector != nullptr) {
        m_inspector->setMinimumWidth(QFontMetrics(QApplication::font()).height() * 17);
    }
}

void MainWindow::togglePresenter()
{
    scaleText(m_preferences.textScale < Preferences::kPresenterText ? Preferences::kPresenterText : 1);
}

void MainWindow::followDesktop(const DesktopColours& colours)
{
    if (m_desktop.colours != colours) {
        m_desktop.colours = colours;
        applyLook();
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::ThemeChange || m_applyingLook) {
        return;
    }
    // The desktop has changed its colours while we run. They are seen only where ours are taken away.
    m_applyingLook = true;
    QApplication::setPalette(QPalette());
    m_desktop.palette = QApplication::palette();
    m_desktop.colours.dark = coloursOf(m_desktop.palette).dark;
    applyLook();
}

}
