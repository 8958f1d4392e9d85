// The diagrams: the right places for each role, and what is done, next, running or not legal now.

#include <QTest>
#include <algorithm>
#include <array>
#include <sys/socket.h>

#include "model/lifecycle/legality.h"
#include "model/lifecycle/lifecycle_diagram.h"
#include "model/lifecycle/state_diagram.h"
#include "netcore/inspect/view_sources.h"
#include "tests/model/made_store.h"
#include "tests/support/std_strings.h"

Q_DECLARE_METATYPE(model::SocketState)

using namespace netcore;
using model::LifecycleStep;
using model::SocketRole;
using model::StepState;

namespace {

// "socket+ bind* listen* connect* close*": + done, * next, ~ running, - not now.
std::string line(const std::vector<LifecycleStep>& steps)
{
    std::string text;
    for (const LifecycleStep& step : steps) {
        const char sign = "+*~-"[static_cast<int>(step.state)];
        text += (text.empty() ? "" : " ") + std::string(describe(step.call).name) + sign;
    }
    return text;
}

// A socket in the middle of its life, and the log it came from.
struct Scene {
    explicit Scene(int type, int domain = AF_INET) : socket(log.opens(calls::socket(domain, type), 7)) { }
    const model::SocketNode& node() { return *log.graph().find(socket); }
    std::string steps() { return line(lifecycleOf(node()).steps); }

    MadeStore log;
    SocketId socket;
};

const Address kHome = Address::ipv4(0x7f000001, 80);

}

class LifecycleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void diagram_server();
    void diagram_client();
    void diagram_accepted();
    void diagram_datagram();
    void diagram_runningCall();
    void diagram_offersEveryCall_data();
    void diagram_offersEveryCall();
    void legality_closed();
    void tcp_lastWay_data();
    void tcp_lastWay();
    void tcp_forgotten();
    void state_ofTheOtherKinds();
    void state_everyPlaceIsOnItsGrid();
};

void LifecycleTest::diagram_server()
{
    Scene scene(SOCK_STREAM);
    QCOMPARE(roleOf(scene.node()), SocketRole::Fresh);
    QCOMPARE(scene.steps(), std::string("socket+ bind* listen* connect* close*"));
    scene.log.returns(scene.socket, calls::bind(kHome));
    QCOMPARE(scene.steps(), std::string("socket+ bind+ listen* connect* close*"));
    scene.log.returns(scene.socket, calls::listen(5));
    QCOMPARE(roleOf(scene.node()), SocketRole::Passive);
    QCOMPARE(scene.steps(), std::string("socket+ bind+ listen+ accept4* shutdown* close*"));
    scene.log.accepts(scene.socket, kHome, 9); // again and again
    QCOMPARE(scene.steps(), std::string("socket+ bind+ listen+ accept4* shutdown* close*"));
    scene.log.returns(scene.socket, calls::close());
    QCOMPARE(scene.steps(), std::string("socket+ bind+ listen+ accept4- shutdown- close+"));
}

void LifecycleTest::diagram_client()
{
    Scene scene(SOCK_STREAM);
    scene.log.returns(scene.socket, calls::connect(kHome));
    QCOMPARE(roleOf(scene.node()), SocketRole::Active);
    QCOMPARE(scene.steps(), std::string("socket+ bind- connect+ send* recv* shutdown* close*"));
    scene.log.returns(scene.socket, calls::shutdown(SHUT_WR));
    QCOMPARE(scene.steps(), std::string("socket+ bind- connect+ send- recv* shutdown+ close*"));
}

void LifecycleTest::diagram_accepted()
{
    Scene scene(SOCK_STREAM, AF_UNIX);
    scene.log.returns(scene.socket, calls::bind(Address::unixPath("/x")));
    scene.log.returns(scene.socket, calls::listen(5));
    const SocketId accepted = scene.log.accepts(scene.socket, Address::unixUnnamed(), 8);
    const model::SocketNode& node = *scene.log.graph().find(accepted);
    QCOMPARE(roleOf(node), SocketRole::Accepted);
    QCOMPARE(line(lifecycleOf(node).steps), std::string("accept4+ recv* send* shutdown* close*"));
}

void LifecycleTest::diagram_datagram()
{
    Scene scene(SOCK_DGRAM);
    QCOMPARE(roleOf(scene.node()), SocketRole::Datagram);
    QCOMPARE(scene.steps(), std::string("socket+ bind* recvfrom* sendto* connect* close*"));
    scene.log.returns(scene.socket, calls::connect(kHome));
    QCOMPARE(roleOf(scene.node()), SocketRole::ConnectedDatagram);
    QCOMPARE(scene.steps(), std::string("socket+ bind* connect+ send* recv* close*"));
}

void LifecycleTest::diagram_runningCall()
{
    Scene scene(SOCK_STREAM);
    scene.log.returns(scene.socket, calls::listen(5));
    scene.log.sleeps(scene.socket, calls::accept()); // stands for accept4() in the diagram
    QCOMPARE(scene.steps(), std::string("socket+ bind* listen+ accept4~ shutdown* close*"));
}

void LifecycleTest::diagram_offersEveryCall_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("stream") << int {SOCK_STREAM};
    QTest::newRow("datagram") << int {SOCK_DGRAM};
}

void LifecycleTest::diagram_offersEveryCall()
{
    QFETCH(int, type);
    Scene scene(type);
    for (const bool connected : {false, true}) {
        if (connected) {
            scene.log.returns(scene.socket, calls::connect(kHome));
        }
        const model::LifecycleDiagram diagram = lifecycleOf(scene.node());
        std::set<CallId> offered;
        std::set<std::pair<int, int>> places;
        for (const LifecycleStep& step : diagram.steps) {
            QVERIFY(places.insert({step.column, step.row}).second); // never one upon another
            offered.insert(step.call);
        }
        for (const LifecycleStep& step : diagram.others) {
            QVERIFY(offered.insert(step.call).second);
        }
        for (const CallDescription& call : allCalls()) {
            // accept4() stands for accept(); the last two make what there is no socket for yet.
            constexpr std::array kNotShown {
                CallId::Accept, CallId::Fchmod, CallId::Socketpair, CallId::Getaddrinfo};
            const bool shown = std::ranges::find(kNotShown, call.id) == kNotShown.end();
            QCOMPARE(offered.contains(call.id), shown);
        }
        for (const model::LifecycleArrow& arrow : diagram.arrows) {
            QVERIFY(arrow.from < diagram.steps.size() && arrow.to < diagram.steps.size());
        }
    }
}

void LifecycleTest::legality_closed()
{
    Scene scene(SOCK_STREAM);
    scene.log.returns(scene.socket, calls::close());
    for (const CallDescription& call : allCalls()) {
        constexpr std::array kWithoutSocket {
            CallId::Socket, CallId::Socketpair, CallId::Getaddrinfo, CallId::Poll};
        const bool legal = std::ranges::find(kWithoutSocket, call.id) != kWithoutSocket.end();
        QCOMPARE(legality(scene.node(), call.id).error, legal ? 0 : EBADF);
    }
}

void LifecycleTest::tcp_lastWay_data()
{
    using S = model::SocketState;
    QTest::addColumn<S>("before");
    QTest::addColumn<S>("now");
    QTest::addColumn<QList<S>>("states");
    QTest::newRow("listen") << S::Close << S::Listen << QList {S::Close, S::Listen};
    QTest::newRow("too quick to be seen")
        << S::Close << S::Established << QList {S::Close, S::SynSent, S::Established};
    QTest::newRow("half-close, answered")
        << S::Established << S::FinWait2 << QList {S::Established, S::FinWait1, S::FinWait2};
    QTest::newRow("the other end has finished")
        << S::Established << S::CloseWait << QList {S::Established, S::CloseWait};
    QTest::newRow("reset") << S::Established << S::Close << QList {S::Established, S::Close};
    QTest::newRow("the same") << S::Listen << S::Listen << QList<S> {};
}

void LifecycleTest::tcp_lastWay()
{
    using S = model::SocketState;
    QFETCH(S, before);
    QFETCH(S, now);
    model::SocketNode socket;
    socket.domain = AF_INET6;
    socket.type = SOCK_STREAM;
    QVERIFY(!model::kernelStateOf(socket)); // nobody has looked
    socket.stateBefore = static_cast<int>(before);
    socket.view.tcpState = static_cast<int>(now);
    QCOMPARE(model::kernelStateOf(socket), std::optional(now));
    QList<S> states;
    for (const model::StateWay& way : model::lastWays(socket)) {
        QVERIFY(states.isEmpty() || states.last() == way.from);
        states << (states.isEmpty() ? QList {way.from, way.to} : QList {way.to});
    }
    QTEST(states, "states");
}

void LifecycleTest::state_ofTheOtherKinds()
{
    using S = model::SocketState;
    model::SocketNode socket;
    socket.domain = AF_UNIX;
    socket.type = SOCK_SEQPACKET;
    QVERIFY(!model::kernelStateOf(socket)); // nobody has looked
    socket.view.unixState = static_cast<int>(S::Established);
    QVERIFY(model::lastWays(socket).empty()); // of accept() or socketpair(): connected from the first
    socket.stateBefore = static_cast<int>(S::Close);
    QCOMPARE(model::kernelStateOf(socket), std::optional(S::Established));
    QCOMPARE(model::lastWays(socket).size(), 1U);
    QCOMPARE(model::lastWays(socket).front().cause, model::StateCause::Joined);
    socket.open = false;
    QVERIFY(!model::kernelStateOf(socket)); // nothing is left in the kernel

    socket = {};
    socket.domain = AF_INET;
    socket.type = socket.view.type = SOCK_DGRAM;
    socket.view.asked = bitOf(ViewSource::PeerName);
    socket.stateBefore = static_cast<int>(S::Established);
    QCOMPARE(model::kernelStateOf(socket), std::optional(S::Close));
    QCOMPARE(model::lastWays(socket).front().cause, model::StateCause::LostPeer);
}

void LifecycleTest::state_everyPlaceIsOnItsGrid()
{
    model::SocketNode socket;
    socket.domain = AF_UNIX;
    for (const int type : {SOCK_STREAM, SOCK_DGRAM}) {
        socket.type = type;
        const model::StateDiagram& diagram = model::stateDiagramOf(socket);
        for (const model::StatePlace& place : diagram.places) {
            QVERIFY(place.row >= 0 && place.row < diagram.rows && place.column >= 0 && place.column < 3);
        }
        for (const model::StateWay& way : diagram.ways) {
            QVERIFY(std::ranges::count(diagram.places, way.from, &model::StatePlace::state) == 1);
            QVERIFY(std::ranges::count(diagram.places, way.to, &model::StatePlace::state) == 1);
        }
    }
}

void LifecycleTest::tcp_forgotten()
{
    model::SocketNode socket;
    socket.domain = AF_INET;
    socket.type = SOCK_STREAM;
    socket.open = false; // forgotten by the kernel
    QCOMPARE(model::kernelStateOf(socket), std::optional(model::SocketState::Close));
}

QTEST_APPLESS_MAIN(LifecycleTest)
#include "lifecycle_test.moc"
