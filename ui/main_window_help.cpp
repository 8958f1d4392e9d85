// MainWindow: the Help menu; the palette and all that it can run.

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <algorithm>

#include "ui/files/file_words.h"
#include "ui/help/keys_dialog.h"
#include "ui/main_window.h"
#include "ui/palette/command_palette.h"
#include "ui/palette/creation_commands.h"
#include "ui/palette/palette_button.h"
#include "ui/palette/socket_commands.h"
#include "ui/preferences/preferences_dialog.h"
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
    m_paletteButton = new PaletteButton(parent);
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
    if (m_workbench.session().isLive()) {
        m_commands->addSource([this](std::vector<Command>& all) {
            addCreationCommands([this](const netcore::Call& call) { makeSocket(call); }, all);
        });
    }
    m_commands->addSource([this](std::vector<Command>& all) { addOtherActions(all); });
    m_commands->addSource([this](std::vector<Command>& all) { addPreferenceCommands(all); });
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

// Those that have a key or a place in a card's menu, but none in the menus of the window.
void MainWindow::addOtherActions(std::vector<Command>& all)
{
    for (QAction* action : findChildren<QAction*>()) {
        const bool isKnown = std::ranges::any_of(
            all, [&](const Command& command) { return command.id == action->objectName(); });
        if (isKnown || !action->objectName().startsWith(QLatin1String("action"))) {
            continue;
        }
        Command command;
        command.id = action->objectName();
        command.name = withoutMnemonic(action->text());
        command.path = tr("Board");
        command.keys = action->shortcuts();
        command.isUsual = action->isEnabled();
        if (action->isEnabled()) {
            command.run = [action] { action->trigger(); };
        } else {
            command.note = tr("Not for what is selected now.");
        }
        all.push_back(std::move(command));
    }
}

void MainWindow::addPreferenceCommands(std::vector<Command>& all)
{
    const auto add = [&](const char* id, const QString& name, PreferencesDialog::Page page) {
        Command command;
        command.id = QLatin1String(id);
        command.name = name;
        command.path = tr("Preferences");
        command.run = [this, page] {
            showPreferences();
            findChild<PreferencesDialog*>()->showPage(page);
        };
        all.push_back(std::move(command));
    };
    add("prefer-fonts", tr("Fonts and size of text"), PreferencesDialog::Look);
    add("prefer-motion", tr("Motion"), PreferencesDialog::Look);
    add("prefer-time", tr("Time in the log"), PreferencesDialog::Log);
    add("prefer-follow", tr("Whether the log follows"), PreferencesDialog::Log);
    add("prefer-folder", tr("Where sessions are kept"), PreferencesDialog::Keeping);
    add("prefer-address", tr("Proposed addresses"), PreferencesDialog::General);
    add("prefer-language", tr("Language"), PreferencesDialog::General);
}

void MainWindow::showPreferences()
{
    auto* dialog = findChild<PreferencesDialog*>();
    if (dialog == nullptr) {
        dialog = new PreferencesDialog(m_preferences, m_workbench, m_log->view(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PreferencesDialog::lookChanged, this, [this] {
            applyLook();
            Q_EMIT lookChosen();
        });
        connect(dialog, &PreferencesDialog::layoutResetWanted, this, &MainWindow::resetLayout);
        connect(dialog, &PreferencesDialog::allResetWanted, this, &MainWindow::resetPreferences);
        connect(dialog, &PreferencesDialog::restartWanted, this, &MainWindow::restartWanted);
    }
    dialog->show();
    dialog->activateWindow();
}

void MainWindow::resetPreferences()
{
    m_preferences.logRules = m_log->rules(); // they are the user's own
    m_preferences.reset();
    m_workbench.setProposesAnyAddress(m_preferences.proposesAnyAddress);
    if (m_workbench.session().isLive()) {
        m_workbench.session().setRules(m_preferences.keeping);
    }
    applyLook();
    resetLayout();
    Q_EMIT lookChosen();
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
