// MainWindow: which panels are there, how large they are, and where the keys go.

#include <QApplication>
#include <QMenu>
#include <QScreen>
#include <array>

#include "ui/log/log_view.h"
#include "ui/main_window.h"
#include "ui/tab_order.h"

namespace ui {

namespace {

constexpr QSize kUsualSize {1440, 900};

}

void MainWindow::addPanelActions(QMenu* view)
{
    const auto addToggle = [&](const char* name, const QString& text, QWidget* panel) {
        QAction* action = addAction(view, name, text, {});
        action->setCheckable(true);
        connect(action, &QAction::triggered, panel, [this, panel](bool shown) { showPanel(*panel, shown); });
        connect(
            view, &QMenu::aboutToShow, action, [action, panel] { action->setChecked(!panel->isHidden()); });
        return action;
    };
    addToggle("actionShowInspector", tr("Ins&pector"), m_inspector);
    addToggle("actionShowLower", tr("Panel &below the board"), m_lower);
    connect(addAction(view, "actionNextPanel", tr("Next panel"), QKeySequence(Qt::Key_F6)),
        &QAction::triggered, this, [this] { goToPanel(1); });
    connect(
        addAction(view, "actionPreviousPanel", tr("Previous panel"), QKeySequence(Qt::SHIFT | Qt::Key_F6)),
        &QAction::triggered, this, [this] { goToPanel(-1); });
    connect(addAction(view, "actionResetLayout", tr("&Reset the layout"), {}), &QAction::triggered, this,
        &MainWindow::resetLayout);
}

// Keys go to the board when what had them goes.
void MainWindow::showPanel(QWidget& panel, bool shown)
{
    if (!shown && panel.isAncestorOf(focusWidget())) {
        m_board->setFocus();
    }
    panel.setVisible(shown);
}

void MainWindow::restoreLayout()
{
    resize(kUsualSize);
    restoreGeometry(m_preferences.geometry);
    m_lower->showPage(m_preferences.lowerTab);
    m_inspector->openTab(m_preferences.inspectorTab);
    m_log->view().restoreColumns(m_preferences.logColumns);
    m_log->setRules(m_preferences.logRules);
    m_log->view().setFollow(m_preferences.follows);
    m_log->restoreDetail(m_preferences.detail);
    m_log->showDetail(m_preferences.showsDetail);
    if (!m_across->restoreState(m_preferences.across)) {
        const int inspector = QFontMetrics(QApplication::font()).height() * 20 + 20;
        m_across->setSizes({width() - inspector, inspector});
    }
    if (!m_down->restoreState(m_preferences.down)) {
        m_down->setSizes({height() * 62 / 100, height() * 38 / 100});
    }
    m_inspector->setVisible(m_preferences.showsInspector);
    m_lower->setVisible(m_preferences.showsLower);
}

void MainWindow::keepLayout()
{
    m_preferences.geometry = saveGeometry();
    m_preferences.across = m_across->saveState();
    m_preferences.down = m_down->saveState();
    m_preferences.lowerTab = m_lower->current();
    m_preferences.inspectorTab = m_inspector->currentTab();
    m_preferences.showsInspector = !m_inspector->isHidden() || m_inspectorGaveWay;
    m_preferences.showsLower = !m_lower->isHidden();
    m_preferences.showsDetail = m_log->showsDetail();
    m_preferences.detail = m_log->detailState();
    m_preferences.logColumns = m_log->view().columnsState();
    m_preferences.logRules = m_log->rules();
}

void MainWindow::resetLayout()
{
    m_preferences.geometry.clear();
    m_preferences.across.clear();
    m_preferences.down.clear();
    m_preferences.detail.clear();
    m_preferences.logColumns.clear();
    m_preferences.lowerTab = 0;
    m_preferences.inspectorTab = 0;
    m_preferences.showsInspector = true;
    m_preferences.showsLower = true;
    m_preferences.showsDetail = false;
    m_preferences.logRules = m_log->rules(); // no layout: they stay
    showNormal();
    restoreLayout();
    resize(kUsualSize.boundedTo(screen()->availableSize()));
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return focusNextInOrder(*this, next);
}

void MainWindow::goToPanel(int by)
{
    const std::array<QWidget*, 4> panels {m_messages, m_board, m_lower, m_inspector};
    constexpr int kCount = static_cast<int>(panels.size());
    int at = by > 0 ? 0 : 1; // from nowhere: to the board
    for (int i = 0; i < kCount; ++i) {
        const QWidget* panel = panels[static_cast<std::size_t>(i)];
        at = panel == focusWidget() || panel->isAncestorOf(focusWidget()) ? i : at;
    }
    do {
        at = (at + by + kCount) % kCount;
    } while (panels[static_cast<std::size_t>(at)]->isHidden());
    switch (at) {
    case 0:
        m_messages->takeFocus();
        break;
    case 1:
        m_board->setFocus(Qt::ShortcutFocusReason);
        break;
    case 2:
        m_lower->focusPage();
        break;
    default:
        m_inspector->showTab(m_inspector->currentTab());
        break;
    }
}

}
