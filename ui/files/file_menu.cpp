#include "ui/files/file_menu.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <utility>

#include "model/store/state_folder.h"
#include "ui/files/file_words.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr qsizetype kMostRecent = 10;
constexpr auto kSuffix = ".sockscope";

QString pathOf(const std::string& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path));
}

QString sessionFilter()
{
    return FileMenu::tr("Sessions (*.sockscope)");
}

// "23 Nov 2026, 14:03 · 1,234 events"
QString sayingOf(const model::LeftSession& session)
{
    const QDateTime begin
        = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(session.start.wall / 1'000'000));
    return FileMenu::tr("%1 · %2 events")
        .arg(QLocale().toString(begin, QLocale::ShortFormat), words::count(session.rows));
}

}

void addRecent(QStringList& files, const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    files.removeAll(absolute);
    files.prepend(absolute);
    files = files.mid(0, kMostRecent);
}

FileMenu::FileMenu(QMenu* menu, Workbench& workbench, MessageBar& messages, ProgressStrip& progress,
    Preferences& preferences, QWidget* window)
    : QObject(window)
    , m_menu(menu)
    , m_workbench(workbench)
    , m_messages(messages)
    , m_progress(progress)
    , m_preferences(preferences)
    , m_window(window)
{
    connect(add("actionNewWindow", tr("&New window"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)),
        &QAction::triggered, this, &FileMenu::newWindowWanted);
    connect(add("actionOpen", tr("&Open…"), QKeySequence::Open), &QAction::triggered, this, &FileMenu::open);
    m_recent = menu->addMenu(tr("Open &recent"));
    m_recent->setObjectName(QStringLiteral("menuRecent"));
    connect(m_recent, &QMenu::aboutToShow, this, &FileMenu::showRecent);
    m_earlier = menu->addMenu(tr("&Earlier sessions"));
    m_earlier->setObjectName(QStringLiteral("menuEarlier"));
    connect(m_earlier, &QMenu::aboutToShow, this, &FileMenu::showEarlier);
    menu->addSeparator();
    connect(add("actionSave", tr("&Save"), QKeySequence::Save), &QAction::triggered, this, &FileMenu::save);
    connect(add("actionSaveAs", tr("Save &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)),
        &QAction::triggered, this, &FileMenu::saveAs);
    if (workbench.session().isLive()) {
        connect(
            add("actionKeeping", tr("&Keeping…"), {}), &QAction::triggered, this, &FileMenu::keepingWanted);
    }
    menu->addSeparator();
    const model::Session& session = workbench.session();
    connect(&session, &model::Session::progressed, this, &FileMenu::tellReading);
    connect(&session, &model::Session::keepingChanged, this, &FileMenu::tellKeeping);
    connect(&session, &model::Session::appended, this, &FileMenu::showTitle);
    connect(&m_workbench.annotations(), &model::Annotations::changed, this, &FileMenu::showTitle);
    connect(&m_progress, &ProgressStrip::cancelled, this, [this] {
        if (m_job) {
            m_job->cancel();
        }
    });
    if (!session.isLive() && !session.isRead()) {
        m_progress.begin(tr("Reading %1 …").arg(words::fileName(session.path())), false);
    }
    rememberDisk();
    showTitle();
}

QAction* FileMenu::add(const char* name, const QString& text, const QKeySequence& key)
{
    QAction* action = m_menu->addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    return action;
}

void FileMenu::open()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open"), {},
        tr("Sessions and scenarios (*.sockscope *.scn)") + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty()) {
        Q_EMIT openWanted(path);
    }
}

void FileMenu::save()
{
    const std::string& path = m_workbench.session().path();
    if (path.empty()) {
        saveAs();
    } else if (hasChangedOnDisk()) {
        m_messages.ask(tr("%1 was changed by another program since.").arg(words::fileName(path)),
            tr("Overwrite it"), [this, path] { begin(pathOf(path)); });
    } else {
        begin(pathOf(path));
    }
}

void FileMenu::saveAs()
{
    const std::string& path = m_workbench.session().path();
    const QString proposal = path.empty() ? QDir::home().filePath(QDateTime::currentDateTime().toString(
                                 QStringLiteral("'session' yyyy-MM-dd HH.mm'.sockscope'")))
                                          : pathOf(path);
    QString chosen
        = QFileDialog::getSaveFileName(m_window, tr("Save the session"), proposal, sessionFilter());
    if (!chosen.isEmpty()) {
        if (QFileInfo(chosen).suffix().isEmpty()) {
            chosen += QLatin1String(kSuffix);
        }
        saveTo(chosen);
    }
}

void FileMenu::saveTo(const QString& path)
{
    begin(path);
}

void FileMenu::begin(const QString& path)
{
    if (m_job) {
        m_messages.showError(tr("The session is being saved already."), tr("Wait for it, or cancel it."));
        return;
    }
    m_job = std::make_unique<model::SaveJob>(m_workbench.session(), QFile::encodeName(path).toStdString());
    connect(m_job.get(), &model::SaveJob::progressed, &m_progress, &ProgressStrip::setDone);
    connect(m_job.get(), &model::SaveJob::finished, this, &FileMenu::finishSaving);
    m_progress.begin(tr("Saving %1 …").arg(words::fileName(m_job->path())), true);
}

void FileMenu::finishSaving()
{
    m_progress.end();
    const std::unique_ptr<model::SaveJob> job = std::move(m_job);
    const bool closes = std::exchange(m_closesThen, false) && !job->problem();
    if (job->problem()) {
        const words::Trouble trouble = words::notSaved(*job->problem());
        m_messages.showError(trouble.what, trouble.remedy);
    } else {
        addRecent(m_preferences.recentFiles, pathOf(job->path()));
        rememberDisk();
    }
    showTitle();
    if (closes) {
        m_window->close();
    }
}

bool FileMenu::mayClose()
{
    const model::Session& session = m_workbench.session();
    if (m_job) {
        m_closesThen = true;
        return false;
    }
    // A live one is kept in its file all the same, and found again under Earlier sessions.
    if (session.isLive() || !session.isDirty()) {
        return true;
    }
    QMessageBox box(QMessageBox::NoIcon, tr("Save the remarks?"),
        tr("Marks and comments have been added to %1. Without saving they are lost.")
            .arg(words::fileName(session.path())),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    const int answer = box.exec();
    if (answer != QMessageBox::Save) {
        return answer == QMessageBox::Discard;
    }
    m_closesThen = true;
    begin(pathOf(session.path()));
    return false;
}

void FileMenu::showRecent()
{
    m_recent->clear();
    for (const QString& path : std::as_const(m_preferences.recentFiles)) {
        const bool isThere = QFileInfo::exists(path);
        QString name = words::shown(QFileInfo(path).fileName().toStdString());
        name.replace(u'&', QLatin1String("&&")); // no key of the menu
        QAction* action = m_recent->addAction(isThere ? name : tr("%1 (gone)").arg(name));
        action->setToolTip(words::plainToolTip(words::shown(path.toStdString())));
        action->setEnabled(isThere);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT openWanted(path); });
    }
    if (m_recent->isEmpty()) {
        m_recent->addAction(tr("None yet"))->setEnabled(false);
        return;
    }
    m_recent->setToolTipsVisible(true);
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Clear this list")), &QAction::triggered, this,
        [this] { m_preferences.recentFiles.clear(); });
}

void FileMenu::showEarlier()
{
    m_earlier->clear();
    for (const model::LeftSession& session : model::lookForLeft(m_preferences.stateFolder)) {
        QAction* action = m_earlier->addAction(
            session.ended ? sayingOf(session) : tr("%1 (not ended in order)").arg(sayingOf(session)));
        connect(action, &QAction::triggered, this,
            [this, path = pathOf(session.path)] { Q_EMIT openWanted(path); });
    }
    if (m_earlier->isEmpty()) {
        m_earlier->addAction(tr("None: this one will be the first"))->setEnabled(false);
    }
}

void FileMenu::showTitle()
{
    const model::Session& session = m_workbench.session();
    const QString title = session.path().empty()
        ? QStringLiteral("Sockscope")
        : words::fileName(session.path()) + QStringLiteral("[*] — Sockscope");
    if (m_window->windowTitle() != title) {
        m_window->setWindowTitle(title);
    }
    m_window->setWindowModified(!session.path().empty() && session.isDirty());
}

void FileMenu::tellKeeping()
{
    if (const auto trouble = m_workbench.session().store().trouble()) {
        const words::Trouble said = words::notKept(*trouble);
        m_messages.showError(said.what, said.remedy);
    }
}

void FileMenu::tellReading(quint64 rows, quint64 all)
{
    const model::Session& session = m_workbench.session();
    m_progress.setDone(rows, all);
    if (!session.isRead()) {
        return;
    }
    m_progress.end();
    if (const auto damage = session.store().damage()) {
        const words::Trouble said = words::damage(*damage, rows);
        m_messages.showError(said.what, said.remedy);
    }
}

bool FileMenu::hasChangedOnDisk() const
{
    const QFileInfo now(pathOf(m_workbench.session().path()));
    return now.exists() && m_sizeOnDisk >= 0
        && (now.size() != m_sizeOnDisk || now.lastModified() != m_timeOnDisk);
}

void FileMenu::rememberDisk()
{
    const QFileInfo now(pathOf(m_workbench.session().path()));
    m_timeOnDisk = now.lastModified();
    m_sizeOnDisk = now.exists() ? now.size() : -1;
}

}
