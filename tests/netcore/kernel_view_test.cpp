// KernelView as bytes and back, whatever the bytes; and what differs between two.

#include <netinet/tcp.h>
#include <poll.h>
#include <random>
#include <set>

#include "netcore/inspect/view_facts.h"
#include "netcore/inspect/view_sources.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;

namespace {

TcpInfo someInfo(std::size_t size)
{
    std::vector<std::byte> bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<std::byte>(i);
    }
    return TcpInfo(bytes);
}

KernelView someView()
{
    KernelView view;
    view.presence = Presence::Lingering;
    view.type = 1;
    view.protocol = 262;
    view.tcpState = TCP_ESTABLISHED;
    view.unixState = TCP_LISTEN;
    view.receiveQueue = 5;
    view.sendQueue = std::int64_t {1} << 40;
    view.unsentQueue = 3;
    view.acceptQueue = -1;
    view.backlog = 0;
    view.readiness = POLLIN | POLLERR;
    view.statusFlags = 04002;
    view.shutdown = 0;
    view.mptcpSubflows = 2;
    view.mptcpFlags = 1;
    view.interface = 3;
    view.inode = UINT64_MAX;
    view.peerInode = 7;
    view.cookie = 0x123456789abcdef0;
    view.timer = {TimerKind::Retransmit, 99, 4};
    view.peerCredentials = PeerCredentials {-1, 0, 4'000'000'000, "a\nname\xff"};
    view.memory = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    view.memoryCount = kSocketMemories;
    view.tcpInfo = someInfo(300);
    view.local = parseAddress("127.0.0.1:80").value();
    view.peer = parseAddress("/tmp/a path").value();
    view.asked = 0x8001;
    return view;
}

std::vector<std::byte> field(std::uint16_t tag, std::uint16_t length, std::size_t given)
{
    std::vector<std::byte> bytes(4 + given, std::byte {0xff});
    std::memcpy(bytes.data(), &tag, sizeof tag);
    std::memcpy(bytes.data() + 2, &length, sizeof length);
    return bytes;
}

}

class KernelViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void view_isReadBack();
    void unknown_isReadBackAndTakesNoRoom();
    void oneAddress_isReadBack();
    void cutBytes_leaveTheRestUnknown();
    void hostileFields_areRead();
    void noise_isSurvived();
    void laterFields_areSkipped();
    void equalViews_differInNothing();
    void eachFact_isFoundDifferent();
    void clocks_areNoDifference();
    void meters_areALesserDifference();
    void timerEnds_areComparedWithinATick();
    void everyFact_hasASource();
    void sources_areInOrder();
};

void KernelViewTest::view_isReadBack()
{
    QVERIFY(decodeKernelView(encode(someView())) == someView());
}

void KernelViewTest::unknown_isReadBackAndTakesNoRoom()
{
    QVERIFY(decodeKernelView(encode(KernelView())) == KernelView());
    QCOMPARE(encode(KernelView()).size(), std::size_t {0});
}

void KernelViewTest::oneAddress_isReadBack()
{
    KernelView view;
    view.peer = parseAddress("[::1]:80").value();
    QVERIFY(decodeKernelView(encode(view)) == view);
    std::swap(view.local, view.peer);
    QVERIFY(decodeKernelView(encode(view)) == view);
}

void KernelViewTest::cutBytes_leaveTheRestUnknown()
{
    const auto whole = encode(someView());
    const KernelView all = someView();
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const KernelView view = decodeKernelView(std::span(whole).first(size));
        QVERIFY(view.tcpState == -1 || view.tcpState == all.tcpState);
        QVERIFY(view.peer.isEmpty() || view.peer == all.peer);
        QVERIFY(view.tcpInfo.isEmpty() || view.tcpInfo == all.tcpInfo);
        QVERIFY(view.memoryCount == 0 || view.memory == all.memory);
    }
}

void KernelViewTest::hostileFields_areRead()
{
    for (std::uint16_t tag = 0; tag < 64; ++tag) {
        for (const int length : {0, 1, 2, 3, 4, 7, 8, 9, 12, 36, 40, 128, 200, 600, 65535}) {
            for (const std::size_t given :
                {static_cast<std::size_t>(length), std::size_t {0}, std::size_t {3}}) {
                const auto bytes = field(tag, static_cast<std::uint16_t>(length), given);
                const KernelView view = decodeKernelView(bytes);
                QVERIFY(view.memoryCount <= kSocketMemories);
                QVERIFY(view.presence <= Presence::Unwatched && view.timer.kind <= TimerKind::Unknown);
                QVERIFY(decodeKernelView(encode(view)) == view);
            }
        }
    }
}

void KernelViewTest::noise_isSurvived()
{
    std::mt19937 random(4);
    const auto whole = encode(someView());
    for (int round = 0; round < 20'000; ++round) {
        auto bytes = whole;
        for (int change = 0; change < 4; ++change) {
            bytes[random() % bytes.size()] = static_cast<std::byte>(random());
        }
        const KernelView view = decodeKernelView(bytes);
        QVERIFY(decodeKernelView(encode(view)) == view);
    }
}

void KernelViewTest::laterFields_areSkipped()
{
    auto bytes = field(999, 10, 10);
    const auto known = encode(someView());
    bytes.insert(bytes.end(), known.begin(), known.end());
    QVERIFY(decodeKernelView(bytes) == someView());
}

void KernelViewTest::equalViews_differInNothing()
{
    QVERIFY(differences(someView(), someView()).empty());
    QVERIFY(howDifferent(someView(), someView()) == Difference::None);
}

void KernelViewTest::eachFact_isFoundDifferent()
{
    const auto found = differences(KernelView(), someView());
    std::set<ViewFact> facts;
    for (const ViewDifference& difference : found) {
        facts.insert(difference.fact);
        QVERIFY(difference.before != difference.after);
        QVERIFY(difference.after == factOf(someView(), difference.fact, difference.part));
    }
    // All but the accept queue, of which someView() knows nothing, and the peer's pid, which is hidden.
    for (unsigned number = 0; number <= static_cast<unsigned>(kLastViewFact); ++number) {
        const auto fact = static_cast<ViewFact>(number);
        QCOMPARE(facts.contains(fact), fact != ViewFact::AcceptQueue);
    }
    QVERIFY(howDifferent(KernelView(), someView()) == Difference::Facts);
}

KernelView withInfo(std::string_view name, unsigned value)
{
    std::vector<std::byte> bytes(248);
    bytes[tcpInfoField(name)->offset] = static_cast<std::byte>(value);
    KernelView view;
    view.tcpInfo = TcpInfo(bytes);
    return view;
}

void KernelViewTest::clocks_areNoDifference()
{
    const KernelView before = withInfo("last_data_sent", 1);
    const KernelView after = withInfo("last_data_sent", 9);
    QVERIFY(howDifferent(before, after) == Difference::None);
    QVERIFY(differences(before, after).empty());
}

void KernelViewTest::meters_areALesserDifference()
{
    QVERIFY(howDifferent(withInfo("segs_in", 1), withInfo("segs_in", 9)) == Difference::Meters);
    QVERIFY(howDifferent(withInfo("retransmits", 1), withInfo("retransmits", 2)) == Difference::Facts);
    QCOMPARE(differences(withInfo("segs_in", 1), withInfo("segs_in", 9)).size(), std::size_t {1});
    KernelView memory = someView();
    memory.memory[static_cast<std::size_t>(SocketMemory::ForwardAllocated)] += 1;
    QVERIFY(howDifferent(someView(), memory) == Difference::Meters);
    memory.memory[static_cast<std::size_t>(SocketMemory::Drops)] += 1;
    QVERIFY(howDifferent(someView(), memory) == Difference::Facts);
}

void KernelViewTest::timerEnds_areComparedWithinATick()
{
    KernelView before = someView();
    KernelView after = someView();
    before.timer.ends = 60'000'000'000;
    after.timer.ends = before.timer.ends + 11'000'000;
    QVERIFY(howDifferent(before, after) == Difference::None);
    QVERIFY(differences(before, after).empty());
    after.timer.ends += 1'000'000'000;
    QVERIFY(howDifferent(before, after) == Difference::Meters); // put off by traffic
    before.timer.kind = after.timer.kind = TimerKind::TimeWait;
    QVERIFY(howDifferent(before, after) == Difference::Facts);
}

void KernelViewTest::everyFact_hasASource()
{
    KernelView view;
    QVERIFY(!sourceOf(view, ViewFact::TcpState));
    view.asked = UINT32_MAX;
    for (unsigned number = 0; number <= static_cast<unsigned>(kLastViewFact); ++number) {
        QVERIFY(sourceOf(view, static_cast<ViewFact>(number)));
    }
    view.asked = bitOf(ViewSource::InetDiag);
    QVERIFY(sourceOf(view, ViewFact::TcpState) == ViewSource::InetDiag);
    QVERIFY(!sourceOf(view, ViewFact::Readiness));
}

void KernelViewTest::sources_areInOrder()
{
    for (std::size_t i = 0; i < viewSources().size(); ++i) {
        QCOMPARE(static_cast<std::size_t>(viewSources()[i].source), i);
        QVERIFY(!viewSources()[i].call.empty());
    }
    QVERIFY(viewSources().size() <= 32);
}

QTEST_APPLESS_MAIN(KernelViewTest)
#include "kernel_view_test.moc"
