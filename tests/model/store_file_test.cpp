// A log in its file: what is read is what was written, whatever the lengths.

#include <QTest>
#include <atomic>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "model/store/log_file_reader.h"
#include "model/store/saved_copy.h"
#include "tests/model/store_maker.h"
#include "tests/support/temporary_folder.h"

using namespace model;
using namespace storeMaker;

class StoreFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void log_written_readsTheSame_data();
    void log_written_readsTheSame();
    void log_writtenInDrains_readsTheSame();
    void log_neverFlushed_hasNoRows();
    void log_flushedNotEnded_saysSo();
    void copy_ofAnyLength_readsTheSame_data() { log_written_readsTheSame_data(); }
    void copy_ofAnyLength_readsTheSame();
    void copy_whileTheLogGoesOn_hasWhatWasPlanned();
    void copy_ofACopy_isTheSameFile();
    void copy_cancelled_leavesTheOld();
    void records_ofAnySize_comeBackInOrder();
    void spanOfRows_overBlocks_isOne();
    void file_cutWhileMapped_givesZerosAndSaysSo();
    void forgottenRows_areReadAgain();
    void readers_whileBlocksAreAdopted_seeTheSame();
};

void StoreFileTest::log_written_readsTheSame_data()
{
    QTest::addColumn<quint64>("rows");
    for (const quint64 rows : {0ULL, 1ULL, 5ULL, 1'000ULL, 65'535ULL, 65'536ULL, 65'537ULL, 200'000ULL}) {
        QTest::addRow("%llu", static_cast<unsigned long long>(rows)) << rows;
    }
}

void StoreFileTest::log_written_readsTheSame()
{
    QFETCH(const quint64, rows);
    const support::TemporaryFolder folder;
    const std::string path = folder.file("log");
    EventStore store;
    QCOMPARE(store.keepIn(createFile(path), {7, 8, 9}), 0);
    fill(store, rows);
    QCOMPARE(differenceFromMade(store), std::string());
    QCOMPARE(store.end(), 0);
    const auto back = read(path);
    QVERIFY(back);
    QCOMPARE(back->size(), Row {rows});
    QCOMPARE(differenceFromMade(*back), std::string());
    QVERIFY(!back->damage());
    QVERIFY(back->file()->hasEnded());
    QCOMPARE(back->file()->start().wall, std::uint64_t {8});
}

void StoreFileTest::log_writtenInDrains_readsTheSame()
{
    const support::TemporaryFolder folder;
    const std::string path = folder.file("log");
    EventStore store;
    fill(store, 100); // before there is a file
    QCOMPARE(store.keepIn(createFile(path), {}), 0);
    for (Row drain = 1; drain < 400; ++drain) {
        fill(store, drain % 97 * 11);
        QCOMPARE(store.flush(), 0);
        if (drain % 100 == 0) { // as if it were killed now
            const auto back = read(path);
            QVERIFY(back);
            QCOMPARE(back->size(), store.size());
            QCOMPARE(differenceFromMade(*back), std::string());
            QVERIFY(!back->file()->hasEnded());
        }
    }
    QVERIFY(store.size() > 3 * kRowsInChunk);
    QCOMPARE(differenceFromMade(store), std::string());
}

void StoreFileTest::log_neverFlushed_hasNoRows()
{
    const support::TemporaryFolder folder;
    EventStore store;
    QCOMPARE(store.keepIn(createFile(folder.file("log")), {}), 0);
    fill(store, 10);
    const auto back = read(folder.file("log"));
    QVERIFY(back);
    QCOMPARE(back->size(), Row {0});
}

void StoreFileTest::log_flushedNotEnded_saysSo()
{
    const support::TemporaryFolder folder;
    EventStore store;
    QCOMPARE(store.keepIn(createFile(folder.file("log")), {}), 0);
    fill(store, 10);
    QCOMPARE(store.flush(), 0);
    const auto back = read(folder.file("log"));
    QVERIFY(back && !back->damage());
    QCOMPARE(back->size(), Row {10});
    QVERIFY(!back->file()->hasEnded());
}

void StoreFileTest::copy_ofAnyLength_readsTheSame()
{
    QFETCH(const quint64, rows);
    const support::TemporaryFolder folder;
    const std::string path = folder.file("copy");
    EventStore store;
    fill(store, rows);
    std::uint64_t done = 0;
    std::uint64_t all = 0;
    const auto problem = saveCopy({&store, store.size(), {{RecordKind::Host, {}}}, {1, 2, 3}}, path,
        [&](std::uint64_t now, std::uint64_t of) {
            done = now;
            all = of;
            return true;
        });
    QVERIFY(!problem);
    QCOMPARE(done, rows == 0 ? 0 : all);
    struct stat about { };
    QCOMPARE(::stat(path.c_str(), &about), 0);
    QCOMPARE(about.st_mode & 07777U, 0600U);
    const auto back = read(path);
    QVERIFY(back && !back->damage() && back->file()->hasEnded());
    QCOMPARE(back->size(), Row {rows});
    QCOMPARE(back->records().size(), std::size_t {1});
    QCOMPARE(differenceFromMade(*back), std::string());
}

void StoreFileTest::copy_whileTheLogGoesOn_hasWhatWasPlanned()
{
    const support::TemporaryFolder folder;
    EventStore store;
    QCOMPARE(store.keepIn(createFile(folder.file("log")), {}), 0);
    fill(store, 100'000);
    const SavePlan plan {&store, store.size(), {}, {}};
    const auto problem = saveCopy(plan, folder.file("copy"), [&](std::uint64_t, std::uint64_t) {
        fill(store, 1'000);
        store.flush();
        return true;
    });
    QVERIFY(!problem);
    QVERIFY(store.size() > 100'000);
    const auto back = read(folder.file("copy"));
    QVERIFY(back);
    QCOMPARE(back->size(), Row {100'000});
    QCOMPARE(differenceFromMade(*back), std::string());
}

void StoreFileTest::copy_ofACopy_isTheSameFile()
{
    const support::TemporaryFolder folder;
    EventStore store;
    fill(store, 70'000);
    QVERIFY(!saveCopy({&store, store.size(), {}, {}}, folder.file("one")));
    const auto back = read(folder.file("one"));
    QVERIFY(back);
    QVERIFY(!saveCopy({back.get(), back->size(), back->records(), {}}, folder.file("two")));
    QVERIFY(bytesOf(folder.file("one")) == bytesOf(folder.file("two")));
    // Over the file that it is read from.
    QVERIFY(!saveCopy({back.get(), back->size(), back->records(), {}}, folder.file("one")));
    QCOMPARE(differenceFromMade(*back), std::string());
    QCOMPARE(differenceFromMade(*read(folder.file("one"))), std::string());
}

void StoreFileTest::copy_cancelled_leavesTheOld()
{
    const support::TemporaryFolder folder;
    writeBytes(folder.file("copy"), {});
    EventStore store;
    fill(store, 70'000);
    const auto problem = saveCopy({&store, store.size(), {}, {}}, folder.file("copy"),
        [](std::uint64_t done, std::uint64_t all) { return done < all / 2; });
    QVERIFY(problem && problem->what == FileTrouble::Cancelled);
    QVERIFY(bytesOf(folder.file("copy")).empty());
}

void StoreFileTest::records_ofAnySize_comeBackInOrder()
{
    const support::TemporaryFolder folder;
    EventStore store;
    QCOMPARE(store.keepIn(createFile(folder.file("log")), {}), 0);
    const std::vector<std::size_t> sizes {0, 1, 7, 8, 60'000, 6'000, 65'520, 65'521, 300'000, 5};
    for (const std::size_t size : sizes) {
        store.addRecord({RecordKind::Annotation, std::vector<std::byte>(size, std::byte {42})});
        fill(store, 10);
        QCOMPARE(store.flush(), 0);
    }
    QVERIFY(!saveCopy({&store, store.size(), store.records(), {}}, folder.file("copy")));
    for (const char* name : {"log", "copy"}) {
        const auto back = read(folder.file(name));
        QVERIFY(back && !back->damage());
        QCOMPARE(back->records().size(), sizes.size());
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            QCOMPARE(back->records()[i].bytes.size(), sizes[i]);
        }
    }
}

void StoreFileTest::spanOfRows_overBlocks_isOne()
{
    const support::TemporaryFolder folder;
    EventStore store;
    QCOMPARE(store.keepIn(createFile(folder.file("log")), {}), 0);
    fill(store, 250'000); // more than a block of data
    QVERIFY(store.payloadBytes() > kDataBytes);
    QCOMPARE(store.end(), 0);
    const auto back = read(folder.file("log"));
    QVERIFY(back);
    const auto live = store.data(0, store.size());
    const auto read = back->data(0, back->size());
    QVERIFY(std::ranges::equal(live, read));
    QVERIFY(live.data() + live.size() - store.data(store.size() - 1).size()
        == store.data(store.size() - 1).data());
    QVERIFY(store.data(5, 5).empty());
}

void StoreFileTest::file_cutWhileMapped_givesZerosAndSaysSo()
{
    const support::TemporaryFolder folder;
    EventStore store;
    fill(store, 200'000);
    QVERIFY(!saveCopy({&store, store.size(), {}, {}}, folder.file("copy")));
    const auto back = read(folder.file("copy"));
    QVERIFY(back && !back->damage());
    back->forget(0, back->size());
    QCOMPARE(::truncate(folder.file("copy").c_str(), kFilePage), 0);
    for (Row row = 0; row < back->size(); row += 1'000) {
        static_cast<void>(back->event(row));
        static_cast<void>(back->call(row));
        static_cast<void>(back->data(row));
        static_cast<void>(back->data(row, back->size()));
    }
    QVERIFY(back->damage());
    QCOMPARE(back->damage()->kind, DamageKind::Vanished);
    const auto problem = saveCopy({back.get(), back->size(), {}, {}}, folder.file("other"));
    QVERIFY(problem && problem->error == EIO);
    QVERIFY(::access(folder.file("other").c_str(), F_OK) != 0);
}

void StoreFileTest::forgottenRows_areReadAgain()
{
    const support::TemporaryFolder folder;
    EventStore store;
    QCOMPARE(store.keepIn(createFile(folder.file("log")), {}), 0);
    fill(store, 250'000);
    store.forget(0, store.size());
    store.forget(10, 20);
    QCOMPARE(differenceFromMade(store), std::string());
    EventStore inMemory; // nothing to forget there
    fill(inMemory, 70'000);
    inMemory.forget(0, inMemory.size());
    QCOMPARE(differenceFromMade(inMemory), std::string());
}

void StoreFileTest::readers_whileBlocksAreAdopted_seeTheSame()
{
    const support::TemporaryFolder folder;
    EventStore store;
    QCOMPARE(store.keepIn(createFile(folder.file("log")), {}), 0);
    std::atomic<bool> done = false;
    std::atomic<Row> wrong = 0;
    std::atomic<Row> looked = 0;
    std::thread reader([&] {
        std::mt19937_64 random(7);
        do {
            const Row size = store.size();
            const Row row = size > 0 ? random() % size : 0;
            if (size > 0) {
                const auto record = recordOf(row);
                const auto data = std::span(record).subspan(eventOf(row).argumentsSize);
                const bool same
                    = store.event(row).time == eventOf(row).time && std::ranges::equal(store.data(row), data);
                wrong += same ? 0 : 1;
                ++looked;
                if (row % 512 == 0) {
                    store.forget(row / 2, row);
                }
            }
        } while (!done);
    });
    while (store.size() < 300'000) {
        fill(store, 5'000);
        store.flush();
    }
    done = true;
    reader.join();
    QVERIFY(looked > 0);
    QCOMPARE(wrong.load(), Row {0});
}

QTEST_APPLESS_MAIN(StoreFileTest)
#include "store_file_test.moc"
