// Structures in scenarios: as a log prints them and shorter; and what is wrong with others, with its column.

#include <QTest>
#include <sys/socket.h>

#include "model/scenario/parser.h"
#include "model/scenario/plan.h"
#include "netcore/names/call_text.h"
#include "tests/support/std_strings.h"

using namespace model::scenario;
using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kOpen = "s = socket(AF_INET, SOCK_STREAM, 0)\n"
                              "u = socket(AF_UNIX, SOCK_DGRAM, 0)\n";

Parsed parsed(const QString& line)
{
    ParseOptions options;
    options.temporaryFolder = "/tmp/t";
    return parse(kOpen + line.toStdString(), options);
}

const CallStep* lastCall(const Scenario& scenario)
{
    return callOf(scenario, scenario.steps.back());
}

// As the runner would make it, with the place of a socket for its number.
QString planned(const CallStep& step)
{
    const auto placed = withDescriptors(
        step.call, [&](SocketId place) { return static_cast<int>(step.mentioned[number(place) - 1]); });
    const std::span<const std::byte> data(placed.data);
    const int fd = step.socket ? static_cast<int>(*step.socket) : -1;
    return QString::fromStdString(callText(recordOf(placed, fd), data, data.size(), CallStage::Planned));
}

}

class ScenarioStructuresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void structure_data();
    void structure();
    void names_areGivenByTheCall();
    void rooms_areMade();
    void answers_areExpected();
    void problem_data();
    void problem();
    void lookUps_askForPermission_data();
    void lookUps_askForPermission();
};

void ScenarioStructuresTest::structure_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* line, const char* text) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(text);
    };
    const char* hello
        = R"(sendmsg(0, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="hel", iov_len=3}, )"
          R"({iov_base="lo", iov_len=2}], msg_iovlen=2, msg_controllen=0, msg_flags=0}, MSG_NOSIGNAL))";
    row(R"(sendmsg(s, {"hel", "lo"}))", hello);
    row(R"(sendmsg(s, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="hel", iov_len=3}, )"
        R"({iov_base="lo", iov_len=2}], msg_iovlen=2, msg_controllen=0, msg_flags=0}, MSG_NOSIGNAL) = 5)",
        hello);
    row(R"(sendmsg(s, {"x", SCM_RIGHTS [u, -1]}, 0))",
        R"(sendmsg(0, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="x", iov_len=1}], msg_iovlen=1, )"
        R"(msg_control=[{cmsg_len=24, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[-1, 1]}], )"
        R"(msg_controllen=24, msg_flags=0}, 0))");
    row(R"(sendmsg(u, {"x", msg_name=127.0.0.1:5}, 0))",
        R"(sendmsg(1, {msg_name={sa_family=AF_INET, sin_port=htons(5), sin_addr=inet_addr("127.0.0.1")}, )"
        R"(msg_namelen=16, msg_iov=[{iov_base="x", iov_len=1}], msg_iovlen=1, msg_controllen=0, msg_flags=0}, 0))");
    row("recvmsg(s, {3, 100})", "recvmsg(0, &msg, 0)");
    row("poll([{fd=s, events=POLLIN|POLLOUT}, u POLLIN], 2, 100)",
        "poll([{fd=0, events=POLLIN|POLLOUT}, {fd=1, events=POLLIN}], 2, 100)");
    row("setsockopt(s, SOL_SOCKET, SO_KEEPALIVE, on)", "setsockopt(0, SOL_SOCKET, SO_KEEPALIVE, [1], 4)");
    row("setsockopt(s, SOL_SOCKET, SO_LINGER, {l_onoff=1, l_linger=5}, 8)",
        "setsockopt(0, SOL_SOCKET, SO_LINGER, {l_onoff=1, l_linger=5}, 8)");
    row("setsockopt(s, 1, 9999, 7)", "setsockopt(0, SOL_SOCKET, 0x270f, [7], 4)");
    row("setsockopt(s, SOL_SOCKET, SO_KEEPALIVE, NULL, 4)",
        "setsockopt(0, SOL_SOCKET, SO_KEEPALIVE, NULL, 4)");
    row("getsockopt(s, SOL_SOCKET, SO_TYPE)", "getsockopt(0, SOL_SOCKET, SO_TYPE, &optval, &optlen)");
    row("fcntl(s, F_SETFL, O_RDWR|O_NONBLOCK)", "fcntl(0, F_SETFL, O_RDWR|O_NONBLOCK)");
    row("ioctl(s, FIONBIO, [1])", "ioctl(0, FIONBIO, [1])");
    row(R"(getaddrinfo("localhost", "80", {ai_flags=AI_PASSIVE, ai_socktype=SOCK_STREAM}))",
        R"(getaddrinfo("localhost", "80", {ai_flags=AI_PASSIVE, ai_family=AF_UNSPEC, ai_socktype=SOCK_STREAM, )"
        R"(ai_protocol=0}, &res))");
    row(R"(getaddrinfo("::1", "80", {ai_family=AF_INET6}, [{ai_addr=[::1]:80}]) = 0)",
        R"(getaddrinfo("::1", "80", {ai_flags=0, ai_family=AF_INET6, ai_socktype=0, ai_protocol=0}, &res))");
    row("getaddrinfo(NULL, \"80\")", "getaddrinfo(NULL, \"80\", NULL, &res)");
    row("dup(s)", "dup(0)");
}

void ScenarioStructuresTest::structure()
{
    QFETCH(QString, line);
    QFETCH(QString, text);
    const Parsed result = parsed(line);
    QVERIFY2(result.ok(), result.ok() ? "" : problemText("", result.problems.front()).c_str());
    QCOMPARE(planned(*lastCall(result.scenario)), text);
}

void ScenarioStructuresTest::names_areGivenByTheCall()
{
    const Parsed pair = parsed(u"socketpair(AF_UNIX, SOCK_STREAM, 0, [a, b])\nwrite(b, \"x\")"_s);
    QVERIFY(pair.ok());
    QCOMPARE(pair.scenario.sockets.back(), std::string("b"));
    const Parsed log = parsed(u"socketpair(AF_UNIX, SOCK_STREAM, 0, [7, 8]) = 0\nread(8, \"\", 10) = 0"_s);
    QVERIFY(log.ok());
    const Parsed rights = parsed(u"recvmsg(s, {1, SCM_RIGHTS [mine]})\nclose(mine)"_s);
    QVERIFY(rights.ok());
    const Parsed copy = parsed(u"t = fcntl(s, F_DUPFD_CLOEXEC, 0)\nclose(t)"_s);
    QVERIFY(copy.ok());
}

void ScenarioStructuresTest::rooms_areMade()
{
    const auto roomOf = [](const QString& line) {
        const Parsed result = parsed(line);
        const auto* details
            = result.ok() ? std::get_if<MessageDetails>(&lastCall(result.scenario)->call.details) : nullptr;
        return details == nullptr ? -1 : details->controlRoom;
    };
    QCOMPARE(roomOf(u"recvmsg(s, {10})"_s), 0);
    QCOMPARE(roomOf(u"recvmsg(s, {10, control=64})"_s), 64);
    QCOMPARE(roomOf(u"recvmsg(s, {10, SCM_RIGHTS [a, b]})"_s), std::int64_t {CMSG_SPACE(2 * sizeof(int))});
}

void ScenarioStructuresTest::answers_areExpected()
{
    const auto expectedOf = [](const QString& line) {
        const Parsed result = parsed(line);
        return result.ok() ? lastCall(result.scenario)->expected : Expected();
    };
    QCOMPARE(
        expectedOf(u"recvmsg(s, {4}) = 4 \"long\" MSG_TRUNC"_s).messageFlags, std::optional(int {MSG_TRUNC}));
    QCOMPARE(expectedOf(u"ioctl(s, FIONREAD, [5]) = 0"_s).answered, std::optional<std::int64_t>(5));
    QVERIFY(expectedOf(u"getsockopt(s, SOL_SOCKET, SO_TYPE, [SOCK_STREAM]) = 0"_s).option.has_value());
    QVERIFY(!expectedOf(u"getsockopt(s, SOL_SOCKET, SO_TYPE) = 0"_s).option.has_value());
    const auto ready = expectedOf(u"poll([s POLLIN], 1, 0) = 1 ([{fd=s, revents=POLLIN|POLLHUP}])"_s).ready;
    QVERIFY(ready && ready->size() == 1 && ready->front().second == (0x1 | 0x10));
    QCOMPARE(expectedOf(u"getaddrinfo(NULL, NULL) = -2 EAI_NONAME"_s).value, std::optional<std::int64_t>(-2));
    QCOMPARE(expectedOf(u"fcntl(s, F_GETFL) = 0x802 (flags O_RDWR|O_NONBLOCK)"_s).value,
        std::optional<std::int64_t>(0x802));
}

void ScenarioStructuresTest::problem_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("column");
    const auto row
        = [](const char* line, int column) { QTest::newRow(line) << QString::fromUtf8(line) << column; };
    row("sendmsg(s, {\"x\", SCM_RIGHTS [nobody]})", 30);
    row("sendmsg(s, {\"x\", SCM_NOTHING [s]})", 18);
    row("sendmsg(s, {\"x\"...})", 13);
    row("sendmsg(s, 127.0.0.1:5)", 12);
    row("recvmsg(s, {-5})", 13);
    row("recvmsg(s, {msg_iov=[{iov_base=1}]})", 33);
    row("socketpair(AF_UNIX, SOCK_STREAM, 0, [1:])", 38);
    row("socketpair(AF_UNIX, SOCK_STREAM, 0, [AF_INET, b])", 38);
    row("poll([{fd=nobody, events=POLLIN}], 1, 0)", 11);
    row("poll([{fd=s, evnts=POLLIN}], 1, 0)", 14);
    row("poll(s, 1, 0)", 6);
    row("setsockopt(s, SOL_SOCKET, SO_KEEPALIVE, maybe)", 41);
    row("setsockopt(s, SOL_SOCKET, SO_LINGER, {l_onof=1})", 39);
    row("getaddrinfo(\"a\", \"b\", {ai_flavour=1})", 24);
}

void ScenarioStructuresTest::problem()
{
    QFETCH(QString, line);
    QFETCH(int, column);
    const Parsed result = parsed(line);
    QVERIFY(!result.ok());
    QCOMPARE(result.problems.front().line, std::size_t {3});
    QCOMPARE(static_cast<int>(result.problems.front().column), column);
}

void ScenarioStructuresTest::lookUps_askForPermission_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<bool>("local");
    QTest::newRow("number") << u"\"127.0.0.1\""_s << true;
    QTest::newRow("IPv6 number") << u"\"::1\""_s << true;
    QTest::newRow("localhost") << u"\"localhost\""_s << true;
    QTest::newRow("nobody") << u"NULL"_s << true;
    QTest::newRow("a name") << u"\"example.org\""_s << false;
}

void ScenarioStructuresTest::lookUps_askForPermission()
{
    QFETCH(QString, node);
    QFETCH(bool, local);
    const Parsed result = parsed(u"getaddrinfo(%1, \"80\")"_s.arg(node));
    QVERIFY(result.ok());
    QCOMPARE(planOf(result.scenario).staysLocal(), local);
}

QTEST_APPLESS_MAIN(ScenarioStructuresTest)
#include "scenario_structures_test.moc"
