// sendmsg() and recvmsg(), socketpair(): several buffers, flags both ways, descriptors and credentials in
// messages.

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "netcore/names/control_text.h"
#include "tests/support/engine_bench.h"
#include "tests/support/loopback.h"
#include "tests/support/process_counts.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::RecordedEvent;

namespace {

struct Pair {
    SocketId near;
    SocketId far;
};

Pair pairOf(EngineBench& bench, int type)
{
    const auto record = bench.make(calls::socketpair(AF_UNIX, type)).call();
    const auto& opened = std::get<OpenedList>(record.details).opened;
    return opened.size() == 2 ? Pair {opened[0].id, opened[1].id} : Pair {};
}

MessageDetails room(std::vector<std::uint32_t> sizes, std::int64_t control = 0)
{
    MessageDetails details;
    details.bufferSizes = std::move(sizes);
    details.controlRoom = control;
    return details;
}

MessageDetails passing(std::vector<SocketId> sockets)
{
    MessageDetails details;
    details.control = {{SOL_SOCKET, SCM_RIGHTS, {}, std::move(sockets)}};
    return details;
}

MessageDetails detailsOf(const RecordedEvent& recorded)
{
    const auto details = recorded.call().details;
    const auto* message = std::get_if<MessageDetails>(&details);
    return message == nullptr ? MessageDetails() : *message;
}

}

class EngineMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pair_isTwoEndsOfOneConnection_data();
    void pair_isTwoEndsOfOneConnection();
    void buffers_areFilledOneAfterTheOther();
    void shortBuffers_cutMessages();
    void descriptor_comesOutAsASocketOfOurs();
    void descriptors_thatFindNoRoom_areClosed();
    void closedDescriptor_isNotPassed();
    void credentials_nameTheSender();
    void emptyMessage_isNotTheEnd();
    void peek_leavesTheBytes();
    void urgentByte_goesBesideTheStream();
    void waitall_waitsForAll();
    void brokenPipe_signals();
    void errorQueue_tellsWhoRefused();
};

void EngineMessagesTest::pair_isTwoEndsOfOneConnection_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("stream") << int(SOCK_STREAM);
    QTest::newRow("datagram") << int(SOCK_DGRAM);
    QTest::newRow("seqpacket") << int(SOCK_SEQPACKET);
}

void EngineMessagesTest::pair_isTwoEndsOfOneConnection()
{
    QFETCH(int, type);
    EngineBench bench;
    const auto [near, far] = pairOf(bench, type);
    QVERIFY(near != kNoSocket && far != kNoSocket && near != far);
    QCOMPARE(bench.resultOf(calls::write("hi"), near), "2"s);
    const RecordedEvent& got = bench.make(calls::read(10), far);
    QCOMPARE(got.result(), "2"s);
    QCOMPARE(got.dataText(), "hi"s);
}

void EngineMessagesTest::buffers_areFilledOneAfterTheOther()
{
    EngineBench bench;
    const auto [near, far] = pairOf(bench, SOCK_STREAM);
    QCOMPARE(bench.resultOf(calls::sendmsg("hello", room({3, 2})), near), "5"s);
    const RecordedEvent& got = bench.make(calls::recvmsg(room({1, 0, 2, 100})), far);
    QCOMPARE(got.result(), "5"s);
    QCOMPARE(got.dataText(), "hello"s);
    QVERIFY2(got.line().find(R"([{iov_base="h", iov_len=1}, {iov_base="", iov_len=0}, )"
                             R"({iov_base="el", iov_len=2}, {iov_base="lo", iov_len=100}])")
            != std::string::npos,
        got.line().c_str());
}

void EngineMessagesTest::shortBuffers_cutMessages()
{
    EngineBench bench;
    const auto [near, far] = pairOf(bench, SOCK_SEQPACKET);
    bench.make(calls::sendmsg("a long message"), near);
    const RecordedEvent& cut = bench.make(calls::recvmsg(room({4})), far);
    QCOMPARE(cut.result(), "4"s);
    QVERIFY((detailsOf(cut).flags & MSG_TRUNC) != 0);
    QCOMPARE(bench.resultOf(calls::recvmsg(room({4}), MSG_DONTWAIT), far), "-1 EAGAIN"s); // the rest is gone
    bench.make(calls::sendmsg("a long message"), near);
    QCOMPARE(bench.resultOf(calls::recv(4, MSG_TRUNC), far), "14"s);
}

void EngineMessagesTest::descriptor_comesOutAsASocketOfOurs()
{
    EngineBench bench;
    const auto [near, far] = pairOf(bench, SOCK_STREAM);
    const auto [one, other] = pairOf(bench, SOCK_STREAM);
    QCOMPARE(bench.resultOf(calls::sendmsg("x", passing({one})), near), "1"s);
    QCOMPARE(bench.resultOf(calls::close(), one), "0"s); // in flight it lives on
    const RecordedEvent& got = bench.make(calls::recvmsg(room({1}, 64)), far);
    const auto opened = detailsOf(got).opened;
    QCOMPARE(opened.size(), std::size_t {1});
    QCOMPARE(opened[0].domain, AF_UNIX);
    QCOMPARE(got.event.opened, opened[0].id);
    bench.make(calls::write("through"), opened[0].id);
    QCOMPARE(bench.make(calls::read(10), other).dataText(), "through"s);
}

void EngineMessagesTest::descriptors_thatFindNoRoom_areClosed()
{
    EngineBench bench;
    const auto [near, far] = pairOf(bench, SOCK_STREAM);
    const auto [one, other] = pairOf(bench, SOCK_STREAM);
    bench.make(calls::sendmsg("x", passing({one, one, one})), near);
    const RecordedEvent& cut = bench.make(calls::recvmsg(room({1}, CMSG_SPACE(sizeof(int)))), far);
    QVERIFY((detailsOf(cut).flags & MSG_CTRUNC) != 0);
    QVERIFY(detailsOf(cut).opened.size() < 3);
    for (const OpenedDescriptor& opened : detailsOf(cut).opened) {
        bench.make(calls::close(), opened.id);
    }
    bench.make(calls::close(), one);
    QCOMPARE(bench.resultOf(calls::read(1), other), "0"s); // nobody has the other end any more
}

void EngineMessagesTest::closedDescriptor_isNotPassed()
{
    EngineBench bench;
    const auto [near, far] = pairOf(bench, SOCK_STREAM);
    const SocketId closed = bench.socket(AF_INET, SOCK_DGRAM);
    bench.make(calls::close(), closed);
    QCOMPARE(bench.resultOf(calls::sendmsg("x", passing({closed})), near), "-1 EBADF"s);
}

void EngineMessagesTest::credentials_nameTheSender()
{
    EngineBench bench;
    const auto [near, far] = pairOf(bench, SOCK_DGRAM);
    QCOMPARE(bench.resultOf(calls::setsockopt(SOL_SOCKET, SO_PASSCRED, 1), far), "0"s);
    bench.make(calls::write("x"), near);
    const RecordedEvent& got = bench.make(calls::recvmsg(room({1}, 64)), far);
    const auto control = detailsOf(got).control;
    QCOMPARE(control.size(), std::size_t {1});
    QCOMPARE(controlDataText(control[0]),
        "{pid=" + std::to_string(::getpid()) + ", uid=" + std::to_string(::getuid())
            + ", gid=" + std::to_string(::getgid()) + '}');
}

void EngineMessagesTest::emptyMessage_isNotTheEnd()
{
    EngineBench bench;
    const auto [near, far] = pairOf(bench, SOCK_SEQPACKET);
    bench.make(calls::setsockopt(SOL_SOCKET, SO_PASSCRED, 1), far);
    QCOMPARE(bench.resultOf(calls::sendmsg(""), near), "0"s);
    const auto empty = detailsOf(bench.make(calls::recvmsg(room({10}, 64)), far));
    QCOMPARE(empty.control.size(), std::size_t {1}); // somebody has sent it
    bench.make(calls::close(), near);
    const RecordedEvent& end = bench.make(calls::recvmsg(room({10}, 64)), far);
    QCOMPARE(end.result(), "0"s);
    QVERIFY(detailsOf(end).control.empty() || detailsOf(end).control[0].data != empty.control[0].data);
}

void EngineMessagesTest::peek_leavesTheBytes()
{
    EngineBench bench;
    const auto [near, far] = pairOf(bench, SOCK_STREAM);
    bench.make(calls::write("abc"), near);
    QCOMPARE(bench.make(calls::recvmsg(room({2}), MSG_PEEK), far).dataText(), "ab"s);
    QCOMPARE(bench.make(calls::recvmsg(room({9})), far).dataText(), "abc"s);
}

void EngineMessagesTest::urgentByte_goesBesideTheStream()
{
    const support::TemporaryFolder folder;
    EngineBench bench;
    const support::Pair pair = support::connectedPair(bench, "ipv4", folder);
    Call urgent = calls::send("abc");
    urgent.arguments[3] = MSG_OOB | MSG_NOSIGNAL;
    bench.make(urgent, pair.near);
    QVERIFY(support::eventually(
        [&] { return bench.make(calls::recv(9, MSG_DONTWAIT), pair.far).dataText() == "ab"; }));
    QCOMPARE(bench.make(calls::recv(9, MSG_OOB), pair.far).dataText(), "c"s);
}

void EngineMessagesTest::waitall_waitsForAll()
{
    EngineBench bench;
    const auto [near, far] = pairOf(bench, SOCK_STREAM);
    bench.make(calls::write("ab"), near);
    const Ticket waits = bench.post(calls::recv(4, MSG_WAITALL), far);
    QVERIFY(bench.isBlocked(waits));
    bench.make(calls::write("cd"), near);
    QCOMPARE(bench.done(waits).dataText(), "abcd"s);
}

void EngineMessagesTest::brokenPipe_signals()
{
    EngineBench bench;
    const auto [near, far] = pairOf(bench, SOCK_STREAM);
    bench.make(calls::close(), far);
    const auto& written = bench.make(calls::write("x"), near);
    QCOMPARE(written.result(), "-1 EPIPE"s);
    QVERIFY((written.event.flags & eventFlags::kSigpipe) != 0);
    const auto& silent = bench.make(calls::send("x"), near); // with MSG_NOSIGNAL
    QCOMPARE(silent.result(), "-1 EPIPE"s);
    QVERIFY((silent.event.flags & eventFlags::kSigpipe) == 0);
}

void EngineMessagesTest::errorQueue_tellsWhoRefused()
{
    EngineBench bench;
    const SocketId gone = bench.socket(AF_INET, SOCK_DGRAM);
    bench.make(calls::bind(Address::ipv4(INADDR_LOOPBACK, 0)), gone);
    const Address nobody = bench.nameOf(gone);
    const SocketId client = bench.socket(AF_INET, SOCK_DGRAM);
    QCOMPARE(bench.resultOf(calls::setsockopt(IPPROTO_IP, IP_RECVERR, 1), client), "0"s);
    bench.make(calls::close(), gone);
    QCOMPARE(bench.resultOf(calls::sendto("hello", nobody), client), "5"s);
    std::optional<RecordedEvent> last;
    QVERIFY(support::eventually([&] {
        last = bench.make(calls::recvmsg(room({9}, 512), MSG_ERRQUEUE), client);
        return last->result() == "5";
    }));
    const auto control = detailsOf(*last).control;
    QVERIFY(!control.empty());
    const auto queued = queuedErrorIn(control[0]);
    QVERIFY(queued.has_value());
    QCOMPARE(queued->error, ECONNREFUSED);
    QCOMPARE(addressText(last->call().address), addressText(nobody));
}

QTEST_APPLESS_MAIN(EngineMessagesTest)
#include "engine_messages_test.moc"
