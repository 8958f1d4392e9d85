// What it would mean to plug one socket into another.

#include <QTest>
#include <sys/socket.h>

#include "model/layout/link_plan.h"
#include "tests/model/made_store.h"

using namespace netcore;
using model::LinkPlan;
using model::LinkTrouble;

namespace {

constexpr std::uint32_t kLoopback = 0x7f000001;

struct Ends {
    explicit Ends(int type = SOCK_STREAM, int fromDomain = AF_INET, int toDomain = AF_INET)
        : from(log.opens(calls::socket(fromDomain, type), 3)), to(log.opens(calls::socket(toDomain, type), 4))
    {
    }
    void bindTo(const Address& address) { log.returns(to, calls::bind(address)); }
    void listen() { log.returns(to, calls::listen(5)); }
    LinkPlan plan() { return planLink(*log.graph().find(from), *log.graph().find(to)); }

    MadeStore log;
    SocketId from;
    SocketId to;
};

}

class LinkPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void toListener_isLegal();
    void toDatagram_canSend();
    void wildcard_isReachedByLoopback();
    void notListening_canBeTried();
    void unnamed_cannotBeTried();
    void kinds_mustFit();
    void connected_cannotBeSource();
    void closed_isNoEnd();
    void itself_isNoTarget();
};

void LinkPlanTest::toListener_isLegal()
{
    Ends ends;
    const Address home = Address::ipv4(kLoopback, 80);
    ends.bindTo(home);
    ends.listen();
    const LinkPlan plan = ends.plan();
    QVERIFY(plan.isLegal() && plan.canTry());
    QVERIFY(!plan.sends);
    QVERIFY(plan.address == home);
    QVERIFY(hasPlug(*ends.log.graph().find(ends.from)));
    QVERIFY(isPulledOut(*ends.log.graph().find(ends.to))); // its plug makes a client of it
    QVERIFY(!isPulledOut(*ends.log.graph().find(ends.from)));
}

void LinkPlanTest::toDatagram_canSend()
{
    Ends ends(SOCK_DGRAM);
    ends.bindTo(Address::ipv4(kLoopback, 80));
    QVERIFY(ends.plan().isLegal() && ends.plan().sends);
}

void LinkPlanTest::wildcard_isReachedByLoopback()
{
    Ends ends;
    ends.bindTo(Address::ipv4(0, 80));
    ends.listen();
    QVERIFY(ends.plan().address == Address::ipv4(kLoopback, 80));

    Ends both(SOCK_STREAM, AF_INET, AF_INET6); // :: has the IPv4 ports as well
    both.bindTo(Address::ipv6({}, 80));
    both.listen();
    QVERIFY(both.plan().isLegal());
    QVERIFY(both.plan().address == Address::ipv4(kLoopback, 80));

    std::array<std::uint8_t, 16> loopback {};
    loopback.back() = 1;
    QVERIFY(model::reachableBy(AF_INET6, Address::ipv6({}, 80)) == Address::ipv6(loopback, 80));
    const Address named = Address::ipv4(kLoopback + 1, 80);
    QVERIFY(model::reachableBy(AF_INET, named) == named);
}

// The kernel says ECONNREFUSED then: that can be seen.
void LinkPlanTest::notListening_canBeTried()
{
    Ends ends;
    ends.bindTo(Address::ipv4(kLoopback, 80));
    QCOMPARE(ends.plan().trouble, LinkTrouble::NotListening);
    QVERIFY(ends.plan().canTry());
}

void LinkPlanTest::unnamed_cannotBeTried()
{
    Ends ends;
    QCOMPARE(ends.plan().trouble, LinkTrouble::Unnamed);
    QVERIFY(!ends.plan().canTry());
}

void LinkPlanTest::kinds_mustFit()
{
    Ends domains(SOCK_STREAM, AF_INET, AF_UNIX);
    QCOMPARE(domains.plan().trouble, LinkTrouble::OtherDomain);
    Ends sixth(SOCK_STREAM, AF_INET, AF_INET6); // bound to one address of IPv6
    std::array<std::uint8_t, 16> loopback {};
    loopback.back() = 1;
    sixth.bindTo(Address::ipv6(loopback, 80));
    QCOMPARE(sixth.plan().trouble, LinkTrouble::OtherDomain);
    Ends types;
    types.to = types.log.opens(calls::socket(AF_INET, SOCK_DGRAM), 5);
    types.bindTo(Address::ipv4(kLoopback, 80));
    QCOMPARE(types.plan().trouble, LinkTrouble::OtherType);
}

void LinkPlanTest::connected_cannotBeSource()
{
    Ends ends;
    ends.bindTo(Address::ipv4(kLoopback, 80));
    ends.listen();
    ends.log.returns(ends.from, calls::connect(Address::ipv4(kLoopback, 80)));
    QCOMPARE(ends.plan().trouble, LinkTrouble::SourceCannot);
    QCOMPARE(ends.plan().error, EISCONN);
    QVERIFY(!hasPlug(*ends.log.graph().find(ends.from)));
}

void LinkPlanTest::closed_isNoEnd()
{
    Ends target;
    target.bindTo(Address::ipv4(kLoopback, 80));
    target.log.returns(target.to, calls::close());
    QCOMPARE(target.plan().trouble, LinkTrouble::TargetClosed);
    QVERIFY(!target.plan().canTry());
    Ends source;
    source.log.returns(source.from, calls::close());
    QCOMPARE(source.plan().trouble, LinkTrouble::SourceClosed);
}

void LinkPlanTest::itself_isNoTarget()
{
    Ends ends;
    ends.to = ends.from;
    QCOMPARE(ends.plan().trouble, LinkTrouble::Itself);
    QVERIFY(!ends.plan().canTry());
}

QTEST_GUILESS_MAIN(LinkPlanTest)
#include "link_plan_test.moc"
