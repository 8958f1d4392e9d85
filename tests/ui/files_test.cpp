// Sessions and files, as a user meets them: saving, opening, what a crash has left, what is kept.

#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QTimer>
#include <algorithm>
#include <filesystem>

#include "model/store/state_folder.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/files/file_menu.h"
#include "ui/files/session_windows.h"
#include "ui/log/log_view.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

// The windows of a program, and what stands in them.
struct Windows {
    explicit Windows(const std::string& stateFolder = {})
    {
        preferences.stateFolder = stateFolder;
        windows = std::make_unique<ui::SessionWindows>(preferences);
    }
    ui::MainWindow* newest() const { return windows->newest(); }
    static QString text(const QWidget& window, const QString& label)
    {
        const auto* found = window.findChild<QLabel*>(label);
        return found != nullptr && found->isVisible() ? found->text() : QString();
    }
    static ui::LogView& log(const QWidget& window) { return *window.findChild<ui::LogView*>(u"logView"_s); }

    ui::Preferences preferences;
    std::unique_ptr<ui::SessionWindows> windows;
};

QString fileIn(const support::TemporaryFolder& folder, const char* name)
{
    return QFile::decodeName(QByteArray::fromStdString(folder.file(name)));
}

// Gives the next file dialog a path, and Return; again while it stands there, for it reads its folder on a
// thread and may not take what comes before it is ready. One try at a time: keys let events in.
void answerFileDialog(const QString& path)
{
    auto* timer = new QTimer(qApp);
    timer->setSingleShot(true);
    const auto seen = std::make_shared<bool>(false);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, path, seen] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr && *seen) {
            timer->deleteLater();
            return;
        }
        if (dialog != nullptr) {
            *seen = true;
            auto* name = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
            name->setText(path);
            QTest::keyClick(name, Qt::Key_Return);
        }
        timer->start(200);
    });
    timer->start(100);
}

// A session with a socket in it, saved and opened in a window of its own. nullptr: that has failed.
ui::MainWindow* openRecording(Windows& windows, const support::TemporaryFolder& folder)
{
    {
        WindowUnderTest window;
        const SocketId socket = window.newSocket(u"UNIX"_s, u"stream"_s);
        const bool isThere = QTest::qWaitFor([&] { return window.node(socket).open; }, uitest::kLong);
        if (!isThere || window.session().save(folder.file("one.sockscope"))) {
            return nullptr;
        }
    }
    windows.windows->openFile(fileIn(folder, "one.sockscope"));
    return windows.newest();
}

}

class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saved_canBeOpened();
    void recording_makesNoCalls();
    void remarks_areSavedWithTheWindow();
    void restart_remembersFiles();
    void device_isNotReplaced();
    void otherFile_isRefused();
    void missingFile_isToldWithTheReason();
    void payload_isKeptAsChosen();
    void crashed_isOffered();
    void unwritableFolder_isTold();
};

void FilesTest::saved_canBeOpened()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY(window.node(socket).listening);
    EVENTUALLY(window.rows().size() >= 3);
    const QString path = fileIn(folder, "first.sockscope");
    answerFileDialog(path);
    window.choose(u"actionSaveAs"_s);
    EVENTUALLY(QFileInfo::exists(path));
    EVENTUALLY(window.window().windowTitle().startsWith(u"first.sockscope"_s));
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
    const auto rows = window.rows().size();
    QCOMPARE(window.preferences().recentFiles, QStringList {path});

    Windows other;
    other.windows->openFile(path);
    ui::MainWindow* opened = other.newest();
    QVERIFY(opened != nullptr && opened != &window.window());
    EVENTUALLY(Windows::text(*opened, u"recordingWhat"_s).contains(u"Recording"_s));
    EVENTUALLY_COMPARE(Windows::log(*opened).source().rows->size(), quint64 {rows});
    QVERIFY(opened->windowTitle().startsWith(u"first.sockscope"_s));
}

void FilesTest::recording_makesNoCalls()
{
    const support::TemporaryFolder folder;
    Windows windows;
    ui::MainWindow* opened = openRecording(windows, folder);
    QVERIFY(opened != nullptr);
    auto* board = opened->findChild<ui::BoardView*>(u"board"_s);
    EVENTUALLY(!board->board().isEmpty());
    const auto before = Windows::log(*opened).source().store->size();
    QTest::keyClick(opened, Qt::Key_W, Qt::ControlModifier); // close(), elsewhere
    QTest::keyClick(opened, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(opened->findChild<QWidget*>(u"newSocketButton"_s) == nullptr);
    QCOMPARE(Windows::log(*opened).source().store->size(), before);
}

void FilesTest::remarks_areSavedWithTheWindow()
{
    const support::TemporaryFolder folder;
    Windows windows;
    ui::MainWindow* opened = openRecording(windows, folder);
    QVERIFY(opened != nullptr);
    ui::LogView& log = Windows::log(*opened);
    EVENTUALLY(log.source().rows->size() > 0);
    QTest::mouseClick(log.viewport(), Qt::LeftButton, {}, log.rowRect(0).center());
    QTest::keyClick(&log, Qt::Key_M, Qt::ControlModifier);
    EVENTUALLY(opened->isWindowModified());
    QTimer::singleShot(100, opened, [] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(box != nullptr);
        QTest::mouseClick(box->button(QMessageBox::Save), Qt::LeftButton);
    });
    opened->close();
    EVENTUALLY(windows.windows->isEmpty());
    const auto again = model::Session::open(folder.file("one.sockscope"));
    QVERIFY(again.ok());
    const auto isRemark
        = [](const model::Record& record) { return record.kind == model::RecordKind::Annotation; };
    QCOMPARE(std::ranges::count_if(again.value()->records(), isRemark), 1);
}

// Another language: the program ends, and knows with what it begins again.
void FilesTest::restart_remembersFiles()
{
    const support::TemporaryFolder folder;
    {
        WindowUnderTest window;
        const SocketId socket = window.newSocket(u"UNIX"_s, u"stream"_s);
        EVENTUALLY(window.node(socket).open);
        QVERIFY(!window.session().save(folder.file("one.sockscope")));
    }
    Windows windows;
    windows.windows->openLive();
    windows.windows->openFile(fileIn(folder, "one.sockscope"));
    QVERIFY(!windows.windows->isRestarting());
    Q_EMIT windows.newest()->restartWanted();
    QVERIFY(windows.windows->isRestarting());
    QCOMPARE(windows.windows->filesAtRestart(), QStringList {fileIn(folder, "one.sockscope")});
    EVENTUALLY(windows.windows->isEmpty());
}

void FilesTest::device_isNotReplaced()
{
    WindowUnderTest window;
    auto* files = window.window().findChild<ui::FileMenu*>();
    QVERIFY(files != nullptr);
    files->saveTo(u"/dev/full"_s);
    EVENTUALLY(window.textOf(u"messageWhat"_s).contains(u"full was not saved"_s));
    QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
}

void FilesTest::otherFile_isRefused()
{
    const support::TemporaryFolder folder;
    QFile file(fileIn(folder, "other.sockscope"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    Windows windows;
    windows.windows->openFile(file.fileName());
    ui::MainWindow* live = windows.newest();
    QVERIFY(live != nullptr);
    EVENTUALLY_COMPARE(
        Windows::text(*live, u"messageWhat"_s), u"other.sockscope is no session of Sockscope."_s);
    QCOMPARE(QFileInfo(file.fileName()).size(), qint64 {10'000});
}

void FilesTest::missingFile_isToldWithTheReason()
{
    Windows windows;
    windows.windows->openFile(u"/nowhere/at-all.sockscope"_s);
    ui::MainWindow* live = windows.newest();
    QVERIFY(live != nullptr);
    EVENTUALLY(Windows::text(*live, u"messageWhat"_s).contains(u"ENOENT"_s));
}

void FilesTest::payload_isKeptAsChosen()
{
    WindowUnderTest window;
    window.choose(u"actionKeeping"_s);
    auto* popup = QApplication::activePopupWidget();
    QVERIFY(popup != nullptr);
    auto* nothing = popup->findChild<QWidget*>(u"keepingNothing"_s);
    QTest::mouseClick(nothing, Qt::LeftButton, {}, QPoint(8, nothing->height() / 2));
    QTest::keyClick(popup, Qt::Key_Escape);
    QCOMPARE(window.preferences().keeping.payload, 0U);
    QCOMPARE(window.session().store().rules().payload, 0U);
}

void FilesTest::crashed_isOffered()
{
    const support::TemporaryFolder folder;
    const std::string sessions = folder.file("sessions");
    {
        // As it lies there after a crash: not ended, used by nobody.
        model::Session session;
        QCOMPARE(session.keepIn(sessions), 0);
        session.note(u"before the crash"_s);
        EVENTUALLY(session.store().size() > 0);
        const std::filesystem::path kept = session.keptFile();
        std::filesystem::copy_file(kept, kept.parent_path() / "keep.tmp");
        session.finish();
        std::filesystem::rename(kept.parent_path() / "keep.tmp", kept);
    }
    Windows windows(sessions);
    ui::MainWindow& live = windows.windows->openLive();
    windows.windows->offerLeft(live);
    EVENTUALLY(Windows::text(live, u"messageWhat"_s).contains(u"was not ended in order"_s));
    auto* open = live.findChild<QPushButton*>(u"messageAction"_s);
    QTest::mouseClick(open, Qt::LeftButton);
    ui::MainWindow* opened = windows.newest();
    QVERIFY(opened != &live);
    EVENTUALLY_COMPARE(Windows::log(*opened).source().rows->size(), quint64 {1});
}

void FilesTest::unwritableFolder_isTold()
{
    Windows windows("/proc/no-such-folder");
    ui::MainWindow& live = windows.windows->openLive();
    EVENTUALLY(Windows::text(live, u"messageWhat"_s).contains(u"in memory only"_s));
}

QTEST_MAIN(FilesTest)
#include "files_test.moc"
