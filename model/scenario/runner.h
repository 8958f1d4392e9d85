// Runs a scenario on a session: step by step, each when the one before is done, driven by the session's own
// events. It never waits: everything happens in the event loop of the session's thread.
//
// A call with `blocks` is done when the engine has seen it asleep in the kernel. The calls of an actor are
// posted in its name, so they are made on its thread. The first expectation that fails ends the run. At its
// end, however it comes, calls that are still asleep are cancelled, sockets that it opened are closed, and
// ${tmp} is removed.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <map>
#include <memory>
#include <set>

#include "model/scenario/scenario.h"
#include "model/session.h"

namespace model::scenario {

enum class Verdict : std::uint8_t {
    Passed,
    Failed, // an expectation was not met
    TimedOut, // the whole run took too long
    Stopped, // by stop()
    NotPermitted, // it would leave this machine, and was not allowed to
    Broken, // the machine refused what it takes to run it
};

struct Failure {
    std::size_t line = 0;
    std::string call; // as it stands in the scenario
    Phrase expected;
    Phrase real;
};

struct RunOptions {
    std::chrono::milliseconds timeout {60'000}; // of the whole run
    std::chrono::milliseconds patience {5'000}; // for the kernel to show what is expected
    bool allowRemote = false;
};

class Runner : public QObject {
    Q_OBJECT

public:
    Runner(Session& session, Scenario scenario, const RunOptions& options = {}, QObject* parent = nullptr);
    ~Runner() override;

    // finished() comes later, from the event loop.
    void start();
    // Step by step: each waits for step(), and so does the end; narration goes with the step that it is
    // about.
    void setStepwise(bool stepwise) { m_stepwise = stepwise; }
    void step();
    // Ends the run early, tidily. finished() comes soon, also from one that has not begun or is over.
    void stop();

    const Scenario& scenario() const { return m_scenario; }
    Verdict verdict() const { return m_verdict; }
    const std::optional<Failure>& failure() const { return m_failure; }
    std::size_t stepsDone() const { return m_current; }
    std::chrono::nanoseconds took() const { return m_took; }

Q_SIGNALS:
    void stepBegins(quint64 index);
    void stepDone(quint64 index);
    void finished();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    enum class Phase : std::uint8_t { Idle, Running, Ending, Cancelling, Closing, Leaving, Over };
    enum class Progress : std::uint8_t { Waiting, Done, Failed };
    struct CallInFlight {
        netcore::Ticket ticket = netcore::kNoTicket;
        bool asleep = false;
        std::optional<Row> returned;
    };

    bool prepare();
    void takeRows(quint64 first, quint64 count);
    void takeRow(Row row);
    void advance();
    bool mayBegin();
    void beginStep();

    Progress look(const CallStep& step);
    Progress look(const ReturnStep& step);
    Progress look(const CancelStep& step);
    Progress look(const ExpectStep& step);
    Progress look(const WaitStep& step);
    Progress look(const NarrationStep& step);
    Progress look(const PredictStep& step);
    Progress checkResult(std::size_t call, const Expected& expected);
    Progress fail(const Phrase& expected, const Phrase& real);

    bool post(const CallStep& step);
    std::optional<netcore::Call> resolved(const CallStep& step);
    void nameSockets(netcore::CallDetails& details, const std::vector<Slot>& mentioned) const;
    std::optional<netcore::Address> addressOf(const AddressOf& source) const;
    void rememberAddresses(const CallStep& step, Row row);
    netcore::ActorId actorOf(const Step& step) const;

    void setDeadline(std::chrono::nanoseconds duration);
    void stepTimeout();
    void end(Verdict verdict);
    void cancelCalls();
    void tidy();
    void closeSockets();
    void finish();
    Phrase whatItWaitsFor() const;

    Session& m_session;
    Scenario m_scenario;
    RunOptions m_options;
    std::vector<netcore::ActorId> m_actors;

    Phase m_phase = Phase::Idle;
    Verdict m_verdict = Verdict::Passed;
    std::optional<Failure> m_failure;
    std::uint64_t m_began = 0;
    std::chrono::nanoseconds m_took {};
    std::size_t m_current = 0;
    bool m_begun = false; // the current step
    bool m_timeIsUp = false; // of the current step
    bool m_stepwise = false;
    bool m_mayStep = false;
    std::uint64_t m_deadline = 0; // of the current step, where it has one
    bool m_folderMade = false;

    std::map<std::size_t, CallInFlight> m_calls; // by step
    std::map<netcore::Ticket, std::size_t> m_stepOf;
    std::vector<netcore::SocketId> m_sockets; // by slot
    std::vector<netcore::SocketId> m_opened; // all, to be closed at the end
    std::set<netcore::Ticket> m_closing;
    std::map<Slot, netcore::Address> m_senders; // from(name)
    // An address that a log shows stands for the one that the kernel gives this time.
    std::vector<std::pair<netcore::Address, netcore::Address>> m_renamed;
    std::uint64_t m_lastReturn = 0;

    QBasicTimer m_runTimer;
    QBasicTimer m_stepTimer;
    QBasicTimer m_tidyTimer;
};

}
