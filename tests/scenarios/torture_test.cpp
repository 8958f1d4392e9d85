// Every built-in scenario with each of its calls going wrong in turn: with the errors of its man page, cut
// short, late, made and yet failed, answered without being made. The run may fail; nothing may break, hang or
// be left behind.

#include <QSignalSpy>
#include <QTest>
#include <array>
#include <deque>
#include <filesystem>
#include <set>
#include <span>

#include "model/export/event_writer.h"
#include "model/scenario/library.h"
#include "model/scenario/parser.h"
#include "model/scenario/runner.h"
#include "netcore/names/call_errors.h"
#include "netcore/names/constants.h"
#include "netcore/sys/faulty_syscalls.h"
#include "tests/support/event_recorder.h"
#include "tests/support/loopback.h"
#include "tests/support/process_counts.h"

using namespace netcore;
using namespace model::scenario;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kErrorsOfACall = 3;
constexpr std::size_t kAtOnce = 48; // runs wait more than they work
constexpr std::chrono::milliseconds kLate = 5ms;
constexpr std::chrono::milliseconds kLong = 60s;

Scenario scenarioNamed(const QString& name)
{
    const QByteArray text = builtIn(name).value_or(QByteArray());
    return parse({text.constData(), static_cast<std::size_t>(text.size())}).scenario;
}

RunOptions hurried()
{
    RunOptions options;
    options.patience = 200ms; // what a fault has prevented will not come
    options.timeout = 3s; // a call may wait for one that has failed
    return options;
}

// What is only late has time enough, but ends before the test gives it up: judged, and made again if need be.
RunOptions unhurried()
{
    RunOptions options;
    options.timeout = 15s;
    return options;
}

// One run of a scenario on a kernel of its own, and all that it leaves.
class Run {
public:
    Run(const QString& name, FaultPlan plan, const RunOptions& options = {})
        : m_kernel(m_linux, std::move(plan))
        , m_session(m_kernel)
        , m_runner(m_session, scenarioNamed(name), options)
    {
        m_session.setTick(1ms);
        m_runner.start();
    }

    // The event loop runs until it is over, or for a time that is long for any machine.
    bool hasEnded() { return !m_finished.isEmpty() || m_finished.wait(static_cast<int>(kLong.count())); }
    Verdict verdict() const { return m_runner.verdict(); }
    std::uint64_t faults() const { return m_kernel.faults(); }
    std::vector<CallId> calls() const { return m_kernel.calls(); }
    QStringList problems();

private:
    QStringList problemsOfTheLog() const;
    void writeAll();

    LinuxSyscalls m_linux;
    FaultySyscalls m_kernel;
    model::Session m_session;
    Runner m_runner;
    QSignalSpy m_finished {&m_runner, &Runner::finished};
};

// Nothing but that it can be written.
void Run::writeAll()
{
    model::JsonLinesWriter json;
    model::TextWriter text({});
    for (model::Row row = 0; row < m_session.store().size(); ++row) {
        json.lines(m_session, row);
        text.lines(m_session, row);
    }
}

QStringList Run::problemsOfTheLog() const
{
    QStringList problems;
    std::map<Ticket, int> returned;
    std::size_t calls = 0;
    std::uint64_t lastEnd = 0;
    for (model::Row row = 0; row < m_session.store().size(); ++row) {
        const Event event = m_session.store().event(row);
        if (event.end() < lastEnd) {
            problems += u"row %1 stands after a later one"_s.arg(row);
        }
        lastEnd = event.end();
        if (event.kind == EventKind::Call) {
            ++calls;
            returned[event.ticket] += event.ticket == kNoTicket ? 0 : 1;
        } else if (event.kind == EventKind::Blocked) {
            returned[event.ticket] += 0;
        }
    }
    returned.erase(kNoTicket);
    for (const auto& [ticket, times] : returned) {
        if (times != 1) {
            problems += u"ticket %1 returned %2 times"_s.arg(number(ticket)).arg(times);
        }
    }
    if (!returned.empty() && number(returned.rbegin()->first) != returned.size()) {
        problems
            += u"%1 tickets, but %2 returned"_s.arg(number(returned.rbegin()->first)).arg(returned.size());
    }
    if (calls != m_kernel.calls().size()) {
        problems += u"%1 calls made, %2 in the log"_s.arg(m_kernel.calls().size()).arg(calls);
    }
    return problems;
}

QStringList Run::problems()
{
    QStringList problems;
    if (m_finished.isEmpty()) {
        problems += u"the run has not ended"_s;
    }
    for (const auto& [id, node] : m_session.graph().sockets()) {
        if (node.open) {
            problems += u"the runner left socket %1 open"_s.arg(number(id));
        }
    }
    if (m_session.graph().blockedCalls() != 0) {
        problems += u"a call is still asleep"_s;
    }
    if (std::filesystem::exists(m_runner.scenario().temporaryFolder)) {
        problems += u"the folder is still there"_s;
    }
    m_session.finish();
    if (m_session.lost() != 0) {
        problems += u"events were lost"_s;
    }
    writeAll();
    return problems + problemsOfTheLog();
}

// What to do to the call that is made as the `turn`th.
std::vector<Fault> faultsFor(CallId call, std::size_t turn)
{
    std::vector<Fault> faults;
    const auto errors = plausibleErrors(call);
    for (std::size_t i = 0; i < std::min(kErrorsOfACall, errors.size()); ++i) {
        faults.push_back({Fault::Kind::Fail, errors[(turn * kErrorsOfACall + i) % errors.size()]});
    }
    faults.push_back({Fault::Kind::FailAfter, EINTR});
    faults.push_back({Fault::Kind::Delay, 0, 0, kLate});
    if (sendsData(call) || receivesData(call)) {
        faults.push_back({Fault::Kind::Shorten});
        faults.push_back({turn % 2 == 0 ? Fault::Kind::Halve : Fault::Kind::Pretend});
    }
    return faults;
}

QString told(CallId call, std::size_t turn, const Fault& fault)
{
    constexpr std::array kinds {"Fail", "FailAfter", "Shorten", "Halve", "Delay", "Pretend"};
    return u"call %1 (%2) %3 %4"_s.arg(turn + 1).arg(QString::fromStdString(std::string(describe(call).name)),
        QString::fromLatin1(kinds[static_cast<std::size_t>(fault.kind)]),
        QString::fromStdString(errnoText(fault.error)));
}

struct Trial {
    QString name; // for messages
    FaultPlan plan;
    bool passes = false; // it is late, no more
};

std::vector<Trial> trialsFor(const std::vector<CallId>& calls)
{
    std::vector<Trial> trials;
    for (std::size_t turn = 0; turn < calls.size(); ++turn) {
        for (const Fault& fault : faultsFor(calls[turn], turn)) {
            trials.push_back({told(calls[turn], turn, fault), {{{{}, turn + 1, 1, 1000, fault}}, 1, {}},
                fault.kind == Fault::Kind::Delay});
        }
    }
    return trials;
}

// Everything at once goes wrong by lot, by another seed each time.
std::vector<Trial> stormsFor(const std::vector<CallId>& calls)
{
    std::vector<Trial> trials;
    for (std::uint32_t seed = 1; seed <= 16; ++seed) {
        FaultPlan plan {{}, seed, {}};
        for (const CallId call : std::set(calls.begin(), calls.end())) {
            for (const Fault& fault : faultsFor(call, seed)) {
                plan.rules.push_back({call, 1, FaultySyscalls::kForever, 40, fault});
            }
        }
        trials.push_back({u"storm %1"_s.arg(seed), plan});
    }
    return trials;
}

// Too hurried for this machine just now; or one that is only late met another run: a scenario that sends to a
// port which it has given up fails, rightly, when somebody else binds that very port in between; or waits for
// an ECONNREFUSED that does not come.
bool deservesAnother(const Trial& trial, const Run& run)
{
    const bool isStorm = trial.plan.rules.size() > 1;
    return (!isStorm && run.faults() == 0) || (trial.passes && run.verdict() == Verdict::Failed);
}

}

class TortureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachCallGoesWrong_data();
    void eachCallGoesWrong();
    void cleanupTestCase();

private:
    QStringList make(const QString& scenario, std::span<const Trial> trials);

    std::uint64_t m_runs = 0;
    std::uint64_t m_passed = 0;
};

void TortureTest::eachCallGoesWrong_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : builtInNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

// Some run at once, and the next begins when one is over: judged in the order in which they began.
QStringList TortureTest::make(const QString& scenario, std::span<const Trial> trials)
{
    QStringList problems;
    std::deque<std::unique_ptr<Run>> runs;
    std::size_t begun = 0;
    for (const Trial& trial : trials) {
        for (; begun < trials.size() && runs.size() < kAtOnce; ++begun) {
            const Trial& next = trials[begun];
            runs.push_back(std::make_unique<Run>(scenario, next.plan, next.passes ? unhurried() : hurried()));
        }
        runs.front()->hasEnded();
        if (deservesAnother(trial, *runs.front())) {
            runs.front() = std::make_unique<Run>(scenario, trial.plan, unhurried());
            runs.front()->hasEnded();
        }
        const bool isStorm = trial.plan.rules.size() > 1;
        const Verdict verdict = runs.front()->verdict();
        QStringList found = runs.front()->problems();
        if (!isStorm && runs.front()->faults() == 0) {
            found += u"that call was never made"_s;
        }
        if (verdict == Verdict::Broken || (trial.passes && verdict != Verdict::Passed)) {
            found += u"verdict %1"_s.arg(static_cast<int>(verdict));
        }
        if (!found.isEmpty()) {
            problems += trial.name + u": "_s + found.join(u", "_s);
        }
        runs.pop_front();
        ++m_runs;
        m_passed += verdict == Verdict::Passed ? 1U : 0U;
    }
    return problems;
}

void TortureTest::eachCallGoesWrong()
{
    QFETCH(QString, name);
    if (name == u"ipv6-stream"_s && !support::hasIpv6Loopback()) {
        QSKIP("this machine has no ::1");
    }
    std::vector<CallId> calls;
    {
        Run sound(name, FaultPlan());
        QVERIFY(sound.hasEnded());
        QVERIFY(sound.verdict() == Verdict::Passed);
        calls = sound.calls();
    }
    std::vector<Trial> trials = trialsFor(calls);
    const std::vector<Trial> storms = stormsFor(calls);
    trials.insert(trials.end(), storms.begin(), storms.end());
    const std::size_t descriptors = support::openDescriptors();
    const std::size_t threads = support::threads();
    const QStringList problems = make(name, trials);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY(support::eventually(
        [&] { return support::openDescriptors() == descriptors && support::threads() == threads; }));
}

void TortureTest::cleanupTestCase()
{
    qInfo("%llu runs with a fault, %llu of which passed all the same",
        static_cast<unsigned long long>(m_runs), static_cast<unsigned long long>(m_passed));
}

QTEST_GUILESS_MAIN(TortureTest)
#include "torture_test.moc"
