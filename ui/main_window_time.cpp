// MainWindow: the time slider, and what follows it.

#include <QMenu>
#include <QVBoxLayout>

#include "ui/log/log_view.h"
#include "ui/main_window.h"
#include "ui/parts.h"
#include "ui/time/time_bar.h"

namespace ui {

QWidget* MainWindow::makeBoardAndTime()
{
    auto* both = new QWidget(this);
    m_time = new TimeBar(m_workbench, m_log->allRows(), both);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_board, 1);
    column->addWidget(makeLine(both));
    column->addWidget(m_time);
    LogView& log = m_log->view();
    connect(&m_workbench, &Workbench::momentChanged, &log, [this, &log] {
        log.showMoment(m_workbench.isAtPresent() ? std::nullopt : std::optional(m_workbench.end()));
    });
    connect(&m_time->strip(), &TimeStrip::rowPicked, &log, &LogView::goTo);
    connect(&log, &LogView::menuAboutToShow, this, [this](QMenu* menu, quint64 row) {
        QAction* there = menu->addAction(
            tr("Show everything as it was &then"), this, [this, row] { m_workbench.showMoment(row + 1); });
        there->setObjectName(QStringLiteral("showMoment"));
        there->setShortcut(Qt::ALT | Qt::Key_Return);
    });
    return both;
}

void MainWindow::addMomentActions(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("&Moment"));
    TimeStrip* strip = &m_time->strip();
    connect(addAction(menu, "actionPlayLog", tr("&Play what happened"), QKeySequence(Qt::Key_F7)),
        &QAction::triggered, m_time, &TimeBar::togglePlay);
    connect(addAction(menu, "actionEventBack", tr("One event &back"), QKeySequence(Qt::ALT | Qt::Key_Left)),
        &QAction::triggered, strip, [strip] { strip->step(-1); });
    connect(addAction(menu, "actionEventOn", tr("One event &on"), QKeySequence(Qt::ALT | Qt::Key_Right)),
        &QAction::triggered, strip, [strip] { strip->step(1); });
    connect(addAction(menu, "actionToStart", tr("To the &start"), QKeySequence(Qt::ALT | Qt::Key_Home)),
        &QAction::triggered, strip, &TimeStrip::toStart);
    connect(
        addAction(menu, "actionToPresent", tr("Back to the p&resent"), QKeySequence(Qt::ALT | Qt::Key_End)),
        &QAction::triggered, strip, &TimeStrip::toPresent);
    connect(addAction(menu, "actionMomentOfRow", tr("To the log's &current row"),
                QKeySequence(Qt::ALT | Qt::Key_Return)),
        &QAction::triggered, this, [this] {
            if (const auto row = m_log->view().currentRow()) {
                m_workbench.showMoment(*row + 1);
            }
        });
    menu->addSeparator();
    connect(addAction(menu, "actionMarkMoment", tr("&Mark this moment"), QKeySequence(Qt::ALT | Qt::Key_M)),
        &QAction::triggered, this, [this] {
            if (const auto row = rowOfMoment()) {
                m_workbench.annotations().toggleMark(*row);
            }
        });
    connect(addAction(menu, "actionCommentMoment", tr("&Write a comment on this moment"),
                QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_M)),
        &QAction::triggered, this, [this] {
            if (const auto row = rowOfMoment()) {
                m_log->commentOn(*row);
            }
        });
}

// What belongs to a moment belongs to the event that made it what it is.
std::optional<model::Row> MainWindow::rowOfMoment() const
{
    const model::UserRows& rows = m_log->allRows();
    const std::uint64_t happened = rows.indexOf(m_workbench.end());
    return happened > 0 ? std::optional(rows.at(happened - 1)) : std::nullopt;
}

}
