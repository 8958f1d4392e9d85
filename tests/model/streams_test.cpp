// Conversations and their bytes, on the real kernel.

#include <QTest>
#include <sys/socket.h>

#include "model/streams/stream_trace.h"
#include "tests/model/session_bench.h"

using namespace netcore;
using model::Conversation;
using model::Direction;
using model::StreamSegment;
using Kind = model::StreamSegment::Kind;

namespace {

std::pair<SocketId, SocketId> pairOf(SessionBench& bench, int type)
{
    bench.make(calls::socketpair(AF_UNIX, type));
    const SocketId second = bench.newest();
    return {bench.node(second).peer, second};
}

// "S0:5 ..." : kind, position and bytes of each segment of a direction.
std::string segmentsOf(const model::StreamTrace& trace, Direction way)
{
    std::string text;
    for (const StreamSegment& one : trace.segments()) {
        if (one.way == way) {
            text += text.empty() ? "" : " ";
            text += "DREsXC"[static_cast<std::size_t>(one.kind)];
            text += std::to_string(one.position) + ":" + std::to_string(one.moved);
        }
    }
    return text;
}

std::string bordersOf(const model::StreamTrace& trace, Direction way)
{
    std::string text;
    for (const auto& border : trace.borders(way)) {
        text += (text.empty() ? "" : " ") + std::to_string(border.position);
    }
    return text;
}

}

class StreamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stream_keepsNoBoundaries();
    void peeking_isNotCountedTwice();
    void ends_areMarked();
    void messages_keepTheirs();
    void duplicates_speakOnTheSameStream();
    void slices_giveTheSame();
    void foreignEnd_showsWhatWeReceived();

private:
    static model::StreamTrace traceOf(SessionBench& bench, SocketId socket, model::Row slice = 1'000'000);
};

model::StreamTrace StreamsTest::traceOf(SessionBench& bench, SocketId socket, model::Row slice)
{
    const auto all = model::conversationsOf(bench.session.graph());
    const auto index = model::conversationWith(all, bench.session.graph(), socket);
    model::StreamTrace trace;
    if (index) {
        trace.begin(all[*index]);
        while (trace.readOn(bench.session.store(), bench.session.graph(), slice)) { }
    }
    return trace;
}

void StreamsTest::stream_keepsNoBoundaries()
{
    SessionBench bench;
    const auto [one, other] = pairOf(bench, SOCK_STREAM);
    QCOMPARE(bench.make(calls::send("hello"), one), std::string("5"));
    QCOMPARE(bench.make(calls::send(" world"), one), std::string("6"));
    QCOMPARE(bench.make(calls::recv(3), other), std::string("3"));
    QCOMPARE(bench.make(calls::recv(100), other), std::string("8"));
    QCOMPARE(bench.make(calls::send("back"), other), std::string("4"));
    const model::StreamTrace trace = traceOf(bench, other);
    QCOMPARE(segmentsOf(trace, Direction::There), std::string("D0:5 D5:6"));
    QCOMPARE(bordersOf(trace, Direction::There), std::string("3 11"));
    QCOMPARE(segmentsOf(trace, Direction::Back), std::string("D0:4"));
    const auto all = model::conversationsOf(bench.session.graph());
    QCOMPARE(all.size(), std::size_t {1});
    QCOMPARE(all[0].there, std::uint64_t {11});
    QCOMPARE(all[0].back, std::uint64_t {4});
}

void StreamsTest::peeking_isNotCountedTwice()
{
    SessionBench bench;
    const auto [one, other] = pairOf(bench, SOCK_STREAM);
    bench.make(calls::send("hello"), one);
    QCOMPARE(bench.make(calls::recv(5, MSG_PEEK), other), std::string("5"));
    QCOMPARE(bench.make(calls::recv(5), other), std::string("5"));
    QCOMPARE(bordersOf(traceOf(bench, one), Direction::There), std::string("5"));
}

void StreamsTest::ends_areMarked()
{
    SessionBench bench;
    const auto [one, other] = pairOf(bench, SOCK_STREAM);
    bench.make(calls::send("x"), one);
    bench.make(calls::shutdown(SHUT_WR), one);
    bench.make(calls::recv(10), other);
    QCOMPARE(bench.make(calls::recv(10), other), std::string("0"));
    bench.make(calls::close(), other);
    QCOMPARE(bench.make(calls::send("y"), one), std::string("-1 EPIPE"));
    const model::StreamTrace trace = traceOf(bench, one);
    QCOMPARE(segmentsOf(trace, Direction::There), std::string("D0:1 s1:0 E1:0 X1:0"));
    QCOMPARE(segmentsOf(trace, Direction::Back), std::string("C0:0"));
}

void StreamsTest::messages_keepTheirs()
{
    SessionBench bench;
    const auto [one, other] = pairOf(bench, SOCK_DGRAM);
    bench.make(calls::send("hello"), one);
    bench.make(calls::send(""), one);
    QCOMPARE(bench.make(calls::recv(2), other), std::string("2"));
    QCOMPARE(bench.make(calls::recv(2), other), std::string("0"));
    const model::StreamTrace trace = traceOf(bench, one);
    QVERIFY(trace.conversation().messages);
    QCOMPARE(segmentsOf(trace, Direction::There), std::string("D0:5 D5:0 R5:2 R5:0"));
}

void StreamsTest::duplicates_speakOnTheSameStream()
{
    SessionBench bench;
    const auto [one, other] = pairOf(bench, SOCK_STREAM);
    bench.make(calls::send("a"), one);
    bench.make(calls::dup(), one);
    const SocketId twin = bench.newest();
    QCOMPARE(bench.node(twin).duplicateOf, one);
    QCOMPARE(bench.make(calls::send("bc"), twin), std::string("2"));
    QCOMPARE(segmentsOf(traceOf(bench, twin), Direction::There), std::string("D0:1 D1:2"));
    QCOMPARE(model::conversationsOf(bench.session.graph()).size(), std::size_t {1});
}

void StreamsTest::slices_giveTheSame()
{
    SessionBench bench;
    const auto [one, other] = pairOf(bench, SOCK_STREAM);
    for (int i = 0; i < 20; ++i) {
        bench.make(calls::send("12345"), i % 2 == 0 ? one : other);
    }
    const std::string whole = segmentsOf(traceOf(bench, one), Direction::There);
    QCOMPARE(segmentsOf(traceOf(bench, one, 1), Direction::There), whole);
    QCOMPARE(std::ranges::count(whole, 'D'), 10);
}

void StreamsTest::foreignEnd_showsWhatWeReceived()
{
    SessionBench bench;
    const SocketId server = bench.socket(AF_INET, SOCK_DGRAM);
    QCOMPARE(bench.make(calls::bind(bench.freePlace(AF_INET)), server), std::string("0"));
    QVERIFY(bench.waitFor([&] { return bench.node(server).local.port() != 0; }));
    const SocketId client = bench.socket(AF_INET, SOCK_DGRAM);
    QCOMPARE(bench.make(calls::sendto("ping", bench.node(server).local), client), std::string("4"));
    QCOMPARE(bench.make(calls::recvfrom(100), server), std::string("4"));
    // No connection: each of them talks with all its peers.
    const model::StreamTrace trace = traceOf(bench, server);
    QCOMPARE(trace.conversation().second, kNoSocket);
    QCOMPARE(segmentsOf(trace, Direction::Back), std::string("D0:4"));
}

QTEST_GUILESS_MAIN(StreamsTest)
#include "streams_test.moc"
