#include <cstring>

#include "netcore/engine/call.h"
#include "netcore/events/call_record.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;

namespace {

using Room = std::array<std::byte, kLargestCallRecord>;

bool same(const CallRecord& a, const CallRecord& b)
{
    return a.call == b.call && a.arguments == b.arguments && a.hasAddress == b.hasAddress
        && a.address == b.address && a.addressLength == b.addressLength;
}

CallRecord readBack(const CallRecord& record)
{
    Room room {};
    return decodeCall(record.call, encode(record, room));
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
    void largestRecord_fits();
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
        QCOMPARE(read.hasAddress, size >= 6 * 8 + 4);
        QCOMPARE(read.fd(), size >= 8 ? 5 : size > 0 ? 5 : 0);
    }
}

void CallRecordTest::foreignBlocks_areRead()
{
    const std::vector<std::byte> block(1000, std::byte {0xff});
    for (std::uint16_t id = 0; id < 100; ++id) {
        const CallRecord read = decodeCall(CallId {id}, block);
        QCOMPARE(read.call, describe(CallId {id}).id);
        QVERIFY(read.hasAddress);
        QCOMPARE(std::size_t {read.address.length()}, sizeof(sockaddr_storage));
    }
}

void CallRecordTest::largestRecord_fits()
{
    Room room {};
    QCOMPARE(encode(recordOf(calls::sendto("", longest()), 1), room).size(), kLargestCallRecord);
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
