// A log exported as a scenario runs, and its own log is the first one again, but for numbers and times.

#include <QRegularExpression>
#include <QTest>
#include <algorithm>

#include "model/export/row_forms.h"
#include "model/scenario/library.h"
#include "netcore/base/quoted.h"
#include "tests/export/played_session.h"
#include "tests/support/loopback.h"

using namespace model;
using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

// A line a call, in the order in which they began (which of two that overlap ends first is nobody's promise):
// its function, its sockets, the bytes, and what came back.
std::string callsIn(const Session& session)
{
    std::vector<std::pair<std::uint64_t, std::string>> lines;
    const EventStore& store = session.store();
    for (Row row = 0; row < store.size(); ++row) {
        const Event event = store.event(row);
        if (event.kind != EventKind::Call || (event.flags & eventFlags::kAutomatic) != 0) {
            continue;
        }
        const auto data = store.data(row);
        const bool moves = sendsData(event.call) || receivesData(event.call);
        std::string line = std::string(describe(event.call).name) + " socket "
            + std::to_string(number(event.socket)) + " opened " + std::to_string(number(event.opened))
            + " = ";
        line += event.opened == kNoSocket ? std::to_string(event.result) : "fd";
        line += ' ' + std::to_string(event.error) + ' ';
        line += moves ? std::string(reinterpret_cast<const char*>(data.data()), data.size()) : std::string();
        lines.emplace_back(event.time, std::move(line));
    }
    std::ranges::sort(lines, {}, &std::pair<std::uint64_t, std::string>::first);
    // A run closes all that is left at once.
    auto closes = lines.end();
    while (closes != lines.begin() && std::prev(closes)->second.starts_with("close ")) {
        --closes;
    }
    std::sort(closes, lines.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::string text;
    for (const auto& [time, line] : lines) {
        text += line + '\n';
    }
    return text;
}

std::string narrationIn(const Session& session)
{
    std::string text;
    const EventStore& store = session.store();
    for (Row row = 0; row < store.size(); ++row) {
        if (store.kind(row) == EventKind::Note) {
            const auto data = store.data(row);
            std::string note(reinterpret_cast<const char*>(data.data()), data.size());
            const std::size_t open = note.find('(');
            const bool agreed = note.starts_with("\u2713 ");
            text += (agreed ? note.substr(0, open) + note.substr(note.find(')')) : note) + '\n';
        }
    }
    return text;
}

}

class ScenarioTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtIns_data();
    void builtIns();
    void hostileBytes();
    void withoutPayload();
    void oneRow();
};

void ScenarioTest::builtIns_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : scenario::builtInNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void ScenarioTest::builtIns()
{
    QFETCH(QString, name);
    const PlayedSession first(PlayedSession::builtInText(name));
    if (!first.passed() && !support::hasIpv6Loopback()) {
        QSKIP("there is no IPv6 loopback here");
    }
    QVERIFY2(first.passed(), first.problem().c_str());
    const std::string text = first.exported(ExportFormat::Scenario);
    const PlayedSession second(text);
    QVERIFY2(second.passed(), (second.problem() + "\n" + text).c_str());
    QCOMPARE(
        QString::fromStdString(callsIn(second.session())), QString::fromStdString(callsIn(first.session())));
    QCOMPARE(QString::fromStdString(narrationIn(second.session())),
        QString::fromStdString(narrationIn(first.session())));
}

void ScenarioTest::hostileBytes()
{
    PlayedSession first(hostileScenario());
    QVERIFY2(first.passed(), first.problem().c_str());
    addHostileWords(first.session());
    QTRY_VERIFY((first.session().drain(), first.session().told() > 25));
    const std::string text = first.exported(ExportFormat::Scenario);
    const PlayedSession second(text);
    QVERIFY2(second.passed(), (second.problem() + "\n" + text).c_str());
    QCOMPARE(callsIn(second.session()), callsIn(first.session()));
}

void ScenarioTest::withoutPayload()
{
    const PlayedSession first(PlayedSession::builtInText(u"tcp-echo"_s));
    const std::string text = first.exported(ExportFormat::Scenario, {false, {}});
    QVERIFY(text.find("hello") == std::string::npos);
    const PlayedSession second(text);
    QVERIFY2(second.passed(), (second.problem() + "\n" + text).c_str());
}

void ScenarioTest::oneRow()
{
    const PlayedSession played(PlayedSession::builtInText(u"tcp-echo"_s));
    const ExportSource source(played.session());
    std::string lines;
    for (Row row = 0; row < source.store.size(); ++row) {
        lines += scenarioLine(source, row) + '\n';
    }
    for (const char* line :
        {"server: s1 = socket(AF_INET, SOCK_STREAM, 0)\n", "server: bind(s1, 127.0.0.1:0) = 0\n",
            "client: connect(s2, addr(s1)) = 0\n", "server: recv(s3, 2) = 2 \"he\"\n"}) {
        QVERIFY2(lines.find(line) != std::string::npos, line);
    }
    QCOMPARE(cArray(bytesOf("hi")), std::string("{0x68, 0x69}"));
    QCOMPARE(cArray({}), std::string("{0}"));
}

QTEST_GUILESS_MAIN(ScenarioTest)
#include "scenario_test.moc"
