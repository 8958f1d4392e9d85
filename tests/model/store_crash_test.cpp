// kill -9 at any moment, a full disk, a budget: what is there is true, and what is not there is told.

#include <QTest>
#include <atomic>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "model/store/log_file_reader.h"
#include "model/store/saved_copy.h"
#include "tests/model/small_disk.h"
#include "tests/model/store_maker.h"
#include "tests/support/temporary_folder.h"

using namespace model;
using namespace netcore;
using namespace storeMaker;

namespace {

// Seen by a parent and its child.
class SharedCount {
public:
    SharedCount()
        : m_count(new (::mmap(
            nullptr, sizeof(Count), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Count(0))
    {
    }
    ~SharedCount() { ::munmap(m_count, sizeof(Count)); }
    SharedCount(const SharedCount&) = delete;
    SharedCount& operator=(const SharedCount&) = delete;

    void set(std::uint64_t count) { *m_count = count; }
    std::uint64_t get() const { return *m_count; }

private:
    using Count = std::atomic<std::uint64_t>;
    Count* m_count;
};

// Kept, lost, and what the Gaps say, as they stand in the log.
struct Tally {
    Row kept = 0;
    std::uint64_t lost = 0;
    int begins = 0;
    int error = 0;
};

Tally tallyOf(const EventStore& store)
{
    Tally tally;
    for (Row row = 0; row < store.size(); ++row) {
        const Event event = store.event(row);
        const bool gap = event.kind == EventKind::Gap;
        tally.kept += gap ? 0 : 1;
        tally.lost += gap ? static_cast<std::uint64_t>(event.result) : 0;
        tally.begins += gap && (event.flags & eventFlags::kGapBegins) != 0 ? 1 : 0;
        tally.error = gap ? event.error : tally.error;
    }
    return tally;
}

void offer(EventStore& store, Row first, Row count)
{
    for (Row row = first; row < first + count; ++row) {
        store.append(eventOf(row), recordOf(row));
    }
}

}

class StoreCrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writer_killedAtAnyMoment_leavesAllItHasFlushed();
    void fullDisk_liveLog_saysSoAndGoesOnLater();
    void fullDisk_copy_leavesTheOldFile();
    void budget_usedUp_gapsAndGoesOnWhenRaised();
    void payload_firstBytesOnly_keepsTheTruthOfTheSize();
    void fewAddresses_stillKeepTheLog();
};

void StoreCrashTest::writer_killedAtAnyMoment_leavesAllItHasFlushed()
{
    const support::TemporaryFolder folder;
    const std::string path = folder.file("log");
    for (const std::uint64_t target :
        {1U, 2U, 60U, 1'000U, 5'000U, 20'000U, 65'500U, 65'536U, 65'600U, 131'072U, 140'000U}) {
        SharedCount flushed;
        SharedCount records;
        smallDisk::killWhen(
            [&] {
                EventStore store;
                store.keepIn(createFile(path), {});
                for (Row part = 1;; part = part * 7 % 89) {
                    fill(store, part);
                    store.addRecord({RecordKind::Annotation, std::vector<std::byte>(part)});
                    store.flush();
                    records.set(store.records().size());
                    flushed.set(store.size());
                }
            },
            [&] { return flushed.get() >= target; });
        const std::uint64_t least = flushed.get();
        const auto store = read(path);
        QVERIFY(store);
        QVERIFY(!store->file()->hasEnded());
        if (const auto damage = store->damage()) {
            QFAIL(qPrintable(QStringLiteral("damage %1 at %2, %3 rows of %4 lost")
                                 .arg(static_cast<int>(damage->kind))
                                 .arg(damage->offset)
                                 .arg(damage->rowsLost)
                                 .arg(store->file()->rows())));
        }
        QVERIFY(store->size() >= least);
        QVERIFY(store->records().size() >= records.get());
        QCOMPARE(differenceFromMade(*store), std::string());
    }
}

void StoreCrashTest::fullDisk_liveLog_saysSoAndGoesOnLater()
{
    const std::string said = smallDisk::with([](const std::string& folder) -> std::string {
        EventStore store;
        static_cast<void>(store.keepIn(createFile(folder + "/log"), {}));
        offer(store, 0, 500);
        if (store.flush() != ENOSPC || !store.trouble() || store.trouble()->error != ENOSPC) {
            return "no trouble";
        }
        offer(store, 500, 700);
        if (store.trouble()->lost != 700 || tallyOf(store).kept != 500 || tallyOf(store).begins != 1) {
            return "not told at once";
        }
        if (!smallDisk::grow(folder)) {
            return "cannot grow";
        }
        while (store.flush() != 0) { } // it tries once a second
        offer(store, 1'200, 100);
        if (store.trouble() || store.end() != 0) {
            return "does not go on";
        }
        const auto back = read(folder + "/log");
        if (!back || back->damage() || back->size() != store.size()) {
            return "not all in the file";
        }
        const Tally tally = tallyOf(*back);
        return tally.kept == 600 && tally.lost == 700 && tally.error == ENOSPC ? "good" : "wrong count";
    });
    if (said.starts_with("denied")) {
        QSKIP(("no disk of our own: " + said).c_str());
    }
    QCOMPARE(said, std::string("good"));
}

void StoreCrashTest::fullDisk_copy_leavesTheOldFile()
{
    const std::string said = smallDisk::with([](const std::string& folder) -> std::string {
        EventStore small;
        fill(small, 20);
        const std::string path = folder + "/copy";
        if (saveCopy({&small, small.size(), {}, {}}, path)) {
            return "the small one does not fit";
        }
        EventStore big;
        fill(big, 3'000);
        for (int attempt = 0; attempt < 3; ++attempt) { // and nothing is left that takes room
            const auto problem = saveCopy({&big, big.size(), {}, {}}, path);
            if (!problem || problem->error != ENOSPC || problem->path != path) {
                return "no problem";
            }
            const auto old = read(path);
            if (!old || old->size() != 20 || !differenceFromMade(*old).empty()) {
                return "the old one is hurt";
            }
        }
        return "good";
    });
    if (said.starts_with("denied")) {
        QSKIP(("no disk of our own: " + said).c_str());
    }
    QCOMPARE(said, std::string("good"));
}

void StoreCrashTest::budget_usedUp_gapsAndGoesOnWhenRaised()
{
    EventStore store;
    store.setRules({kAllPayload, 100'000});
    offer(store, 0, 2'000);
    QVERIFY(store.trouble() && store.trouble()->error == 0);
    const Row kept = tallyOf(store).kept;
    QCOMPARE(kept + store.trouble()->lost, Row {2'000});
    QVERIFY(store.bytes() < 110'000);
    QCOMPARE(store.event(store.size() - 1).flags, eventFlags::kBudget | eventFlags::kGapBegins);
    store.setRules({kAllPayload, 200'000});
    QVERIFY(!store.trouble());
    offer(store, 2'000, 10);
    store.setRules({kAllPayload, 1});
    offer(store, 2'010, 10);
    QCOMPARE(store.end(), 0); // says how many, at last
    const Tally tally = tallyOf(store);
    QCOMPARE(tally.kept, kept + 10);
    QCOMPARE(tally.kept + tally.lost, Row {2'020});
    QCOMPARE(tally.begins, 2);
}

void StoreCrashTest::payload_firstBytesOnly_keepsTheTruthOfTheSize()
{
    EventStore store;
    store.setRules({16, 0});
    fill(store, 300);
    store.setRules({0, 0});
    fill(store, 300);
    for (Row row = 0; row < store.size(); ++row) {
        const auto whole = recordOf(row).size() - eventOf(row).argumentsSize;
        QCOMPARE(store.event(row).dataSize, static_cast<std::uint32_t>(whole));
        QCOMPARE(store.data(row).size(), std::min<std::size_t>(whole, row < 300 ? 16 : 0));
        QCOMPARE(store.event(row).argumentsSize, eventOf(row).argumentsSize);
    }
    Event note {};
    note.kind = EventKind::Note; // said by somebody: not cut
    QCOMPARE(store.data(store.append(note, recordOf(6))).size(), recordOf(6).size());
}

void StoreCrashTest::fewAddresses_stillKeepTheLog()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(__clang__)
    QSKIP("a sanitizer needs more addresses than a limit would leave");
#else
    const support::TemporaryFolder folder;
    SharedCount kept;
    SharedCount never;
    smallDisk::killWhen(
        [&] {
            const rlimit limit {std::size_t {2} << 30U, std::size_t {2} << 30U};
            if (::setrlimit(RLIMIT_AS, &limit) == 0) {
                EventStore store;
                store.keepIn(createFile(folder.file("log")), {});
                fill(store, 100'000);
                kept.set(store.end() == 0 && differenceFromMade(store).empty() ? store.size() : 1);
            }
        },
        [&] { return never.get() > 0; });
    QCOMPARE(kept.get(), std::uint64_t {100'000});
#endif
}

QTEST_APPLESS_MAIN(StoreCrashTest)
#include "store_crash_test.moc"
