// Files that are not as they were written: read up to the damage, or refused, and always with a word.

#include <QTest>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

#include "model/store/checksum.h"
#include "model/store/log_file_reader.h"
#include "model/store/saved_copy.h"
#include "model/store/sealed_headers.h"
#include "tests/model/store_maker.h"
#include "tests/support/temporary_folder.h"

using namespace model;
using namespace storeMaker;

class StoreDamageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checksum_ofKnownBytes_isTheStandards();
    void checksum_ofManyBytes_isThatOfTheirParts();
    void copy_cutAnywhere_isReadUpToThere();
    void liveFile_cutAnywhere_isReadUpToThere();
    void liveFile_sealedBeyondItsCommit_isNoDamage();
    void copy_oneBitTurned_givesNoWrongRow();
    void fullBlock_oneBitTurned_saysWhere();
    void version_newer_isRefusedWithItsName();
    void anythingElse_isRefused();
    void rowsNobodyWouldWrite_areNotShown();

private:
    // What could be read is right; what could not is told.
    void judge(const std::string& path, Row rows, const std::string& where);

    const support::TemporaryFolder m_folder;
};

void StoreDamageTest::judge(const std::string& path, Row rows, const std::string& where)
{
    const auto store = read(path);
    if (!store) {
        return; // refused
    }
    const std::string difference = differenceFromMade(*store);
    QVERIFY2(difference.empty(), (where + ": " + difference).c_str());
    QVERIFY2(store->size() == rows || store->damage(), where.c_str());
    if (store->size() < rows && store->damage()->rowsLost > 0) {
        QCOMPARE(store->damage()->firstLost, store->size());
    }
}

void StoreDamageTest::checksum_ofKnownBytes_isTheStandards()
{
    const std::string_view text = "123456789"; // its check value, as catalogues of CRCs have it
    QCOMPARE(checksum(std::as_bytes(std::span(text))), 0xe3069283U);
    const auto bytes = recordOf(1'003);
    const auto whole = std::span(bytes);
    QCOMPARE(checksum(whole.subspan(10), checksum(whole.first(10))), checksum(whole));
}

// Long ones are made in stripes, short ones byte by byte or word by word.
void StoreDamageTest::checksum_ofManyBytes_isThatOfTheirParts()
{
    std::vector<std::byte> bytes;
    for (Row row = 0; bytes.size() < 20'000; ++row) {
        const auto record = recordOf(row);
        bytes.insert(bytes.end(), record.begin(), record.end());
    }
    for (const std::size_t size : {3'071U, 3'072U, 3'073U, 6'144U, 9'999U, 20'000U}) {
        const auto whole = std::span(bytes).first(size);
        std::uint32_t byParts = 0;
        for (std::size_t done = 0; done < size; done += 100) {
            byParts = checksum(whole.subspan(done, std::min<std::size_t>(100, size - done)), byParts);
        }
        QCOMPARE(checksum(whole), byParts);
    }
}

void StoreDamageTest::copy_cutAnywhere_isReadUpToThere()
{
    EventStore store;
    fill(store, 3'000);
    const std::string path = m_folder.file("copy");
    QVERIFY(!saveCopy({&store, store.size(), {{RecordKind::Host, std::vector<std::byte>(9)}}, {}}, path));
    struct stat about { };
    QCOMPARE(::stat(path.c_str(), &about), 0);
    for (off_t size = about.st_size; size >= 0; size -= static_cast<off_t>(kFilePage)) {
        QCOMPARE(::truncate(path.c_str(), size), 0);
        judge(path, 3'000, "cut at " + std::to_string(size));
    }
}

void StoreDamageTest::liveFile_cutAnywhere_isReadUpToThere()
{
    const std::string path = m_folder.file("live");
    EventStore store;
    QCOMPARE(store.keepIn(createFile(path), {}), 0);
    fill(store, 70'000);
    QCOMPARE(store.flush(), 0);
    const auto bytes = bytesOf(path);
    Row most = 0;
    for (std::size_t size = 0; size < bytes.size(); size += bytes.size() / 60 / kFilePage * kFilePage) {
        writeBytes(m_folder.file("cut"), std::span(bytes).first(size));
        judge(m_folder.file("cut"), 70'000, "cut at " + std::to_string(size));
        if (const auto cut = read(m_folder.file("cut"))) {
            QVERIFY(cut->size() >= most); // more of the file is never less of the log
            most = cut->size();
        }
    }
    QVERIFY(most > 0);
}

// Killed between the seal of a block and the commit of its rows.
void StoreDamageTest::liveFile_sealedBeyondItsCommit_isNoDamage()
{
    const std::string path = m_folder.file("sealed");
    EventStore store;
    QCOMPARE(store.keepIn(createFile(path), {}), 0);
    fill(store, 250'000);
    QVERIFY(store.lanes().data.size() > kDataBytes);
    QCOMPARE(store.flush(), 0);
    auto bytes = bytesOf(path);
    for (const Row rows : {Row {65'500}, Row {131'000}, Row {200'000}}) {
        const ColumnChunk& chunk = store.lanes().chunk(rows - 1);
        const std::size_t i = (rows - 1) % kRowsInChunk;
        Commit commit {
            1, rows, chunk.arguments[i] + chunk.argumentsSize[i], chunk.data[i] + chunk.dataKept[i], 0, 0};
        seal(commit);
        for (const std::size_t place : kCommitPlaces) {
            std::memcpy(bytes.data() + place, &commit, sizeof commit);
        }
        writeBytes(m_folder.file("older"), bytes);
        const auto back = read(m_folder.file("older"));
        QVERIFY(back && !back->damage());
        QCOMPARE(back->size(), rows);
        QCOMPARE(differenceFromMade(*back), std::string());
    }
}

void StoreDamageTest::copy_oneBitTurned_givesNoWrongRow()
{
    EventStore store;
    fill(store, 2'000);
    const std::string path = m_folder.file("bits");
    QVERIFY(!saveCopy({&store, store.size(), {}, {}}, path));
    auto bytes = bytesOf(path);
    std::mt19937 random(4);
    for (int turn = 0; turn < 400; ++turn) {
        const bool header = turn % 2 == 0; // half of them where the file says what it is
        const std::size_t page = random() % (bytes.size() / kFilePage) * kFilePage;
        const std::size_t place = header ? page + random() % 64 : random() % bytes.size();
        const auto bit = static_cast<std::byte>(1U << random() % 8U);
        bytes[place] ^= bit;
        writeBytes(path, bytes);
        judge(path, 2'000, "bit at " + std::to_string(place));
        bytes[place] ^= bit;
    }
}

void StoreDamageTest::fullBlock_oneBitTurned_saysWhere()
{
    const std::string path = m_folder.file("block");
    EventStore store;
    fill(store, 150'000);
    QVERIFY(!saveCopy({&store, store.size(), {}, {}}, path));
    auto bytes = bytesOf(path);
    const std::size_t second = kFilePage + (kFilePage + kColumnsBytes) + kFilePage; // the second block's body
    bytes[second + 1'000] ^= std::byte {1};
    writeBytes(path, bytes);
    const auto store2 = read(path);
    QVERIFY(store2 && store2->damage());
    QCOMPARE(store2->size(), kRowsInChunk);
    QCOMPARE(store2->damage()->kind, DamageKind::Checksum);
    QCOMPARE(store2->damage()->offset, std::uint64_t {second});
    QCOMPARE(store2->damage()->firstLost, kRowsInChunk);
    QCOMPARE(store2->damage()->rowsLost, Row {150'000} - kRowsInChunk);
    QCOMPARE(differenceFromMade(*store2), std::string());
}

void StoreDamageTest::version_newer_isRefusedWithItsName()
{
    const std::string path = m_folder.file("newer");
    EventStore store;
    QVERIFY(!saveCopy({&store, 0, {}, {}}, path));
    auto bytes = bytesOf(path);
    FileHeader header {};
    std::memcpy(&header, bytes.data(), sizeof header);
    header.major = kFileMajor + 1;
    header.crc = checksum(std::as_bytes(std::span(&header, 1)).first(sizeof header - sizeof header.crc));
    std::memcpy(bytes.data(), &header, sizeof header);
    writeBytes(path, bytes);
    const auto opened = EventStore::open(path);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.problem().what, FileTrouble::Newer);
    QCOMPARE(opened.problem().path, path);
}

void StoreDamageTest::anythingElse_isRefused()
{
    writeBytes(m_folder.file("empty"), {});
    writeBytes(m_folder.file("text"), recordOf(1'003));
    QCOMPARE(::mkfifo(m_folder.file("fifo").c_str(), 0600), 0);
    const auto troubleOf = [](const std::string& path) { return EventStore::open(path).problem(); };
    QCOMPARE(troubleOf(m_folder.file("empty")).what, FileTrouble::NotASession);
    QCOMPARE(troubleOf(m_folder.file("text")).what, FileTrouble::NotASession);
    QCOMPARE(troubleOf(m_folder.file("fifo")).what, FileTrouble::NotRegular);
    QCOMPARE(troubleOf("/dev/zero").what, FileTrouble::NotRegular);
    QCOMPARE(troubleOf(m_folder.path()).what, FileTrouble::NotRegular);
    QCOMPARE(troubleOf(m_folder.file("none")).error, ENOENT);
}

void StoreDamageTest::rowsNobodyWouldWrite_areNotShown()
{
    const std::string path = m_folder.file("hostile");
    EventStore store;
    fill(store, 10);
    netcore::Event event = eventOf(10);
    event.call = static_cast<netcore::CallId>(9'999);
    QCOMPARE(store.append(event, recordOf(10)), Row {10});
    QVERIFY(!saveCopy({&store, store.size(), {}, {}}, path)); // with the right checksums
    const auto back = read(path);
    QVERIFY(back && back->damage());
    QCOMPARE(back->size(), Row {10});
    QCOMPARE(back->damage()->kind, DamageKind::Content);
}

QTEST_APPLESS_MAIN(StoreDamageTest)
#include "store_damage_test.moc"
