// What the parser takes and what it makes of it; and what it does not take, with line and column.

#include <QTest>
#include <cerrno>
#include <sys/socket.h>

#include "model/scenario/parser.h"
#include "netcore/names/call_text.h"
#include "tests/support/std_strings.h"

using namespace model::scenario;
using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kOpen = "s = socket(AF_INET, SOCK_STREAM, 0)\n"
                              "u = socket(AF_UNIX, SOCK_DGRAM, 0)\n"
                              "actor a\nactor b\n";

Parsed parsed(const QString& text)
{
    ParseOptions options;
    options.temporaryFolder = "/tmp/t";
    return parse(text.toStdString(), options);
}

QString problemsOf(const Parsed& result)
{
    QString text;
    for (const Problem& problem : result.problems) {
        text += (text.isEmpty() ? u""_s : u"\n"_s) + QString::fromStdString(problemText("", problem)).mid(1);
    }
    return text;
}

// The last step, as a planned call.
QString lastCall(const Scenario& scenario)
{
    const auto* step = callOf(scenario, scenario.steps.back());
    if (step == nullptr) {
        return u"no call"_s;
    }
    const int fd = step->socket ? static_cast<int>(*step->socket) : -1;
    const std::span<const std::byte> data(step->call.data);
    auto record = recordOf(step->call, fd);
    return QString::fromStdString(callText(record, data, data.size(), CallStage::Planned));
}

}

class ScenarioParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headings();
    void narration_joinsLinesUpToAnEmptyOne();
    void call_data();
    void call();
    void result_data();
    void result();
    void variables();
    void bytesOfStrings_data();
    void bytesOfStrings();
    void otherSteps();
    void problem_data();
    void problem();
    void limits();
    void anyText_isReadWithoutHarm();
};

void ScenarioParserTest::headings()
{
    const auto result
        = parsed(u"\xfeff"
                 "title  A b\r\nabout one\nabout two\ntags  x y\nrefs TLPI\n  # no\nactor me\n"_s);
    QCOMPARE(problemsOf(result), QString());
    QCOMPARE(result.scenario.title, std::string("A b"));
    QCOMPARE(result.scenario.about, std::string("one two"));
    QVERIFY((result.scenario.tags == std::vector<std::string> {"x", "y"}));
    QVERIFY((result.scenario.actors == std::vector<std::string> {"me"}));
    QVERIFY(result.scenario.steps.empty());
}

void ScenarioParserTest::narration_joinsLinesUpToAnEmptyOne()
{
    const auto result = parsed(u"> one\n> two\n>\n> three\n# c\n> four\n"_s);
    QCOMPARE(problemsOf(result), QString());
    QCOMPARE(result.scenario.steps.size(), std::size_t {3});
    QCOMPARE(std::get<NarrationStep>(result.scenario.steps[0].what).text, std::string("one two"));
    QCOMPARE(std::get<NarrationStep>(result.scenario.steps[2].what).text, std::string("four"));
}

void ScenarioParserTest::call_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("call");
    const auto row = [](const char* line, const char* call) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(call);
    };
    constexpr const char* kHttp
        = R"({sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")})";
    const std::string bind = std::string("bind(0, ") + kHttp + ", 16)";
    row("socket(AF_INET6, SOCK_DGRAM)", "socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP)");
    row("socket(PF_INET, SOCK_STREAM|SOCK_NONBLOCK, IPPROTO_TCP)",
        "socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK, IPPROTO_TCP)");
    row("socket(99, 0x63, -1)", "socket(0x63, SOCK_RAW|0x60, -1)");
    row("socket(SOCK_STREAM, AF_INET, 0)", "socket(AF_UNIX, SOCK_DGRAM, 0)");
    row("bind(s, 127.0.0.1:80)", bind.c_str());
    row("bind(s, 127.0.0.1:80, 16)", bind.c_str());
    row((std::string("bind(s, ") + kHttp + ", 16)").c_str(), bind.c_str());
    row("bind(s, {AF_INET, 127.0.0.1:80}, 16)", bind.c_str());
    row("bind(s, sockaddr{02 00 00 50 7f 00 00 01 00 00 00 00 00 00 00 00})", bind.c_str());
    row("bind(s, NULL, 16)", "bind(0, NULL, 16)");
    row("bind(s, NULL)", "bind(0, NULL, 0)");
    row("bind(u, \"/tmp/x\")", R"(bind(1, {sa_family=AF_UNIX, sun_path="/tmp/x"}, 9))");
    row("bind(u, /tmp/x)", R"(bind(1, {sa_family=AF_UNIX, sun_path="/tmp/x"}, 9))");
    row("bind(u, \"@x\", 4)", R"(bind(1, {sa_family=AF_UNIX, sun_path=@"x"}, 4))");
    row(R"(bind(u, {sa_family=AF_UNIX, sun_path=@"x"}, 4))",
        R"(bind(1, {sa_family=AF_UNIX, sun_path=@"x"}, 4))");
    row("bind(u, {AF_UNIX, (unnamed)}, 2)", "bind(1, {sa_family=AF_UNIX}, 2)");
    row("connect(s, {sa_family=AF_UNSPEC}, 16)", "connect(0, {sa_family=AF_UNSPEC}, 16)");
    row("listen(s, SOMAXCONN)", "listen(0, 4096)");
    row("listen(-1, -5)", "listen(-1, -5)");
    row("accept(s)", "accept(0, &addr, &addrlen)");
    row("accept(s, NULL, NULL)", "accept(0, NULL, NULL)");
    row("accept4(s, SOCK_CLOEXEC)", "accept4(0, &addr, &addrlen, SOCK_CLOEXEC)");
    row("accept4(s, {sa_family=AF_UNIX}, [128 => 2], SOCK_CLOEXEC)",
        "accept4(0, &addr, &addrlen, SOCK_CLOEXEC)");
    row("accept4(s, 0)", "accept4(0, &addr, &addrlen, 0)");
    row("send(s, \"hello\")", R"(send(0, "hello", 5, MSG_NOSIGNAL))");
    row("send(s, \"hello\", MSG_DONTWAIT)", R"(send(0, "hello", 5, MSG_DONTWAIT))");
    row("send(s, \"hello\", 3, 0)", R"(send(0, "hello", 3, 0))");
    row("sendto(u, \"x\", \"@y\")",
        R"(sendto(1, "x", 1, MSG_NOSIGNAL, {sa_family=AF_UNIX, sun_path=@"y"}, 4))");
    row("sendto(u, \"x\", 1, 0, NULL, 0)", R"(sendto(1, "x", 1, 0, NULL, 0))");
    row("recv(s, 100)", "recv(0, buf, 100, 0)");
    row("recv(s, 100, MSG_PEEK|0x100)", "recv(0, buf, 100, MSG_PEEK|MSG_WAITALL)");
    row("recv(s, \"he\", 2, 0) = 2", "recv(0, buf, 2, 0)");
    row("recvfrom(u, 100)", "recvfrom(1, buf, 100, 0, &src_addr, &addrlen)");
    row("shutdown(s, SHUT_WR)", "shutdown(0, SHUT_WR)");
    row("shutdown(s, 7)", "shutdown(0, 0x7)");
    row("fchmod(s, 0600)", "fchmod(0, 0600)");
    row("a: getsockname(s, [4])", "getsockname(0, &addr, &addrlen)");
    row("  12.000345 b: getpeername(s) = -1 ENOTCONN (Transport endpoint) <12 \u00b5s>",
        "getpeername(0, &addr, &addrlen)");
    row("close(s) = 0 # a remark", "close(0)");
}

void ScenarioParserTest::call()
{
    QFETCH(QString, line);
    const auto result = parsed(QString::fromUtf8(kOpen) + line);
    QCOMPARE(problemsOf(result), QString());
    QTEST(lastCall(result.scenario), "call");
}

void ScenarioParserTest::result_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* line, const char* expected) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(expected);
    };
    row("listen(s, 1)", "no failure");
    row("listen(s, 1) = 0", "0");
    row("listen(s, 1) = -1", "-1");
    row("listen(s, 1) = -1 EPIPE", "-1 EPIPE");
    row("listen(s, 1) = -1 EPIPE or ECONNRESET", "-1 EPIPE or ECONNRESET");
    row("recv(s, 9) = 3 \"l\\0o\"", "3 \"l\\0o\"");
    row("recv(s, 9) = 3 \"ab\"...", "3 \"ab\"...");
    row("recv(s, \"ab\"..., 9, 0) = 9", "9 \"ab\"...");
    row("t = socket(AF_INET, SOCK_STREAM, 0) = 7", "no failure"); // a name for the socket
    row("accept(s) = -1 EINVAL", "-1 EINVAL");
}

void ScenarioParserTest::result()
{
    QFETCH(QString, line);
    const auto result = parsed(QString::fromUtf8(kOpen) + line);
    QCOMPARE(problemsOf(result), QString());
    const auto& step = std::get<CallStep>(result.scenario.steps.back().what);
    QTEST(QString::fromStdString(english(expectedText(step.expected))), "expected");
}

void ScenarioParserTest::variables()
{
    ParseOptions options;
    options.variables["port"] = "81";
    options.temporaryFolder = "/tmp/t";
    const char* text
        = "let port = 80\nlet word = \"a\\\"b\"\ns = socket(AF_INET, SOCK_STREAM, 0)\n"
          "bind(s, 127.0.0.1:${port})\nsend(s, \"${word}\")\n> port ${port}\nbind(s, \"${tmp}/x\")\n";
    const auto result = parse(text, options);
    QCOMPARE(problemsOf(result), QString());
    const auto& steps = result.scenario.steps;
    QCOMPARE(int {std::get<CallStep>(steps[1].what).call.address->port()}, 81);
    QCOMPARE(std::get<CallStep>(steps[2].what).call.data.size(), std::size_t {3});
    QCOMPARE(std::get<NarrationStep>(steps[3].what).text, std::string("port 81"));
    QCOMPARE(std::get<CallStep>(steps[4].what).call.address->path(), std::string_view("/tmp/t/x"));
    QVERIFY(result.scenario.usesTemporaryFolder);
    QVERIFY((result.scenario.variables == std::vector<std::string> {"port", "word"}));
}

void ScenarioParserTest::bytesOfStrings_data()
{
    QTest::addColumn<QString>("literal");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("letters") << uR"("\n\t\r\v\f\a\b\\\"\'\?")"_s << QByteArray("\n\t\r\v\f\a\b\\\"'?");
    QTest::newRow("octal") << uR"("\0\18\377\0601")"_s
                           << QByteArray("\0\1"
                                         "8\377"
                                         "01",
                                  6);
    QTest::newRow("hex") << uR"("\x00\xfFf")"_s
                         << QByteArray("\0\xff"
                                       "f",
                                3);
    QTest::newRow("utf-8") << u"\"\u00e4\u20ac\""_s << QByteArray("\xc3\xa4\xe2\x82\xac");
    QTest::newRow("signs") << u"\"#,)=\""_s << QByteArray("#,)=");
    QTest::newRow("empty") << u"\"\""_s << QByteArray("");
}

void ScenarioParserTest::bytesOfStrings()
{
    QFETCH(QString, literal);
    const auto result = parsed(QString::fromUtf8(kOpen) + u"send(s, "_s + literal + u')');
    QCOMPARE(problemsOf(result), QString());
    const auto& data = std::get<CallStep>(result.scenario.steps.back().what).call.data;
    QTEST(
        QByteArray(reinterpret_cast<const char*>(data.data()), static_cast<qsizetype>(data.size())), "bytes");
}

void ScenarioParserTest::otherSteps()
{
    const auto result = parsed(QString::fromUtf8(kOpen)
        + u"a: c = accept(s) blocks\nb: wait 200ms\nexpect accept_queue(s) >= 1/3\ncancel c\n"
          "c returns = -1 EINTR\npredict \"What?\" \"this\" \"that\"\nexpect state(s) != TCP_LISTEN\n"_s);
    QCOMPARE(problemsOf(result), QString());
    const auto& steps = result.scenario.steps;
    QVERIFY(std::get<CallStep>(steps[2].what).blocks);
    QVERIFY(std::get<WaitStep>(steps[3].what).duration == std::chrono::milliseconds(200));
    QCOMPARE(*std::get<ExpectStep>(steps[4].what).limit, std::int64_t {3});
    QCOMPARE(std::get<CancelStep>(steps[5].what).call, std::size_t {2});
    QCOMPARE(std::get<ReturnStep>(steps[6].what).expected.errors.front(), EINTR);
    QCOMPARE(*steps[6].actor, std::size_t {0});
    QCOMPARE(std::get<PredictStep>(steps[7].what).answers.size(), std::size_t {2});
}

void ScenarioParserTest::problem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where"); // and the beginning of what follows
    const auto row = [](const char* text, const char* where) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(where);
    };
    row("hello", "1:1: found 'hello', expected a step");
    row("\n  frobnicate(1)", "2:3: found 'frobnicate', expected a call: socket, bind");
    row("x = 5", "1:5: found '5', expected a call");
    row("socket AF_INET", "1:8: found 'AF_INET', expected '(' and the arguments");
    row("socket(AF_INET", "1:15: found the end of the line, expected ',' or ')'");
    row("socket(AF_INET,)", "1:16: found ')', expected an argument");
    row("socket(AF_INET)", "1:16: found the end of the line, expected int type");
    row("socket(AF_INTE, SOCK_STREAM, 0)", "1:8: found 'AF_INTE', expected int domain");
    row("socket(AF_INET, SOCK_STREAM, 0, 0)", "1:33: found '0', expected ')'");
    row("socket(AF_INET, SOCK_STREAM, 0) = ", "1:35: found the end of the line, expected a number");
    row("socket(AF_INET, SOCK_STREAM, 0) = -1 EFOO", "1:38: found 'EFOO', expected the name of an errno");
    row("socket(AF_INET, SOCK_STREAM, 0) = -2", "1:35: found '-', expected a result");
    row("socket(AF_INET, SOCK_STREAM, 0) = 3 4", "1:37: found '4', expected the end of the line");
    row("socket(AF_INET, SOCK_STREAM, 99999999999999)", "1:30: found '99999999999999', expected a number");
    row("listen(l, 5)", "1:8: found 'l', expected a socket that an earlier line has opened");
    row("listen(7, 5)", "1:8: found '7', expected a socket that an earlier line has opened, or -1");
    row("let = 5", "1:5: found '= 5', expected name = value");
    row("let tmp = 5", "1:5: found 'tmp = 5', expected name = value");
    row("wait 5", "1:6: found '5', expected a time");
    row("wait 301s", "1:6: found '301s', expected waits of at most 300s");
    row("predict \"q\" \"a\"", "1:16: found the end of the line, expected at least two answers");
    row("> ${x}", "1:3: found '${x}', expected ${tmp} or the name of a variable: let x");
    row("x = socket(AF_INET, ${", "1:21: found '${', expected ${tmp}");
    row("actor a b", "1:7: found 'a b', expected a name");
    row("actor a\nactor a", "2:7: found 'a', expected another name");
    row("actor a\nb: close(-1)", "2:1: found 'b', expected an actor that was declared");
    row("title a\ntitle b", "2:1: found a second one");
    row("\"open", "1:1: found a string that does not end");
    row("x = socket(\"\\q\", 1)", "1:13: found '\\q', expected an escape of C");
    row("x = socket(\"\\777\", 1)", "1:13: found");
    row("close(-1) ; close(-1)", "1:11: found ';'");
    row("\u00e4\u00e4 \x1b[2J", "1:4: found the character U+001B, expected UTF-8");
    row("> \u202e", "1:3: found the character U+202E");
    row("returns returns", "1:1: found 'returns'");
    row("cancel x", "1:8: found 'x', expected the name of a call that blocks");
    const std::string open = "s = socket(AF_INET, SOCK_STREAM, 0)\nactor a\n";
    const auto after = [&](const char* line, const char* where) { row((open + line).c_str(), where); };
    after("bind(s, 127.0.0.1:65536)", "3:9: found '127.0.0.1:65536', expected a port up to 65535");
    after("bind(s, 127.0.0.1)", "3:9: found '127.0.0.1', expected a port behind the host");
    after("bind(s, localhost:80)", "3:9: found 'localhost:80', expected a host in numbers");
    after("bind(s, [::1)", "3:9: found '[::1', expected ']'");
    after("bind(s, ::1:80)", "3:9: found '::1:80', expected");
    after("bind(s, \"relative\")", "3:9: found \"relative\", expected an address");
    after("bind(s, sockaddr{02 0})", "3:21: found '0', expected bytes");
    after("bind(s, {sa_family=AF_INET sin_port=htons(1)})", "3:28: found 'sin_port', expected ',' or '}'");
    after("connect(s, addr(t))", "3:12: found 't', expected a socket");
    after("send(s, \"cut\"..., 900, 0)", "3:9: found a string that was cut");
    after("send(s, 5)", "3:9: found '5', expected const void *buf");
    after("recv(s)", "3:8: found the end of the line, expected size_t len");
    after("recv(s, MSG_PEEK)", "3:9: found 'MSG_PEEK', expected size_t len");
    after("recv(s, 99999999)", "3:9: found '99999999', expected a size from 0 to");
    after("expect colour(s) == 5", "3:8: found 'colour', expected state");
    after("expect state(s) = TCP_LISTEN", "3:17: found '=', expected ==");
    after("expect state(s) == LISTEN", "3:20: found 'LISTEN', expected a state of TCP");
    after("AF_INET = socket(1, 1)", "3:1: found 'AF_INET', expected a name");
    const std::string asleep = open + "a: c = accept(s) blocks\n";
    const auto while_ = [&](const char* line, const char* where) { row((asleep + line).c_str(), where); };
    while_("a: listen(s, 5)",
        "4:4: found 'listen', expected an actor that is awake: a sleeps in accept() since line 3");
    while_("send(c, \"x\")", "4:6: found 'c', expected a line before this: c returns");
    while_("c = socket(1, 1)", "4:1: found 'c', expected another name");
    while_("c returns\nc returns", "5:1: found 'c', expected the name of a call that blocks");
    row("s = socket(AF_INET, SOCK_STREAM, 0)\nrecv(s, <unfinished ...>",
        "2:1: found the end of the scenario");
}

void ScenarioParserTest::problem()
{
    QFETCH(QString, text);
    QFETCH(QString, where);
    const auto result = parsed(text);
    QVERIFY2(problemsOf(result).startsWith(where), qPrintable(problemsOf(result)));
    QCOMPARE(result.problems.size(), std::size_t {1});
}

void ScenarioParserTest::limits()
{
    QString many;
    for (int i = 0; i < 257; ++i) {
        many += u"socket(AF_INET, SOCK_STREAM, 0)\n"_s;
    }
    QVERIFY(problemsOf(parsed(many)).startsWith(u"257:1: found 'socket', expected at most 256 sockets"_s));
    const QString large = QString::fromUtf8(kOpen) + u"recv(s, 40000000)\nrecv(s, 40000000)\n"_s;
    QVERIFY(problemsOf(parsed(large)).startsWith(u"6:1: found 'recv', expected at most"_s));
    QVERIFY(problemsOf(parsed(u"wait 200s\nwait 200s\n"_s)).startsWith(u"2:6: "_s));
    QVERIFY(problemsOf(parsed(u"close(-1)\n"_s.repeated(100'001))).contains(u"at most 100000 steps"_s));
    QCOMPARE(parsed(u"?\n"_s.repeated(1000)).problems.size(), std::size_t {50});
}

// Every beginning of a good scenario, and every one with a byte changed: a problem perhaps, never a crash.
void ScenarioParserTest::anyText_isReadWithoutHarm()
{
    const std::string good
        = "title t\nactor a\nlet p = 5\n> n ${p}\n"
          "s = socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, 0) = 7\n"
          "bind(s, {sa_family=AF_INET6, sin6_port=htons(1), sin6_flowinfo=htonl(0), "
          "inet_pton(AF_INET6, \"::1\", &sin6_addr), sin6_scope_id=0}, 28) = -1 EINVAL\n"
          "a: recvfrom(7, <unfinished ...>\nsendto(s, \"a\\x00\", 2, 0, sockaddr{02 00}, 2)\n"
          "a: recvfrom(7, \"b\", 1, 0, NULL, NULL) = 1 <12 us>\nexpect recvq(s) == 5\n";
    for (std::size_t length = 0; length <= good.size(); ++length) {
        parse(std::string_view(good).substr(0, length));
    }
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (const char c : {'\0', '"', '{', '(', '$', '\\', '\n', '<', '0', '\xff'}) {
            std::string bad = good;
            bad[at] = c;
            parse(bad);
        }
    }
}

QTEST_APPLESS_MAIN(ScenarioParserTest)
#include "scenario_parser_test.moc"
