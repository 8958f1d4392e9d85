// A session that lies in a file: kept while it runs, found after a crash, opened again, saved.

#include <QSignalSpy>
#include <QTest>
#include <csignal>
#include <cstdlib>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/store/state_folder.h"
#include "tests/model/session_bench.h"
#include "tests/model/store_maker.h"
#include "tests/support/event_recorder.h"

using namespace model;
using namespace netcore;

class SessionFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kept_andOpened_tellsTheSame();
    void opened_takesNoCalls();
    void opened_bigFile_comesInSlices();
    void kept_isLocked_andNotOfferedWhileInUse();
    void crashed_isOffered_endedIsNot();
    void twoSessions_haveTwoFiles();
    void noFolder_isInMemory();
    void oldOnes_areRemovedWithinLimits_strangersStay();
    void saved_isClean_untilMoreComes();
    void annotation_ofOpened_isSavedWithIt();

private:
    std::string folder(const char* name) const { return m_folder.file(name) + "/state"; }
    // A log of so many rows as a program leaves it that ends, or crashes.
    void leave(const std::string& folder, std::uint64_t wall, Row rows, bool ends);

    const support::TemporaryFolder m_folder;
};

void SessionFileTest::leave(const std::string& folder, std::uint64_t wall, Row rows, bool ends)
{
    const FileStart start {0, wall * 1'000'000'000U, 77};
    auto kept = createKeptFile(folder, start);
    QVERIFY(kept.ok());
    EventStore store;
    QCOMPARE(store.keepIn(std::move(kept.value().file), start), 0);
    storeMaker::fill(store, rows);
    QCOMPARE(ends ? store.end() : store.flush(), 0);
}

void SessionFileTest::kept_andOpened_tellsTheSame()
{
    SessionBench bench;
    QCOMPARE(bench.session.keepIn(folder("same")), 0);
    const std::string path = bench.session.keptFile();
    QCOMPARE(support::kindAndMode(path), std::string("file 0600"));
    QCOMPARE(support::kindAndMode(folder("same")), std::string("other 0700"));
    bench.session.addActor(QStringLiteral("server"));
    const SocketId listener = bench.listener(AF_INET);
    bench.session.note(QStringLiteral("a remark"), listener);
    bench.session.finish();
    const auto opened = Session::open(path);
    QVERIFY(opened.ok());
    Session& back = *opened.value();
    QVERIFY(!back.isLive());
    QTRY_VERIFY(back.isRead());
    QCOMPARE(back.store().size(), bench.session.store().size());
    QCOMPARE(back.told(), bench.session.told());
    QCOMPARE(back.actorName(ActorId {1}), QStringLiteral("server"));
    QCOMPARE(back.startTime(), bench.session.startTime());
    QCOMPARE(back.startWallTime(), bench.session.startWallTime());
    const SocketNode* node = back.graph().find(listener);
    QVERIFY(node != nullptr);
    QVERIFY(node->listening);
    QCOMPARE(node->open, bench.node(listener).open);
    QCOMPARE(node->local, bench.node(listener).local);
    QVERIFY(!back.isDirty());
}

void SessionFileTest::opened_takesNoCalls()
{
    leave(folder("inert"), 5, 10, true);
    Session live;
    QVERIFY(!live.save(m_folder.file("empty")));
    const auto opened = Session::open(m_folder.file("empty"));
    QVERIFY(opened.ok());
    Session& session = *opened.value();
    const auto posted = session.post(calls::socket(AF_INET, SOCK_STREAM));
    QVERIFY(!posted.ok());
    QCOMPARE(posted.problem(), ECANCELED);
    session.note(QStringLiteral("nothing"));
    session.drain();
    session.finish();
    QTRY_VERIFY(session.isRead());
    QCOMPARE(session.store().size(), Row {0});
    QCOMPARE(session.keepIn(folder("inert")), EBUSY);
}

void SessionFileTest::opened_bigFile_comesInSlices()
{
    EventStore store;
    storeMaker::fill(store, 300'000);
    const std::string path = m_folder.file("big");
    QVERIFY(!saveCopy({&store, store.size(), {}, {}}, path));
    const auto opened = Session::open(path);
    QVERIFY(opened.ok());
    QSignalSpy progress(opened.value().get(), &Session::progressed);
    QSignalSpy appended(opened.value().get(), &Session::appended);
    QCOMPARE(opened.value()->store().size(), Row {0}); // nothing is read before the event loop runs
    QCOMPARE(opened.value()->rowsInFile(), Row {300'000});
    QTRY_VERIFY(opened.value()->isRead());
    QVERIFY(progress.size() >= 5);
    QCOMPARE(appended.size(), 5);
    QCOMPARE(appended.front().front().toULongLong(), 0ULL);
    QCOMPARE(storeMaker::differenceFromMade(opened.value()->store()), std::string());
    auto other = Session::open(path);
    QVERIFY(other.ok());
    other.value().reset(); // in the middle
}

void SessionFileTest::kept_isLocked_andNotOfferedWhileInUse()
{
    SessionBench bench;
    QCOMPARE(bench.session.keepIn(folder("locked")), 0);
    bench.socket(AF_UNIX, SOCK_STREAM);
    QVERIFY(lookForCrashed(folder("locked")).empty());
    QCOMPARE(removeOld(folder("locked"), {0, 0}), std::size_t {0});
    QCOMPARE(removeKept(bench.session.keptFile()), EBUSY);
}

void SessionFileTest::crashed_isOffered_endedIsNot()
{
    leave(folder("crashed"), 10, 5, true);
    leave(folder("crashed"), 20, 6, false);
    leave(folder("crashed"), 30, 7, false);
    leave(folder("crashed"), 40, 0, false);
    const auto crashed = lookForCrashed(folder("crashed"));
    QCOMPARE(crashed.size(), std::size_t {2});
    QCOMPARE(crashed[0].rows, Row {7}); // the newest first
    QCOMPARE(crashed[1].start.wall, std::uint64_t {20'000'000'000});
    QVERIFY(crashed[0].bytes > 0);
    const auto opened = Session::open(crashed[0].path);
    QVERIFY(opened.ok());
    QTRY_COMPARE(opened.value()->store().size(), Row {7});
    QCOMPARE(removeKept(crashed[1].path), 0);
    QCOMPARE(lookForCrashed(folder("crashed")).size(), std::size_t {1});
}

void SessionFileTest::twoSessions_haveTwoFiles()
{
    Session one;
    Session other;
    QCOMPARE(one.keepIn(folder("two")), 0);
    QCOMPARE(other.keepIn(folder("two")), 0);
    QVERIFY(one.keptFile() != other.keptFile());
    QCOMPARE(one.keepIn(folder("two")), EBUSY);
}

void SessionFileTest::noFolder_isInMemory()
{
    SessionBench bench;
    QVERIFY(bench.session.keepIn("/proc/sockscope") != 0); // not even root may
    QCOMPARE(bench.session.keepIn({}), ENOENT);
    QCOMPARE(bench.session.keptFile(), std::string());
    QVERIFY(!bench.session.store().isKept());
    QCOMPARE(bench.make(calls::socket(AF_UNIX, SOCK_STREAM)).substr(0, 1) == "-", false);
    QVERIFY(!bench.session.store().trouble());
}

void SessionFileTest::oldOnes_areRemovedWithinLimits_strangersStay()
{
    const std::string place = folder("old");
    for (const std::uint64_t wall : {10U, 20U, 30U, 40U}) {
        leave(place, wall, 5, true);
    }
    leave(place, 1, 5, false); // the oldest, but it has crashed
    support::writeFile(place + "/session-notes.sockscope", "my own text");
    support::writeFile(place + "/letter.txt", "and another");
    QCOMPARE(removeOld(place, {2, UINT64_MAX}), std::size_t {2});
    QCOMPARE(lookForCrashed(place).size(), std::size_t {1});
    QCOMPARE(support::readFile(place + "/session-notes.sockscope"), std::string("my own text"));
    QCOMPARE(removeOld(place, {10, 1}), std::size_t {2}); // bytes
    QCOMPARE(support::readFile(place + "/letter.txt"), std::string("and another"));
    QCOMPARE(removeKept(place + "/letter.txt"), EINVAL);
}

void SessionFileTest::saved_isClean_untilMoreComes()
{
    SessionBench bench;
    QVERIFY(!bench.session.isDirty());
    bench.socket(AF_UNIX, SOCK_STREAM);
    QVERIFY(bench.session.isDirty());
    QVERIFY(!bench.session.save(m_folder.file("saved")));
    QVERIFY(!bench.session.isDirty());
    QCOMPARE(bench.session.path(), m_folder.file("saved"));
    const auto problem = bench.session.save(m_folder.file("none/saved"));
    QVERIFY(problem);
    QCOMPARE(problem->error, ENOENT);
    QCOMPARE(bench.session.path(), m_folder.file("saved"));
    bench.session.note(QStringLiteral("more"));
    bench.session.finish();
    QVERIFY(bench.session.isDirty());
}

void SessionFileTest::annotation_ofOpened_isSavedWithIt()
{
    EventStore store;
    storeMaker::fill(store, 5);
    QVERIFY(!saveCopy({&store, store.size(), {}, {}}, m_folder.file("one")));
    auto opened = Session::open(m_folder.file("one"));
    QVERIFY(opened.ok());
    opened.value()->addRecord({RecordKind::Annotation, std::vector<std::byte>(3, std::byte {7})});
    QVERIFY(opened.value()->isDirty());
    QVERIFY(!opened.value()->save(m_folder.file("one"))); // over itself, and before all of it was read
    QVERIFY(!opened.value()->isDirty());
    const auto again = Session::open(m_folder.file("one"));
    QVERIFY(again.ok());
    QCOMPARE(again.value()->records().size(), std::size_t {1});
    QCOMPARE(again.value()->records()[0].bytes.size(), std::size_t {3});
    QCOMPARE(again.value()->rowsInFile(), Row {5});
}

QTEST_GUILESS_MAIN(SessionFileTest)
#include "session_file_test.moc"
