// Every built-in scenario: it is read without a problem, says what it is, and runs on this kernel as it says.

#include <QSignalSpy>
#include <QTest>

#include "model/scenario/library.h"
#include "model/scenario/parser.h"
#include "model/scenario/plan.h"
#include "model/scenario/runner.h"
#include "tests/support/loopback.h"

using namespace model::scenario;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Parsed parsed(const QString& name)
{
    const QByteArray text = builtIn(name).value_or(QByteArray());
    ParseOptions options;
    options.file = name.toStdString();
    return parse({text.constData(), static_cast<std::size_t>(text.size())}, options);
}

void addNames()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : builtInNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

}

class BuiltInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void all_areThere();
    void unknown_isNone();
    void reads_data() { addNames(); }
    void reads();
    void runs_data() { addNames(); }
    void runs();
};

void BuiltInTest::all_areThere()
{
    const QStringList names {u"tcp-echo"_s, u"udp-echo"_s, u"unix-stream"_s, u"unix-datagram"_s,
        u"ipv6-stream"_s, u"accept-blocks"_s, u"backlog"_s, u"boundaries"_s, u"errors"_s};
    for (const QString& name : names) {
        QVERIFY2(builtInNames().contains(name), qPrintable(name));
    }
}

void BuiltInTest::unknown_isNone()
{
    QVERIFY(!builtIn(u"nothing"_s));
    QVERIFY(!builtIn(QString()));
    QVERIFY(!builtIn(u"../scenarios/tcp-echo"_s));
}

void BuiltInTest::reads()
{
    QFETCH(QString, name);
    const auto result = parsed(name);
    for (const Problem& problem : result.problems) {
        qWarning("%s", problemText(result.scenario.file, problem).c_str());
    }
    QVERIFY(result.ok());
    QVERIFY(!result.scenario.title.empty() && !result.scenario.about.empty());
    QVERIFY(!result.scenario.tags.empty() && !result.scenario.references.empty());
    QVERIFY(planOf(result.scenario).staysLocal());
}

void BuiltInTest::runs()
{
    QFETCH(QString, name);
    if (name == u"ipv6-stream"_s && !support::hasIpv6Loopback()) {
        QSKIP("this machine has no ::1");
    }
    model::Session session;
    session.setTick(1ms);
    Runner runner(session, parsed(name).scenario);
    QSignalSpy finished(&runner, &Runner::finished);
    runner.start();
    QVERIFY(finished.wait(60'000));
    if (const auto& failure = runner.failure()) {
        qWarning("line %zu: %s: expected %s, got %s", failure->line, failure->call.c_str(),
            english(failure->expected).c_str(), english(failure->real).c_str());
    }
    QVERIFY(runner.verdict() == Verdict::Passed);
}

QTEST_GUILESS_MAIN(BuiltInTest)
#include "built_in_test.moc"
