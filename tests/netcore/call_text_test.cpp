#include <netinet/in.h>
#include <vector>

#include "netcore/base/quoted.h"
#include "netcore/engine/call.h"
#include "netcore/names/call_text.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;

namespace {

Address typed(std::string_view text)
{
    return parseAddress(text).value();
}

// As it was posted, on descriptor 7.
CallRecord planned(const Call& call)
{
    return recordOf(call, 7);
}

// As the kernel has answered it.
CallRecord answered(const Call& call, const Address& address)
{
    CallRecord record = planned(call);
    record.hasAddress = true;
    record.address = address;
    record.addressLength = address.length();
    return record;
}

CallRecord answeredWithLength(const Call& call, const Address& address, std::uint32_t length)
{
    CallRecord record = answered(call, address);
    record.addressLength = length;
    return record;
}

Call withoutAddress(Call call)
{
    call.wantsAddress = false;
    call.address.reset();
    return call;
}

Call withArgument(Call call, std::size_t slot, std::int64_t value)
{
    call.arguments[slot] = value;
    return call;
}

CallRecord fchmodRecord(std::int64_t mode)
{
    CallRecord record;
    record.call = CallId::Fchmod;
    record.arguments = {7, mode};
    return record;
}

}

Q_DECLARE_METATYPE(netcore::CallRecord)
Q_DECLARE_METATYPE(netcore::CallStage)

class CallTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void call_isAsStracePrintsIt_data();
    void call_isAsStracePrintsIt();
    void data_isCut_data();
    void data_isCut();
    void shortAddresses_areShown_data();
    void shortAddresses_areShown();
    void result_hasText_data();
    void result_hasText();
};

void CallTextTest::call_isAsStracePrintsIt_data()
{
    QTest::addColumn<CallRecord>("record");
    QTest::addColumn<CallStage>("stage");
    QTest::addColumn<std::string>("data");
    QTest::addColumn<std::string>("text");

    const auto row = [](const char* name, const CallRecord& record, CallStage stage, const std::string& data,
                         const std::string& text) { QTest::newRow(name) << record << stage << data << text; };
    using enum CallStage;
    const Address peer = typed("127.0.0.1:5000");
    const std::string peerText
        = R"({sa_family=AF_INET, sin_port=htons(5000), sin_addr=inet_addr("127.0.0.1")})";

    row("socket", planned(calls::socket(AF_INET, SOCK_STREAM)), Done, "",
        "socket(AF_INET, SOCK_STREAM, IPPROTO_IP)");
    row("socket with flags", planned(calls::socket(AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK, IPPROTO_UDP)), Done,
        "", "socket(AF_INET6, SOCK_DGRAM|SOCK_NONBLOCK, IPPROTO_UDP)");
    row("UNIX has no protocols", planned(calls::socket(AF_UNIX, SOCK_STREAM, 7)), Done, "",
        "socket(AF_UNIX, SOCK_STREAM, 7)");
    row("nonsense", planned(calls::socket(99, 99, 99)), Failed, "", "socket(0x63, SOCK_RAW|0x60, 99)");
    row("protocol -1", planned(calls::socket(AF_INET, SOCK_STREAM, -1)), Failed, "",
        "socket(AF_INET, SOCK_STREAM, 0xffffffff)");

    row("bind", planned(calls::bind(peer)), Done, "", "bind(7, " + peerText + ", 16)");
    row("bind, wrong length", planned(withArgument(calls::bind(peer), 2, -1)), Failed, "",
        "bind(7, " + peerText + ", -1)");
    row("bind, NULL", planned(withoutAddress(calls::bind(peer))), Failed, "", "bind(7, NULL, 16)");
    row("bind, autobind", planned(calls::bind(Address::unixUnnamed())), Done, "",
        "bind(7, {sa_family=AF_UNIX}, 2)");
    row("bind, abstract", planned(calls::bind(typed("@a\0b"s))), Done, "",
        R"(bind(7, {sa_family=AF_UNIX, sun_path=@"a\0b"}, 6))");
    row("listen", planned(calls::listen(-1)), Done, "", "listen(7, -1)");
    row("connect asleep", planned(calls::connect(peer)), Unfinished, "",
        "connect(7, " + peerText + ", 16 <unfinished ...>");

    row("accept planned", planned(calls::accept()), Planned, "", "accept(7, &addr, &addrlen)");
    row("accept asleep", planned(calls::accept()), Unfinished, "", "accept(7, <unfinished ...>");
    row("accept done", answered(calls::accept(), peer), Done, "", "accept(7, " + peerText + ", [128 => 16])");
    row("accept failed", planned(calls::accept()), Failed, "", "accept(7, &addr, [128])");
    row("accept, no name wanted, planned", planned(withoutAddress(calls::accept())), Planned, "",
        "accept(7, NULL, NULL)");
    row("accept, no name wanted, asleep", planned(withoutAddress(calls::accept())), Unfinished, "",
        "accept(7, NULL, NULL <unfinished ...>");
    row("accept, no name wanted, done", planned(withoutAddress(calls::accept())), Done, "",
        "accept(7, NULL, NULL)");
    row("accept4", answered(calls::accept4(SOCK_NONBLOCK | SOCK_CLOEXEC), Address::unixUnnamed()), Done, "",
        "accept4(7, {sa_family=AF_UNIX}, [128 => 2], SOCK_CLOEXEC|SOCK_NONBLOCK)");
    row("accept4 asleep", planned(calls::accept4()), Unfinished, "", "accept4(7, <unfinished ...>");
    row("room just right", answered(withArgument(calls::getsockname(), 2, 16), peer), Done, "",
        "getsockname(7, " + peerText + ", [16])");
    row("room too small",
        answeredWithLength(
            withArgument(calls::getsockname(), 2, 4), Address::fromBytes(peer.bytes().first(4)), 16),
        Done, "", R"(getsockname(7, {sa_family=AF_INET, sa_data="\23\210"}, [4 => 16]))");
    row("no room", answeredWithLength(withArgument(calls::getsockname(), 2, 0), Address(), 16), Done, "",
        "getsockname(7, &addr, [0 => 16])");
    row("room of -1", planned(withArgument(calls::getsockname(), 2, 0xffffffff)), Failed, "",
        "getsockname(7, &addr, [-1])");
    row("getpeername", answered(calls::getpeername(), peer), Done, "",
        "getpeername(7, " + peerText + ", [128 => 16])");

    row("send", planned(calls::send("hello\n")), Done, "hello\n", R"(send(7, "hello\n", 6, MSG_NOSIGNAL))");
    row("send nothing", planned(calls::send("")), Done, "", R"(send(7, "", 0, MSG_NOSIGNAL))");
    row("send asleep", planned(calls::send("x")), Unfinished, "x",
        R"(send(7, "x", 1, MSG_NOSIGNAL <unfinished ...>)");
    row("sendto", planned(calls::sendto("hi", peer)), Done, "hi",
        R"(sendto(7, "hi", 2, MSG_NOSIGNAL, )" + peerText + ", 16)");
    row("sendto nobody", planned(withoutAddress(calls::sendto({}, 0, Address()))), Done, "",
        R"(sendto(7, "", 0, 0, NULL, 0))");
    row("recv planned", planned(calls::recv(100)), Planned, "", "recv(7, buf, 100, 0)");
    row("recv asleep", planned(calls::recv(100)), Unfinished, "", "recv(7, <unfinished ...>");
    row("recv done", planned(calls::recv(100, MSG_PEEK)), Done, "hi", R"(recv(7, "hi", 100, MSG_PEEK))");
    row("recv at the end", planned(calls::recv(100)), Done, "", R"(recv(7, "", 100, 0))");
    row("recv failed", planned(calls::recv(100)), Failed, "", "recv(7, buf, 100, 0)");
    row("recvfrom planned", planned(calls::recvfrom(9)), Planned, "",
        "recvfrom(7, buf, 9, 0, &src_addr, &addrlen)");
    row("recvfrom done", answered(calls::recvfrom(9), peer), Done, "hi",
        R"(recvfrom(7, "hi", 9, 0, )" + peerText + ", [128 => 16])");
    row("recvfrom of a stream", answered(calls::recvfrom(9), Address()), Done, "hi",
        R"(recvfrom(7, "hi", 9, 0, &src_addr, [128 => 0]))");
    row("recvfrom, no name wanted", planned(withoutAddress(calls::recvfrom(9))), Done, "hi",
        R"(recvfrom(7, "hi", 9, 0, NULL, NULL))");

    row("shutdown", planned(calls::shutdown(SHUT_WR)), Done, "", "shutdown(7, SHUT_WR)");
    row("shutdown nonsense", planned(calls::shutdown(9)), Failed, "", "shutdown(7, 0x9)");
    row("close", planned(calls::close()), Done, "", "close(7)");
    row("fchmod", fchmodRecord(0600), Done, "", "fchmod(7, 0600)");
    row("fchmod to nothing", fchmodRecord(0), Done, "", "fchmod(7, 000)");
    row("fchmod with setuid", fchmodRecord(04755), Done, "", "fchmod(7, 04755)");
    row("no call", CallRecord(), Done, "", "()");
}

void CallTextTest::call_isAsStracePrintsIt()
{
    QFETCH(CallRecord, record);
    QFETCH(CallStage, stage);
    QFETCH(std::string, data);
    QFETCH(std::string, text);
    QCOMPARE(callText(record, bytesOf(data), data.size(), stage), text);
}

void CallTextTest::data_isCut_data()
{
    QTest::addColumn<std::string>("kept");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("most");
    QTest::addColumn<std::string>("text");

    QTest::newRow("whole") << "hello"s << 5 << 5 << R"(send(7, "hello", 5, 0))"s;
    QTest::newRow("shown in part") << "hello"s << 5 << 2 << R"(send(7, "he"..., 5, 0))"s;
    QTest::newRow("kept in part") << "he"s << 5 << 100 << R"(send(7, "he"..., 5, 0))"s;
    QTest::newRow("kept and shown in part") << "hell"s << 5 << 2 << R"(send(7, "he"..., 5, 0))"s;
}

void CallTextTest::data_isCut()
{
    QFETCH(std::string, kept);
    QFETCH(int, size);
    QFETCH(int, most);
    QFETCH(std::string, text);
    const CallRecord record = planned(calls::send(std::vector<std::byte>(static_cast<std::size_t>(size)), 0));
    CallTextStyle style;
    style.mostData = static_cast<std::size_t>(most);
    QCOMPARE(callText(record, bytesOf(kept), static_cast<std::size_t>(size), CallStage::Done, style), text);
}

void CallTextTest::shortAddresses_areShown_data()
{
    QTest::addColumn<CallRecord>("record");
    QTest::addColumn<std::string>("text");

    QTest::newRow("IPv4") << planned(calls::bind(typed("127.0.0.1:80")))
                          << "bind(7, {AF_INET, 127.0.0.1:80}, 16)"s;
    QTest::newRow("IPv6") << planned(calls::bind(typed("[::1]:80"))) << "bind(7, {AF_INET6, [::1]:80}, 28)"s;
    QTest::newRow("path") << planned(calls::bind(typed("/tmp/a"))) << "bind(7, {AF_UNIX, /tmp/a}, 9)"s;
    QTest::newRow("unnamed") << planned(calls::bind(Address::unixUnnamed()))
                             << "bind(7, {AF_UNIX, (unnamed)}, 2)"s;
    QTest::newRow("NULL") << planned(withoutAddress(calls::bind(Address::unixUnnamed())))
                          << "bind(7, NULL, 2)"s;
}

void CallTextTest::shortAddresses_areShown()
{
    QFETCH(CallRecord, record);
    QFETCH(std::string, text);
    CallTextStyle style;
    style.addresses = CallTextStyle::Addresses::Short;
    QCOMPARE(callText(record, {}, 0, CallStage::Done, style), text);
}

void CallTextTest::result_hasText_data()
{
    QTest::addColumn<qint64>("result");
    QTest::addColumn<int>("error");
    QTest::addColumn<std::string>("text");

    QTest::newRow("nought") << qint64 {0} << 0 << "0"s;
    QTest::newRow("a descriptor") << qint64 {7} << 0 << "7"s;
    QTest::newRow("an errno") << qint64 {-1} << EADDRINUSE << "-1 EADDRINUSE"s;
    QTest::newRow("an errno of nobody") << qint64 {-1} << 4095 << "-1 errno 4095"s;
}

void CallTextTest::result_hasText()
{
    QFETCH(qint64, result);
    QFETCH(int, error);
    QFETCH(std::string, text);
    QCOMPARE(resultText(CallId::Send, result, error), text);
}

QTEST_APPLESS_MAIN(CallTextTest)
#include "call_text_test.moc"
