// Save: the old file or the new one, whatever happens to the program or the disk, and only over a regular
// file. With --save PATH the program saves and ends: strace(1) kills it or fails its calls, one after the
// other.

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

#include "model/store/saved_copy.h"
#include "tests/model/store_maker.h"
#include "tests/support/temporary_folder.h"

using namespace model;
using namespace storeMaker;
using namespace Qt::StringLiterals;

namespace {

constexpr Row kOld = 10;
constexpr Row kNew = 300;

int save(const std::string& path)
{
    EventStore store;
    fill(store, kNew);
    return saveCopy({&store, store.size(), {}, {}}, path) ? 3 : 0;
}

}

class StoreSaveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anythingButARegularFile_isRefused();
    void folder_missingOrReadOnly_isAnErrno();
    void killedAtAnyCall_leavesOldOrNew_data();
    void killedAtAnyCall_leavesOldOrNew();
    void failedCall_leavesTheOld_data();
    void failedCall_leavesTheOld();

private:
    QString findStrace();
    // Exit code of a save whose Nth call of that name meets that; -1: killed.
    int saveUnder(const std::string& injection);
    Row rowsIn(const std::string& path);

    const support::TemporaryFolder m_folder;
    const std::string m_path = m_folder.file("copy.sockscope");
    QString m_strace;
};

QString StoreSaveTest::findStrace()
{
    const QString strace = QStandardPaths::findExecutable(u"strace"_s);
    const bool works
        = !strace.isEmpty() && QProcess::execute(strace, {u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"true"_s}) == 0;
    return works ? strace : QString();
}

int StoreSaveTest::saveUnder(const std::string& injection)
{
    EventStore old;
    fill(old, kOld);
    if (saveCopy({&old, old.size(), {}, {}}, m_path)) {
        return -2;
    }
    QProcess process;
    process.start(m_strace,
        {u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"-e"_s, u"inject="_s + QString::fromStdString(injection),
            QCoreApplication::applicationFilePath(), u"--save"_s, QString::fromStdString(m_path)});
    process.waitForFinished(-1);
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() < 128 ? process.exitCode() : -1;
}

Row StoreSaveTest::rowsIn(const std::string& path)
{
    const auto store = read(path);
    return store && !store->damage() && differenceFromMade(*store).empty() ? store->size() : 0;
}

void StoreSaveTest::anythingButARegularFile_isRefused()
{
    EventStore store;
    fill(store, 5);
    const SavePlan plan {&store, store.size(), {}, {}};
    const std::string fifo = m_folder.file("fifo");
    const std::string link = m_folder.file("link");
    const std::string target = m_folder.file("target");
    QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
    support::writeFile(target, "precious");
    QCOMPARE(::symlink(target.c_str(), link.c_str()), 0);
    for (const std::string& path :
        {fifo, link, m_folder.path(), m_folder.path() + "/", std::string("/dev/full")}) {
        const auto problem = saveCopy(plan, path);
        QVERIFY2(problem && problem->what == FileTrouble::NotRegular, path.c_str());
    }
    QCOMPARE(support::readFile(target), std::string("precious"));
    QVERIFY(!saveCopy(plan, target)); // a regular one, whatever it held
    QCOMPARE(support::kindAndMode(target), std::string("file 0600"));
}

void StoreSaveTest::folder_missingOrReadOnly_isAnErrno()
{
    EventStore store;
    const auto missing = saveCopy({&store, 0, {}, {}}, m_folder.file("none/copy"));
    QVERIFY(missing && missing->what == FileTrouble::System);
    QCOMPARE(missing->error, ENOENT);
    const auto denied = saveCopy({&store, 0, {}, {}}, "/proc/copy"); // not even root may
    QVERIFY(denied && denied->what == FileTrouble::System && denied->error != 0);
}

void StoreSaveTest::killedAtAnyCall_leavesOldOrNew_data()
{
    QTest::addColumn<QString>("call");
    for (const char* call : {"pwrite64", "fdatasync", "linkat", "renameat", "fsync"}) {
        QTest::addRow("%s", call) << QString::fromLatin1(call);
    }
}

void StoreSaveTest::killedAtAnyCall_leavesOldOrNew()
{
    QFETCH(const QString, call);
    m_strace = findStrace();
    if (m_strace.isEmpty()) {
        QSKIP("strace is not here or may not trace: saving was NOT killed at each call");
    }
    int killed = 0;
    for (int when = 1; when < 200; when = when < 8 ? when + 1 : when * 2) {
        const int code = saveUnder(call.toStdString() + ":signal=KILL:when=" + std::to_string(when));
        const Row rows = rowsIn(m_path);
        QVERIFY2(rows == kOld || rows == kNew, qPrintable(call + u' ' + QString::number(when)));
        if (code == 0) {
            QCOMPARE(rows, kNew);
            break; // there is no such call any more
        }
        QCOMPARE(code, -1);
        ++killed;
    }
    QVERIFY(killed > 0);
}

void StoreSaveTest::failedCall_leavesTheOld_data()
{
    QTest::addColumn<QString>("injection");
    for (const char* injection : {"pwrite64:error=ENOSPC:when=2", "pwrite64:error=EIO:when=5",
             "fdatasync:error=EIO", "linkat:error=EIO", "renameat:error=EIO", "pwrite64:retval=0:when=3"}) {
        QTest::addRow("%s", injection) << QString::fromLatin1(injection);
    }
}

void StoreSaveTest::failedCall_leavesTheOld()
{
    QFETCH(const QString, injection);
    m_strace = findStrace();
    if (m_strace.isEmpty()) {
        QSKIP("strace is not here or may not trace: the calls of saving were NOT made to fail");
    }
    QCOMPARE(saveUnder(injection.toStdString()), 3);
    QCOMPARE(rowsIn(m_path), kOld);
    const QStringList left
        = QDir(QString::fromStdString(m_folder.path())).entryList({u".copy*"_s}, QDir::Files | QDir::Hidden);
    // Of this one nothing; those that were killed may have left theirs.
    for (const QString& name : left) {
        QVERIFY(QFile::remove(QString::fromStdString(m_folder.path()) + u'/' + name));
    }
}

int main(int count, char** arguments)
{
    QCoreApplication application(count, arguments);
    if (count == 3 && std::string_view(arguments[1]) == "--save") {
        return save(arguments[2]);
    }
    StoreSaveTest test;
    return QTest::qExec(&test, count, arguments);
}
#include "store_save_test.moc"
