// MainWindow: what lies below the board.

#include <QMenu>

#include "ui/main_window.h"

namespace ui {

void MainWindow::makeLowerPanel()
{
    m_log = new LogPanel(m_workbench, this);
    m_lower = new LowerPanel(this);
    m_lower->addPage(tr("Message log"), QStringLiteral("Alt+1"), [this] {
        return LowerPanel::Page {m_log, m_log->head()};
    });
}

void MainWindow::addLowerPages(QMenu* view)
{
    for (int page = 0; page < m_lower->count(); ++page) {
        QAction* action
            = addAction(view, "", m_lower->title(page), QKeySequence(Qt::ALT | (Qt::Key_1 + page)));
        action->setObjectName(QStringLiteral("actionLowerTab%1").arg(page + 1));
        connect(action, &QAction::triggered, m_lower, [this, page] {
            m_lower->showPage(page);
            m_lower->focusPage();
        });
    }
}

}
