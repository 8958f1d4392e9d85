#include <cstring>

#include "netcore/engine/call.h"
#include "netcore/events/call_record.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;

namespace {

using Room = std::vector<std::byte>;

bool same(const CallRecord& a, const CallRecord& b)
{
    return a.call == b.call && a.arguments == b.arguments && a.hasAddress == b.hasAddress
        && a.address == b.address && a.addressLength == b.addressLength && a.details == b.details;
}

CallRecord readBack(const CallRecord& record)
{
    Room room {};
    return decodeCall(record.call, encode(record, room));
}

std::vector<CallDetails> someDetails()
{
    const Address name = parseAddress("127.0.0.1:80").value();
    MessageDetails message;
    message.bufferSizes = {3, 0, 70'000};
    message.control = {{1, 2, std::vector<std::byte>(12, std::byte {7}), {}}, {0, 8, {}, {}}};
    message.nameRoom = 128;
    message.controlRoom = 64;
    message.controlLength = 32;
    message.flags = -1;
    message.opened = {{SocketId {4}, 9, -1, 0, 0, "pipe:[12]"}};
    LookUpDetails lookUp;
    lookUp.node = "localhost";
    lookUp.hasHints = true;
    lookUp.family = 10;
    lookUp.found = {{0, 2, 1, 6, name, "localhost"}, {}};
    return {OpenedList {{{SocketId {1}, 3, 1, 1, 0, {}}, {SocketId {2}, 4, 1, 1, 0, {}}}}, message,
        OptionBytes {{std::byte {1}, std::byte {0}}, 4}, PollDetails {{{SocketId {1}, 3, 1, 16}, {}}},
        lookUp};
}

Address longest()
{
    return Address::fromBytes(std::vector<std::byte>(sizeof(sockaddr_storage), std::byte {0xa5}));
}

}

Q_DECLARE_METATYPE(netcore::CallRecord)

class CallRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void record_isReadBack_data();
    void record_isReadBack();
    void everyShorterBlock_isRead();
    void foreignBlocks_areRead();
    void damagedDetails_areRead();
    void endlessDetails_areCut();
    void descriptor_isKnown();
    void nulls_areMarked();
};

void CallRecordTest::record_isReadBack_data()
{
    QTest::addColumn<CallRecord>("record");

    const Address name = parseAddress("[::1]:80").value();
    QTest::newRow("socket") << recordOf(calls::socket(AF_INET, SOCK_STREAM, 6), -1);
    QTest::newRow("bind") << recordOf(calls::bind(name), 5);
    QTest::newRow("bind, empty address") << recordOf(calls::bind(Address()), 5);
    QTest::newRow("accept4") << recordOf(calls::accept4(SOCK_NONBLOCK), 5);
    QTest::newRow("sendto") << recordOf(calls::sendto("hi", longest()), 5);
    QTest::newRow("close") << recordOf(calls::close(), -1);
    CallRecord negative = recordOf(calls::recv(1), -1);
    negative.arguments[2] = INT64_MIN;
    negative.arguments[3] = -1;
    QTest::newRow("negative numbers") << negative;
    for (const CallDetails& details : someDetails()) {
        CallRecord detailed = recordOf(calls::recvmsg({}), 5);
        detailed.details = details;
        QTest::addRow("details %zu", details.index()) << detailed;
        detailed.hasAddress = true;
        detailed.address = name;
        detailed.addressLength = name.length();
        QTest::addRow("details %zu with an address", details.index()) << detailed;
    }
    CallRecord cut = recordOf(calls::accept(), 5);
    cut.hasAddress = true;
    cut.address = Address::fromBytes(name.bytes().first(3));
    cut.addressLength = 28;
    QTest::newRow("address cut by its room") << cut;
}

void CallRecordTest::record_isReadBack()
{
    QFETCH(CallRecord, record);
    QVERIFY(same(readBack(record), record));
}

void CallRecordTest::everyShorterBlock_isRead()
{
    const CallRecord record = recordOf(calls::sendto("hi", longest()), 5);
    Room room {};
    const auto whole = encode(record, room);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        // A copy of just that size, so that the address sanitizer sees a read behind it.
        const std::vector<std::byte> block(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        const CallRecord read = decodeCall(record.call, block);
        QCOMPARE(read.call, record.call);
        QCOMPARE(read.hasAddress, size > 6 * 8);
        QCOMPARE(read.fd(), size >= 8 ? 5 : size > 0 ? 5 : 0);
    }
}

void CallRecordTest::foreignBlocks_areRead()
{
    const std::vector<std::byte> block(1000, std::byte {0x7f});
    for (std::uint16_t id = 0; id < 100; ++id) {
        const CallRecord read = decodeCall(CallId {id}, block);
        QCOMPARE(read.call, describe(CallId {id}).id);
        QVERIFY(read.hasAddress);
        QCOMPARE(std::size_t {read.address.length()}, sizeof(sockaddr_storage));
    }
}

void CallRecordTest::damagedDetails_areRead()
{
    for (const CallDetails& details : someDetails()) {
        std::vector<std::byte> whole;
        encodeDetails(details, whole);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const std::vector<std::byte> cut(
                whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
            decodeDetails(cut);
            std::vector<std::byte> wrong = whole;
            wrong[size] = std::byte {0xff};
            decodeDetails(wrong);
        }
    }
}

void CallRecordTest::endlessDetails_areCut()
{
    LookUpDetails lookUp;
    lookUp.found.resize(100'000);
    MessageDetails message;
    message.control.push_back({1, 1, std::vector<std::byte>(100'000), {}});
    for (const CallDetails& details : {CallDetails(lookUp), CallDetails(message)}) {
        std::vector<std::byte> bytes;
        encodeDetails(details, bytes);
        QVERIFY(bytes.size() <= kLargestDetails + 1);
    }
}

void CallRecordTest::descriptor_isKnown()
{
    QCOMPARE(recordOf(calls::listen(1), 5).fd(), 5);
    QCOMPARE(recordOf(calls::close(), 5).fd(), 5);
    QCOMPARE(recordOf(calls::socket(AF_INET, SOCK_STREAM), 5).fd(), -1);
    QCOMPARE(CallRecord().fd(), -1);
}

void CallRecordTest::nulls_areMarked()
{
    Call accept = calls::accept();
    accept.wantsAddress = false;
    QCOMPARE(recordOf(accept, 5).arguments, (std::array<std::int64_t, 6> {5, kNullPointer, 0}));
    Call bind = calls::bind(parseAddress("127.0.0.1:80").value());
    bind.arguments = {99, 99, 16};
    QCOMPARE(recordOf(bind, 5).arguments, (std::array<std::int64_t, 6> {5, 0, 16}));
    bind.address.reset();
    QCOMPARE(recordOf(bind, 5).arguments, (std::array<std::int64_t, 6> {5, kNullPointer, 16}));
}

QTEST_APPLESS_MAIN(CallRecordTest)
#include "call_record_test.moc"
