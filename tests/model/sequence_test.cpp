// The sequence view's facts: where rows stand, what goes from whom to whom, and what the picture says of it.

#include <QTest>

#include "tests/model/sequence_log.h"
#include "tests/support/std_strings.h"

using namespace model;
using namespace netcore;
using namespace sequencetest;
using namespace Qt::StringLiterals;
using namespace std::string_literals;

namespace {

using Log = sequencetest::SequenceLog;

// "send 6 > recv 8: 3" for each passage.
std::string text(const SequenceScene& scene)
{
    std::string all;
    for (const Passage& passage : scene.passages) {
        const auto row = [](std::optional<Row> one) { return one ? std::to_string(*one) : "-"s; };
        all += (all.empty() ? "" : ", ") + row(passage.sent) + '>' + row(passage.received) + ' '
            + std::to_string(passage.units);
        all += passage.end == Passage::End::Lost ? " lost" : passage.end == Passage::End::Open ? " open" : "";
    }
    return all;
}

std::size_t countOf(const SequenceScene& scene, ArrowKind kind)
{
    return static_cast<std::size_t>(std::ranges::count(scene.arrows, kind, &SequenceArrow::kind));
}

}

class SequenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void axis_compressesSilence();
    void axis_isFoundBothWays();
    void oneSend_takenByTwoReceives();
    void twoSends_takenByOne();
    void send_thatNobodyHasTaken_waits();
    void receive_returnsBeforeItsSend();
    void connect_leadsToAccept();
    void connect_waitsInTheQueue();
    void sleep_isABar();
    void datagram_isLost();
    void datagram_isNotGuessed();
    void life_beginsAndEnds();
    void actors_haveLines();
    void filtered_rowsHaveNoArrows();
    void moment_hidesWhatComes();
    void scene_readsOnlyWhatIsSeen();
    void sleeps_areFoundFromTheMiddle();
};

void SequenceTest::axis_compressesSilence()
{
    Log log;
    log.opens(AF_INET, SOCK_STREAM);
    log.opens(AF_INET, SOCK_STREAM);
    log.now += 3'600'000 * kMs;
    log.opens(AF_INET, SOCK_STREAM);
    const SequenceAxis axis = log.counted();
    QCOMPARE(axis.units(), 3 * SequenceAxis::kRowUnits + SequenceAxis::kSilenceUnits);
    QCOMPARE(axis.silenceBefore(1), 0U);
    QCOMPARE(axis.silenceBefore(2), 3'600'001 * kMs);
    QCOMPARE(axis.unitOf(2), 2 * SequenceAxis::kRowUnits + SequenceAxis::kSilenceUnits);
    QCOMPARE(log.scene().silences.size(), 1U);
    QVERIFY(textsOf(log.picture()).contains(u"3600 s"_s));
}

void SequenceTest::axis_isFoundBothWays()
{
    Log log;
    for (int i = 0; i < 5'000; ++i) {
        log.opens(AF_INET, SOCK_STREAM);
        log.now += i % 7 == 0 ? 800 * kMs : 0;
    }
    const SequenceAxis axis = log.counted();
    QCOMPARE(axis.count(), 5'000U);
    std::uint64_t before = 0;
    for (std::uint64_t index = 0; index < axis.count(); ++index) {
        const std::uint64_t unit = axis.unitOf(index);
        QVERIFY(index == 0 || unit >= before + SequenceAxis::kRowUnits);
        QCOMPARE(axis.indexAt(unit), index);
        QCOMPARE(axis.indexAt(unit + 1), index);
        before = unit;
    }
    QCOMPARE(axis.unitOf(5'000), axis.units());
    QCOMPARE(axis.indexAt(axis.units()), 5'000U);
}

void SequenceTest::oneSend_takenByTwoReceives()
{
    Log log;
    const auto [accepted, client] = log.connection();
    const Row send = log.sends(client, "hello");
    const Row some = log.receives(accepted, "hel");
    const Row rest = log.receives(accepted, "lo");
    const SequenceScene scene = log.scene();
    QCOMPARE(text(scene),
        std::to_string(send) + '>' + std::to_string(some) + " 3, " + std::to_string(send) + '>'
            + std::to_string(rest) + " 2");
    QCOMPARE(countOf(scene, ArrowKind::Data), 2U);
    const QStringList texts = textsOf(log.picture());
    QVERIFY(texts.contains(u"send \"hello\" · 5 B"_s));
    QVERIFY2(texts.contains(u"recv \"hel\" = 3 · 3 of 5 B"_s), qPrintable(texts.join(u'\n')));
}

void SequenceTest::twoSends_takenByOne()
{
    Log log;
    const auto [accepted, client] = log.connection();
    const Row hello = log.sends(client, "hello ");
    const Row world = log.sends(client, "world");
    const Row all = log.receives(accepted, "hello world");
    QCOMPARE(text(log.scene()),
        std::to_string(hello) + '>' + std::to_string(all) + " 6, " + std::to_string(world) + '>'
            + std::to_string(all) + " 5");
    QVERIFY(textsOf(log.picture()).contains(u"recv \"hello world\" = 11 · 6 B + 5 B"_s));
}

void SequenceTest::send_thatNobodyHasTaken_waits()
{
    Log log;
    const auto [accepted, client] = log.connection();
    log.sends(client, "hello");
    for (int i = 0; i < 6; ++i) {
        log.fails(client, calls::recv(10, MSG_DONTWAIT), EAGAIN);
    }
    const SequenceScene scene = log.scene();
    QVERIFY(text(scene).ends_with(" 5 open"));
    QCOMPARE(scene.waits.size(), 1U);
    QVERIFY(scene.waits.front().endsLater);
    QCOMPARE(scene.lanes.all()[scene.waits.front().lane].key.socket, accepted);
    QVERIFY(textsOf(log.picture()).contains(u"5 B wait in the receive buffer"_s));
}

// The kernel wakes a reader before the sender is back: time must not run up.
void SequenceTest::receive_returnsBeforeItsSend()
{
    Log log;
    const auto [accepted, client] = log.connection();
    const Row receive = log.receives(accepted, "hello");
    const Row send = log.sends(client, "hello");
    const SequenceScene scene = log.scene();
    QCOMPARE(text(scene), std::to_string(send) + '>' + std::to_string(receive) + " 5");
    for (const SequenceArrow& arrow : scene.arrows) {
        QVERIFY(arrow.fromY <= arrow.toY);
    }
}

void SequenceTest::connect_leadsToAccept()
{
    Log log;
    const auto [accepted, client] = log.connection();
    const SequenceScene scene = log.scene();
    QCOMPARE(countOf(scene, ArrowKind::Connect), 1U);
    QCOMPARE(countOf(scene, ArrowKind::Opened), 1U);
    // As in the picture of the design: the listener, who it has accepted, its client.
    const auto& lanes = scene.lanes.all();
    QCOMPARE(lanes.size(), 3U);
    QVERIFY(lanes[0].listens);
    QCOMPARE(lanes[1].key.socket, accepted);
    QCOMPARE(lanes[2].key.socket, client);
    const SequencePicture picture = log.picture();
    QCOMPARE(picture.lanes[0].title, u"fd 7 listener"_s);
    QVERIFY(textsOf(picture).contains(u"connect → 127.0.0.1:5000"_s));
    QVERIFY(textsOf(picture).contains(u"accept = 9"_s));
}

void SequenceTest::connect_waitsInTheQueue()
{
    Log log;
    const SocketId listener = log.opens(AF_INET, SOCK_STREAM);
    log.returns(listener, calls::bind(place(5000)));
    log.returns(listener, calls::listen(2));
    const SocketId client = log.opens(AF_INET, SOCK_STREAM);
    log.returns(client, calls::connect(place(5000)));
    const SequenceScene scene = log.scene();
    QCOMPARE(countOf(scene, ArrowKind::Connect), 1U);
    QCOMPARE(scene.waits.size(), 1U);
    QVERIFY(scene.waits.front().isPeer);
    log.returns(listener, calls::close());
    log.fails(client, calls::recv(1, MSG_DONTWAIT), EAGAIN);
    const SequenceScene later = log.scene();
    QCOMPARE(later.waits.size(), 1U); // to the close, and no longer
    QCOMPARE(later.waits.front().to, later.lives[later.waits.front().lane].to);
}

void SequenceTest::sleep_isABar()
{
    Log log;
    const SocketId listener = log.opens(AF_INET, SOCK_STREAM);
    Ticket ticket {};
    const Row blocked = log.sleeps(listener, calls::accept(), ticket);
    QCOMPARE(log.scene().sleeps.size(), 1U);
    QVERIFY(!log.scene().sleeps.front().returned);
    log.now += 1'200 * kMs;
    const Row returned = log.store.size();
    log.accepts(listener, place(41822), ticket);
    const SequenceScene scene = log.scene();
    QCOMPARE(scene.sleeps.front().blocked, blocked);
    QCOMPARE(*scene.sleeps.front().returned, returned);
    QVERIFY(scene.sleeps.front().from < scene.sleeps.front().to);
    QVERIFY(textsOf(log.picture()).join(u'\n').contains(u"accept blocks"_s));
}

void SequenceTest::datagram_isLost()
{
    Log log;
    const SocketId server = log.opens(AF_INET, SOCK_DGRAM);
    log.returns(server, calls::bind(place(5000)));
    const SocketId client = log.opens(AF_INET, SOCK_DGRAM);
    const auto sends = [&](std::string_view data) {
        return log.returns(client, calls::sendto(std::vector<std::byte>(data.size()), 0, place(5000)),
            static_cast<int>(data.size()), data);
    };
    const Row one = sends("one");
    const Row two = sends("two");
    const Row three = sends("three");
    const Row a = log.receives(server, "one");
    const Row c = log.receives(server, "three");
    const SequenceScene scene = log.scene();
    QCOMPARE(text(scene),
        std::to_string(one) + '>' + std::to_string(a) + " 3, " + std::to_string(three) + '>'
            + std::to_string(c) + " 5, " + std::to_string(two) + ">- 3 lost");
    QCOMPARE(countOf(scene, ArrowKind::Lost), 1U);
    QVERIFY(textsOf(log.picture()).contains(u"lost"_s));
    const Row four = sends("four");
    QVERIFY(text(log.scene()).ends_with(std::to_string(four) + ">- 4 open"));
    log.fails(server, calls::recv(4096, MSG_DONTWAIT), EAGAIN); // the queue was empty
    QVERIFY(text(log.scene()).ends_with(std::to_string(four) + ">- 4 lost"));
    const Row five = sends("fives");
    QVERIFY(text(log.scene()).ends_with(std::to_string(five) + ">- 5 open"));
    log.fails(server, calls::recv(4096, MSG_ERRQUEUE), EAGAIN); // another queue
    QVERIFY(text(log.scene()).ends_with(std::to_string(five) + ">- 5 open"));
    log.returns(server, calls::close());
    QVERIFY(text(log.scene()).ends_with(std::to_string(five) + ">- 5 lost"));
    const std::string before = text(log.scene());
    sends("too late"); // to nobody
    QCOMPARE(text(log.scene()), before);
}

// A datagram from elsewhere, and one to elsewhere.
void SequenceTest::datagram_isNotGuessed()
{
    Log log;
    const SocketId server = log.opens(AF_INET, SOCK_DGRAM);
    log.returns(server, calls::bind(place(5000)));
    const SocketId client = log.opens(AF_INET, SOCK_DGRAM);
    log.returns(client, calls::sendto(std::vector<std::byte>(3), 0, place(6000)), 3, "one");
    log.receives(server, "other");
    QCOMPARE(text(log.scene()), ""s);
}

void SequenceTest::life_beginsAndEnds()
{
    Log log;
    const SocketId socket = log.opens(AF_UNIX, SOCK_STREAM);
    log.opens(AF_UNIX, SOCK_STREAM);
    log.returns(socket, calls::close());
    log.opens(AF_UNIX, SOCK_STREAM);
    const SequenceScene scene = log.scene();
    QCOMPARE(scene.lives[0].from, 0.5);
    QVERIFY(scene.lives[0].ends);
    QCOMPARE(scene.lives[0].to, 2.5);
    QCOMPARE(scene.lives[1].from, 1.5);
    QVERIFY(!scene.lives[1].ends);
}

void SequenceTest::actors_haveLines()
{
    Log log;
    log.actor = ActorId {1};
    const SocketId listener = log.opens(AF_INET, SOCK_STREAM);
    log.returns(listener, calls::bind(place(5000)));
    log.returns(listener, calls::listen(2));
    log.actor = ActorId {2};
    const SocketId client = log.opens(AF_INET, SOCK_STREAM);
    log.returns(client, calls::connect(place(5000)));
    log.actor = ActorId {1};
    const SocketId accepted = log.accepts(listener, place(41822));
    log.view(accepted, place(5000), place(41822));
    log.view(client, place(41822), place(5000));
    log.actor = ActorId {2};
    log.sends(client, "hello");
    log.actor = ActorId {1};
    log.receives(accepted, "hello");
    const SequenceScene scene = log.scene(SequenceBy::Actor);
    QCOMPARE(scene.lanes.all().size(), 2U);
    QCOMPARE(countOf(scene, ArrowKind::Connect), 1U);
    QCOMPARE(countOf(scene, ArrowKind::Data), 1U);
    QCOMPARE(scene.arrows.front().from, 1U);
    QCOMPARE(scene.arrows.front().to, 0U);
}

void SequenceTest::filtered_rowsHaveNoArrows()
{
    struct Every : RowList { // but the last
        std::uint64_t count = 0;
        std::uint64_t size() const override { return count; }
        Row at(std::uint64_t index) const override { return index; }
        std::uint64_t indexOf(Row row) const override { return std::min(row, count); }
    } some;
    Log log;
    const auto ends = log.connection();
    log.sends(ends.second, "hello");
    some.count = log.store.size();
    log.receives(ends.first, "hello");
    log.counted();
    SequenceAxis axis(log.store, some);
    axis.extend(100);
    SequenceScenes scenes(log.store, log.facts);
    SceneWish wish;
    wish.endUnit = axis.units();
    wish.known = log.store.size();
    const SequenceScene scene = scenes.make(axis, log.graph, wish);
    QCOMPARE(scene.steps.size(), some.count);
    QCOMPARE(countOf(scene, ArrowKind::Data), 1U); // it was sent; where to is below
}

void SequenceTest::moment_hidesWhatComes()
{
    Log log;
    const auto ends = log.connection();
    const Row send = log.sends(ends.second, "hello");
    log.receives(ends.first, "hello");
    const SequenceAxis axis = log.counted();
    SequenceScenes scenes(log.store, log.facts);
    SceneWish wish;
    wish.endUnit = axis.units();
    wish.known = send + 1;
    const SequenceScene scene = scenes.make(axis, log.graph, wish);
    QCOMPARE(scene.steps.back().row, send);
    const auto data = std::ranges::find(scene.arrows, ArrowKind::Data, &SequenceArrow::kind);
    QVERIFY(data != scene.arrows.end() && !data->received);
}

// A million rows: what is laid out is what is seen.
void SequenceTest::scene_readsOnlyWhatIsSeen()
{
    Log log;
    const auto [accepted, client] = log.connection();
    for (int i = 0; i < 500'000; ++i) {
        log.sends(client, "12345");
        log.receives(accepted, "12345");
    }
    const SequenceAxis axis = log.counted();
    SequenceScenes scenes(log.store, log.facts);
    SceneWish wish;
    wish.firstUnit = axis.units() - 200;
    wish.endUnit = axis.units() - 100;
    wish.known = log.store.size();
    SequenceScene scene = scenes.make(axis, log.graph, wish);
    QVERIFY(scene.isComplete || !scene.passages.empty() || scene.steps.size() <= 52);
    while (!scene.isComplete) {
        scene = scenes.make(axis, log.graph, wish);
    }
    QVERIFY(scene.steps.size() >= 50 && scene.steps.size() <= 52);
    QVERIFY(scene.arrows.size() <= 52);
    QVERIFY(countOf(scene, ArrowKind::Data) >= 25);
}

void SequenceTest::sleeps_areFoundFromTheMiddle()
{
    Log log;
    const SocketId sleeper = log.opens(AF_INET, SOCK_STREAM);
    const SocketId other = log.opens(AF_INET, SOCK_STREAM);
    for (int i = 0; i < 600; ++i) { // short ones
        Ticket ticket {};
        log.sleeps(other, calls::recv(1, 0), ticket);
        Event event {};
        event.socket = other;
        event.ticket = ticket;
        log.add(event, calls::recv(1, 0));
    }
    Ticket ticket {};
    const Row blocked = log.sleeps(sleeper, calls::recv(1, 0), ticket);
    for (int i = 0; i < 100; ++i) {
        log.fails(other, calls::bind(place(80)), EADDRINUSE);
    }
    log.counted();
    const auto found = log.facts.sleepsOver(blocked + 50, blocked + 60);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found.front().blocked, blocked);
    QVERIFY(!found.front().returned);
    QCOMPARE(log.facts.sleepsOver(2, 4).size(), 1U);
}

QTEST_GUILESS_MAIN(SequenceTest)
#include "sequence_test.moc"
