// Scenarios on the real kernel: what passes, what fails and how it is told, and that nothing stays behind.

#include <QSignalSpy>
#include <QTest>
#include <filesystem>

#include "model/scenario/parser.h"
#include "model/scenario/runner.h"
#include "netcore/names/call_text.h"
#include "tests/support/process_counts.h"
#include "tests/support/std_strings.h"

using namespace model::scenario;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kServer
    = "actor server\nactor client\n"
      "server: l = socket(AF_INET, SOCK_STREAM, 0)\nserver: bind(l, 127.0.0.1:0) = 0\n"
      "server: listen(l, 5) = 0\n";

// A session that a scenario was run on.
class Stage {
public:
    explicit Stage(const std::string& text, const RunOptions& options = {})
        : m_parsed(parse(text)), m_runner(m_session, m_parsed.scenario, options)
    {
        m_session.setTick(1ms);
    }

    bool isGood() const { return m_parsed.ok(); }
    Runner& runner() { return m_runner; }
    model::Session& session() { return m_session; }
    const Scenario& scenario() const { return m_parsed.scenario; }

    Verdict run()
    {
        m_runner.start();
        return finish();
    }
    Verdict finish()
    {
        QSignalSpy finished(&m_runner, &Runner::finished);
        if (finished.isEmpty() && !finished.wait(30'000)) {
            qWarning("the run does not end");
        }
        return m_runner.verdict();
    }
    // "7: call: expected this, got that"
    std::string failure() const
    {
        const auto& failure = m_runner.failure();
        return failure ? std::to_string(failure->line) + ": expected " + english(failure->expected) + ", got "
                + english(failure->real)
                       : std::string("none");
    }
    // The names of the calls, in order.
    std::string calls() const
    {
        std::string names;
        for (model::Row row = 0; row < m_session.store().size(); ++row) {
            const auto event = m_session.store().event(row);
            if (event.kind == netcore::EventKind::Call) {
                names += (names.empty() ? "" : " ") + std::string(netcore::describe(event.call).name);
            }
        }
        return names;
    }

private:
    Parsed m_parsed;
    model::Session m_session;
    Runner m_runner;
};

}

class ScenarioRunnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verdict_data();
    void verdict();
    void actors_haveThreadsOfTheirOwn();
    void blocks_isChecked();
    void timeout_namesTheSleeper();
    void stop_endsASleepingRun();
    void end_leavesNothingBehind();
    void temporaryFolder_isPrivateAndGoesAway();
    void temporaryFolder_ofSomebodyElseIsNotTaken();
    void remote_isRefusedBeforeTheFirstCall_data();
    void remote_isRefusedBeforeTheFirstCall();
    void remote_isAllowedWhenAsked();
    void logOfARun_canBeRun();
};

void ScenarioRunnerTest::verdict_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("failure");
    const auto row = [](const char* name, const std::string& text, const char* failure) {
        QTest::newRow(name) << QString::fromStdString(text) << QString::fromUtf8(failure);
    };
    const std::string server = kServer;
    const std::string connected = server
        + "client: c = socket(AF_INET, SOCK_STREAM, 0)\nclient: connect(c, addr(l)) = 0\nserver: s = "
          "accept(l)\n";
    row("nothing", "", "none");
    row("errno", "socket(99, 1, 0) = -1 EAFNOSUPPORT", "none");
    row("one of two errnos", "socket(99, 1, 0) = -1 EPIPE or EAFNOSUPPORT", "none");
    row("any errno", "socket(99, 1, 0) = -1", "none");
    row("wrong errno", "socket(99, 1, 0) = -1 EPIPE", "1: expected -1 EPIPE, got -1 EAFNOSUPPORT");
    row("must not fail", "socket(99, 1, 0)", "1: expected no failure, got -1 EAFNOSUPPORT");
    row("should fail", server + "listen(l, 1) = -1 EINVAL", "6: expected -1 EINVAL, got 0");
    row("a socket that was never opened", "s = socket(99, 1, 0) = -1 EAFNOSUPPORT\nlisten(s, 1) = -1 EBADF",
        "none");
    row("no descriptor", "close(-1) = -1 EBADF", "none");
    row("closed", server + "close(l) = 0\nlisten(l, 1) = -1 EBADF", "none");
    row("bytes",
        connected + "client: send(c, \"hello\") = 5\nserver: recv(s, 2) = 2 \"he\"\nrecv(s, 9) = 3 \"ll\"...",
        "none");
    row("wrong bytes", connected + "client: send(c, \"hello\") = 5\nserver: recv(s, 9) = 5 \"hallo\"",
        "10: expected 5 \"hallo\", got 5 \"hello\"");
    row("zeros behind short data",
        connected + "client: send(c, \"a\", 3, 0) = 3\nserver: recv(s, 9) = 3 \"a\\0\\0\"", "none");
    row("state", connected + "expect state(c) == TCP_ESTABLISHED\nexpect state(l) == TCP_LISTEN", "none");
    row("queue", connected + "client: send(c, \"hello\") = 5\nexpect recvq(s) == 5\nexpect sendq(c) == 0",
        "none");
    row("accept queue",
        server + "c = socket(AF_INET, SOCK_STREAM, 0)\nconnect(c, addr(l))\nexpect accept_queue(l) == 1/5",
        "none");
    row("wrong state", server + "expect state(l) == TCP_ESTABLISHED",
        "6: expected == TCP_ESTABLISHED, got TCP_LISTEN");
    row("wrong limit", server + "expect accept_queue(l) == 0/3", "6: expected == 0/3, got 0/5");
    row("no such queue", "u = socket(AF_UNIX, SOCK_DGRAM, 0)\nexpect sendq(u) == 0",
        "2: expected == 0, got unknown");
    row("state of a closed one", server + "close(l)\nexpect state(l) == TCP_CLOSE",
        "7: expected == TCP_CLOSE, got no open socket");
    row("no address", "u = socket(AF_UNIX, SOCK_DGRAM, 0)\nconnect(u, addr(u))",
        "2: expected an address of u, got it has none");
    row("sleeps and returns",
        server
            + "server: s = accept(l) blocks\nclient: c = socket(AF_INET, SOCK_STREAM, 0)\n"
              "client: connect(c, addr(l)) = 0\nserver: s returns\nserver: recv(s, 5, MSG_DONTWAIT) = -1 "
              "EAGAIN",
        "none");
    row("cancelled", server + "server: s = accept(l) blocks\ncancel s\ns returns = -1 EINTR", "none");
    row("left asleep", server + "server: s = accept(l) blocks", "none");
    row("sender",
        "a = socket(AF_UNIX, SOCK_DGRAM, 0)\nbind(a, \"${tmp}/a\")\nb = socket(AF_UNIX, SOCK_DGRAM, 0)\n"
        "bind(b, \"${tmp}/b\")\nsendto(b, \"x\", addr(a))\nrecvfrom(a, 9) = 1 \"x\"\n"
        "sendto(a, \"y\", from(a)) = 1\nrecv(b, 9) = 1 \"y\"",
        "none");
    row("wait", "wait 5ms", "none");
}

void ScenarioRunnerTest::verdict()
{
    QFETCH(QString, text);
    QFETCH(QString, failure);
    RunOptions options;
    options.patience = failure == u"none"_s ? options.patience : std::chrono::milliseconds(300);
    Stage stage(text.toStdString(), options);
    QVERIFY(stage.isGood());
    const Verdict verdict = stage.run();
    QCOMPARE(QString::fromStdString(stage.failure()), failure);
    QVERIFY(verdict == (failure == u"none"_s ? Verdict::Passed : Verdict::Failed));
    QCOMPARE(stage.runner().stepsDone() == stage.scenario().steps.size(), verdict == Verdict::Passed);
}

void ScenarioRunnerTest::actors_haveThreadsOfTheirOwn()
{
    Stage stage(std::string(kServer)
        + "client: c = socket(AF_INET, SOCK_STREAM, 0)\nclient: connect(c, addr(l)) = 0\nclient: close(c)\n");
    QVERIFY(stage.run() == Verdict::Passed);
    std::map<std::string, std::set<std::uint32_t>> threads;
    for (model::Row row = 0; row < stage.session().store().size(); ++row) {
        const auto event = stage.session().store().event(row);
        if (event.kind == netcore::EventKind::Call) {
            threads[stage.session().actorName(event.actor).toStdString()].insert(event.tid);
        }
    }
    for (const std::uint32_t tid : threads["server"]) {
        QVERIFY(!threads["client"].contains(tid));
    }
    QVERIFY(!threads["server"].empty() && !threads["client"].empty());
}

void ScenarioRunnerTest::blocks_isChecked()
{
    Stage stage(std::string(kServer) + "server: x = listen(l, 3) blocks");
    QVERIFY(stage.run() == Verdict::Failed);
    QCOMPARE(stage.failure(), std::string("6: expected to sleep in the kernel, got 0"));
}

void ScenarioRunnerTest::timeout_namesTheSleeper()
{
    RunOptions options;
    options.timeout = 200ms;
    Stage stage(std::string(kServer) + "server: accept(l)", options);
    QVERIFY(stage.run() == Verdict::TimedOut);
    QVERIFY2(stage.failure().starts_with(
                 "6: expected the end of the run within 200 ms, got accept() of line 6 still"),
        stage.failure().c_str());
    QVERIFY(stage.calls().ends_with("accept close")); // cancelled, and the listener closed
}

void ScenarioRunnerTest::stop_endsASleepingRun()
{
    Stage stage(std::string(kServer) + "server: accept(l)\nlisten(l, 9)");
    QObject::connect(
        &stage.session(), &model::Session::appended, &stage.runner(), [&](quint64 first, quint64 count) {
            for (model::Row row = first; row < first + count; ++row) {
                if (stage.session().store().kind(row) == netcore::EventKind::Blocked) {
                    stage.runner().stop();
                }
            }
        });
    QVERIFY(stage.run() == Verdict::Stopped);
    QVERIFY(stage.calls().ends_with("accept close"));
}

void ScenarioRunnerTest::end_leavesNothingBehind()
{
    const std::size_t before = support::openDescriptors();
    {
        Stage stage(
            std::string(kServer) + "u = socket(AF_UNIX, SOCK_STREAM, 0)\nserver: s = accept(l) blocks");
        const std::size_t withSession = support::openDescriptors();
        QVERIFY(stage.run() == Verdict::Passed);
        QCOMPARE(support::openDescriptors(), withSession);
        QCOMPARE(stage.session().graph().blockedCalls(), std::size_t {0});
        for (const auto& [id, node] : stage.session().graph().sockets()) {
            QVERIFY(!node.open);
        }
    }
    QCOMPARE(support::openDescriptors(), before);
}

void ScenarioRunnerTest::temporaryFolder_isPrivateAndGoesAway()
{
    Stage stage("u = socket(AF_UNIX, SOCK_STREAM, 0)\nbind(u, \"${tmp}/x\") = 0\nwait 1ms\n");
    const std::filesystem::path folder = stage.scenario().temporaryFolder;
    QVERIFY(!std::filesystem::exists(folder));
    bool seen = false;
    QObject::connect(&stage.runner(), &Runner::stepDone, &stage.runner(), [&] {
        using std::filesystem::perms;
        seen = true;
        QVERIFY(std::filesystem::status(folder).permissions() == perms::owner_all);
    });
    QVERIFY(stage.run() == Verdict::Passed);
    QVERIFY(seen);
    QVERIFY(!std::filesystem::exists(folder));
}

void ScenarioRunnerTest::temporaryFolder_ofSomebodyElseIsNotTaken()
{
    Stage stage("u = socket(AF_UNIX, SOCK_STREAM, 0)\nbind(u, \"${tmp}/x\") = 0\n");
    const std::filesystem::path folder = stage.scenario().temporaryFolder;
    std::filesystem::create_directory(folder);
    QVERIFY(stage.run() == Verdict::Broken);
    QVERIFY(std::filesystem::exists(folder));
    QVERIFY(stage.calls().empty());
    std::filesystem::remove(folder);
}

void ScenarioRunnerTest::remote_isRefusedBeforeTheFirstCall_data()
{
    QTest::addColumn<QString>("line");
    const auto row = [](const char* line) { QTest::newRow(line) << QString::fromUtf8(line); };
    row("bind(t, 0.0.0.0:0)");
    row("bind(t, [::]:0)");
    row("connect(t, 192.0.2.1:80)");
    row("connect(t, [2001:db8::1]:80)");
    row("connect(t, [::ffff:192.0.2.1]:80)");
    row("bind(u, \"/tmp/elsewhere\")");
    row("bind(u, \"${tmp}/../x\")");
    row("bind(u, \"${tmp}x/y\")");
    row("bind(u, \"${tmp}/x\", 7)"); // cut: /tmp/
    row("sendto(u, \"x\", \"/run/systemd/notify\")");
    row("bind(t, sockaddr{00 00 00 50 00 00 00 00 00 00 00 00 00 00 00 00})"); // AF_UNSPEC is read as AF_INET
    row("listen(t, 5)"); // not bound: to every interface
    row("socket(AF_INET, SOCK_RAW, 1)");
    row("socket(AF_PACKET, SOCK_RAW, 768)");
    row("socket(AF_NETLINK, SOCK_RAW, 0)");
}

void ScenarioRunnerTest::remote_isRefusedBeforeTheFirstCall()
{
    QFETCH(QString, line);
    Stage stage(
        "t = socket(AF_INET, SOCK_STREAM, 0)\nu = socket(AF_UNIX, SOCK_DGRAM, 0)\n" + line.toStdString());
    QVERIFY(stage.isGood());
    QVERIFY(stage.run() == Verdict::NotPermitted);
    QVERIFY(stage.calls().empty());
    QCOMPARE(stage.runner().failure()->line, std::size_t {3});
}

void ScenarioRunnerTest::remote_isAllowedWhenAsked()
{
    RunOptions options;
    options.allowRemote = true;
    Stage stage("t = socket(AF_INET, SOCK_STREAM, 0)\nbind(t, 0.0.0.0:0) = 0\n", options);
    QVERIFY(stage.run() == Verdict::Passed);
}

// Forms of a log, ours and strace's: other descriptors, another port, and the same conversation.
void ScenarioRunnerTest::logOfARun_canBeRun()
{
    Stage stage(R"(
socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3
bind(3, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
getsockname(3, {sa_family=AF_INET, sin_port=htons(1), sin_addr=inet_addr("127.0.0.1")}, [128 => 16]) = 0
listen(3, 5) = 0
0.5 server: accept4(3, <unfinished ...> # asleep
0.6 client: socket(AF_INET, SOCK_STREAM, 0) = 4 <9 us>
0.7 client: connect(4, {sa_family=AF_INET, sin_port=htons(1), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
0.8 server: accept4(3, {sa_family=AF_INET, sin_port=htons(2), sin_addr=inet_addr("127.0.0.1")}, [128 => 16], 0) = 5
0.9 client: sendto(4, "hello", 5, MSG_NOSIGNAL, NULL, 0) = 5
1.0 server: recvfrom(5, "hello", 100, 0, NULL, NULL) = 5
1.1 server: recv(5, <unfinished ...>
1.2 server: recv(5, buf, 10, 0) = -1 EINTR <1.17 ms>
1.3 server: getpeername(5, {sa_family=AF_INET, sin_port=htons(2), sin_addr=inet_addr("127.0.0.1")}, [128 => 16]) = 0
1.4 server: shutdown(5, SHUT_RDWR) = 0
1.5 server: sendto(5, "more", 4, MSG_NOSIGNAL, NULL, 0) = -1 EPIPE (Broken pipe)
)");
    QVERIFY(stage.isGood());
    QVERIFY2(stage.run() == Verdict::Passed, stage.failure().c_str());
    QVERIFY(stage.calls().starts_with("socket bind getsockname listen socket connect accept4 sendto")
        || stage.calls().starts_with("socket bind getsockname listen socket accept4 connect sendto"));
}

QTEST_GUILESS_MAIN(ScenarioRunnerTest)
#include "scenario_runner_test.moc"
