// MainWindow: the File menu, and what a window on a recording has instead of a tool bar.

#include <QDateTime>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>

#include "ui/export/export_dialog.h"
#include "ui/files/file_menu.h"
#include "ui/files/keeping_popup.h"
#include "ui/main_window.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

void MainWindow::makeFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->setObjectName(QStringLiteral("menuFile"));
    m_files = new FileMenu(file, m_workbench, *m_messages, *m_progress, m_preferences, this);
    connect(m_files, &FileMenu::openWanted, this, &MainWindow::openWanted);
    connect(m_files, &FileMenu::newWindowWanted, this, &MainWindow::newWindowWanted);
    connect(m_files, &FileMenu::keepingWanted, this, &MainWindow::showKeeping);
    connect(addAction(file, "actionExport", tr("Ex&port the log…"), QKeySequence(Qt::CTRL | Qt::Key_E)),
        &QAction::triggered, this, &MainWindow::showExport);
    file->addSeparator();
    connect(addAction(file, "actionPreferences", tr("Pre&ferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma)),
        &QAction::triggered, this, &MainWindow::showPreferences);
    file->addSeparator();
    connect(addAction(
                file, "actionClose", tr("&Close the window"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)),
        &QAction::triggered, this, &QWidget::close);
    connect(addAction(file, "actionQuit", tr("&Quit"), QKeySequence::Quit), &QAction::triggered, qApp,
        &QApplication::closeAllWindows);
}

void MainWindow::showExport()
{
    auto* dialog = new ExportDialog(m_workbench, m_log->view(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QWidget* MainWindow::makeRecordingBar()
{
    const model::Session& session = m_workbench.session();
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    const QDateTime begin
        = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(session.startWallTime() / 1'000'000));
    auto* what = makeLabel(bar, "recordingWhat", "waiting",
        tr("● Recording of %1").arg(QLocale().toString(begin, QLocale::LongFormat)));
    what->setWordWrap(false);
    auto* note = makeLabel(bar, "recordingNote", "dim", tr("Look at everything; no call can be made in it."));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 10, 12, 10);
    row->setSpacing(14);
    row->addWidget(what);
    row->addWidget(note, 1);
    return bar;
}

void MainWindow::showKeeping()
{
    auto* popup = new KeepingPopup(m_workbench, m_preferences, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->openAt(mapToGlobal(QPoint(12, menuBar()->height() + 6)));
}

void MainWindow::showProblem(const QString& what, const QString& remedy)
{
    m_messages->showError(what, remedy);
}

void MainWindow::ask(const QString& question, const QString& action, std::function<void()> onYes)
{
    m_messages->ask(question, action, std::move(onYes));
}

}
