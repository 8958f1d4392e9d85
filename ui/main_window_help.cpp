// MainWindow: the Help menu; the palette and all that it can run.

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

#include "ui/files/file_words.h"
#include "ui/help/keys_dialog.h"
#include "ui/main_window.h"
#include "ui/palette/command_palette.h"
#include "ui/palette/socket_commands.h"
#include "ui/words.h"

namespace ui {

void MainWindow::makeHelpMenu()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* search = addAction(help, "actionPalette", tr("&Search or run a command…"), {});
    search->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    connect(search, &QAction::triggered, this, &MainWindow::showPalette);
    QAction* keys = addAction(help, "actionKeys", tr("&Keyboard shortcuts"), {});
    keys->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Question)});
    connect(keys, &QAction::triggered, this, &MainWindow::showKeys);
    help->addSeparator();
    connect(addAction(help, "actionAbout", tr("&About Sockscope"), {}), &QAction::triggered, this,
        &MainWindow::showAbout);
}

QWidget* MainWindow::makePaletteButton(QWidget* parent)
{
    m_paletteButton = new QPushButton(tr("Search or run a command   Ctrl+K"), parent);
    m_paletteButton->setObjectName(QStringLiteral("paletteButton"));
    m_paletteButton->setAccessibleName(tr("Search or run a command"));
    m_paletteButton->setToolTip(
        words::plainToolTip(tr("Everything that can be done here, by name (Ctrl+K)")));
    connect(m_paletteButton, &QPushButton::clicked, this, &MainWindow::showPalette);
    return m_paletteButton;
}

void MainWindow::addCommands()
{
    m_commands->setMenuBar(*menuBar());
    m_commands->addSource([this](std::vector<Command>& all) { addCallCommands(m_workbench, all); });
    m_commands->addSource([this](std::vector<Command>& all) {
        addSocketCommands(
            m_workbench, [this](netcore::SocketId id) { jumpTo(id); }, all);
    });
    m_commands->addSource([this](std::vector<Command>& all) {
        for (const QString& path : std::as_const(m_preferences.recentFiles)) {
            Command command;
            command.id = QStringLiteral("file-") + path;
            command.name = tr("Open %1").arg(words::fileName(path.toStdString()));
            command.path = tr("Recent file");
            command.run = [this, path] { Q_EMIT openWanted(path); };
            all.push_back(std::move(command));
        }
    });
}

void MainWindow::jumpTo(netcore::SocketId socket)
{
    m_workbench.select(socket);
    m_board->setFocus(Qt::ShortcutFocusReason);
    m_board->showCard(socket);
}

void MainWindow::showPalette()
{
    if (m_palette == nullptr) {
        m_palette = new CommandPalette(*m_commands, m_workbench, m_preferences.recentCommands, this);
        connect(m_palette, &CommandPalette::refused, m_messages, &MessageBar::showNote);
    }
    m_palette->openBelow(menuBar()->height() + 6);
}

void MainWindow::showKeys()
{
    auto* dialog = findChild<KeysDialog*>();
    if (dialog == nullptr) {
        dialog = new KeysDialog(keysOf(*m_commands), m_workbench.monospace(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->activateWindow();
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

}
