#include "ui/files/session_windows.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

#include "model/store/state_folder.h"
#include "ui/files/file_menu.h"
#include "ui/files/file_words.h"
#include "ui/words.h"

namespace ui {

SessionWindows::SessionWindows(Preferences& preferences, QObject* parent)
    : QObject(parent), m_preferences(preferences)
{
}

SessionWindows::~SessionWindows()
{
    for (One& one : m_windows) {
        one.window.reset(); // before the session that it shows
        one.session->finish();
    }
}

MainWindow& SessionWindows::show(std::unique_ptr<model::Session> session)
{
    model::Session& shown = *session;
    m_windows.push_back({std::move(session), std::make_unique<MainWindow>(shown, m_preferences, m_desktop)});
    MainWindow& window = *m_windows.back().window;
    connect(&window, &MainWindow::openWanted, this,
        [this, &window](const QString& path) { openFile(path, &window); });
    connect(&window, &MainWindow::newWindowWanted, this, [this] { openLive(); });
    connect(&window, &MainWindow::restartWanted, this, &SessionWindows::restart);
    connect(&window, &MainWindow::lookChosen, this, [this, &window] {
        for (const One& one : m_windows) {
            if (one.window.get() != &window) {
                one.window->applyLook();
            }
        }
    });
    connect(
        &window, &MainWindow::closed, this, [this, &window] { forget(&window); }, Qt::QueuedConnection);
    window.show();
    return window;
}

MainWindow& SessionWindows::openLive()
{
    auto session = std::make_unique<model::Session>();
    session->setRules(m_preferences.keeping);
    const int error = m_preferences.stateFolder.empty() ? 0 : session->keepIn(m_preferences.stateFolder);
    MainWindow& window = show(std::move(session));
    if (error != 0) {
        window.showProblem(tr("This session is kept in memory only: %1.").arg(words::reasonOf(error)),
            tr("After a crash it would be lost. The folder is %1.")
                .arg(words::shown(m_preferences.stateFolder)));
    }
    return window;
}

MainWindow& SessionWindows::someLive()
{
    const auto live = std::find_if(
        m_windows.rbegin(), m_windows.rend(), [](const One& one) { return one.session->isLive(); });
    return live == m_windows.rend() ? openLive() : *live->window;
}

void SessionWindows::openFile(const QString& path, MainWindow* asked)
{
    if (QFileInfo(path).suffix() == QLatin1String("scn")) {
        MainWindow& window = someLive();
        window.openScenarioFile(path);
        window.raise();
        return;
    }
    auto session = model::Session::open(QFile::encodeName(path).toStdString());
    if (session.ok()) {
        addRecent(m_preferences.recentFiles, path);
        show(std::move(session.value()));
        return;
    }
    const words::Trouble trouble = words::notOpened(session.problem());
    MainWindow& window = asked == nullptr ? someLive() : *asked;
    window.showProblem(trouble.what, trouble.remedy);
}

void SessionWindows::offerLeft(MainWindow& window)
{
    if (m_preferences.stateFolder.empty()) {
        return;
    }
    const auto left = model::lookForCrashed(m_preferences.stateFolder);
    if (left.empty() || left.front().rows == 0) {
        return;
    }
    const model::LeftSession& newest = left.front();
    const QDateTime begin
        = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(newest.start.wall / 1'000'000));
    window.ask(tr("Sockscope was not ended in order: the session of %1 with %2 events is still there.")
                   .arg(QLocale().toString(begin, QLocale::ShortFormat), words::count(newest.rows)),
        tr("Open it"),
        [this, path = newest.path] { openFile(QFile::decodeName(QByteArray::fromStdString(path))); });
}

void SessionWindows::closeAll()
{
    for (std::size_t i = m_windows.size(); i-- > 0;) {
        m_windows[i].window->close();
    }
}

void SessionWindows::restart()
{
    m_filesAtRestart.clear();
    for (const One& one : m_windows) {
        if (!one.session->isLive()) {
            m_filesAtRestart += QFile::decodeName(QByteArray::fromStdString(one.session->path()));
        }
    }
    closeAll();
    m_restarts = std::ranges::none_of(m_windows, [](const One& one) { return one.window->isVisible(); });
}

void SessionWindows::followDesktop(const DesktopColours& colours)
{
    m_desktop.colours = colours;
    for (const One& one : m_windows) {
        one.window->followDesktop(colours);
    }
}

void SessionWindows::forget(MainWindow* window)
{
    const auto found
        = std::ranges::find_if(m_windows, [window](const One& one) { return one.window.get() == window; });
    if (found == m_windows.end()) {
        return;
    }
    One gone = std::move(*found);
    m_windows.erase(found);
    gone.window.reset();
    gone.session->finish();
}

}
