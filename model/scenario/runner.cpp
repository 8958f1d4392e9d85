#include "model/scenario/runner.h"

#include <utility>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <filesystem>
#include <sys/stat.h>

#include "model/scenario/plan.h"
#include "model/scenario/verdicts.h"
#include "netcore/base/clock.h"
#include "netcore/base/quoted.h"
#include "netcore/names/call_text.h"

namespace model::scenario {

using namespace netcore;
using namespace std::chrono_literals;

namespace {

// The sampler looks at the kernel's view after each call: an older view says nothing about a call just made.
constexpr std::chrono::milliseconds kSettleTime = 20ms;

void arm(QBasicTimer& timer, std::chrono::nanoseconds duration, QObject* object)
{
    const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(duration).count();
    timer.start(static_cast<int>(std::clamp<std::int64_t>(rounded, 1, INT_MAX)), Qt::PreciseTimer, object);
}

// The kernel has said something of it as it is now: open, or after its close().
bool isTold(const SocketNode& node)
{
    return node.open || node.view.presence != Presence::Open;
}

// A TCP connection may go on in the kernel after close(): that is soon told.
bool mayLinger(const SocketNode& node)
{
    // What was shut down in both directions has no peer any more while it is still open.
    return node.view.tcpState >= 0 && (node.connected || !node.view.peer.isEmpty());
}

}

Runner::Runner(Session& session, Scenario scenario, const RunOptions& options, QObject* parent)
    : QObject(parent), m_session(session), m_scenario(std::move(scenario)), m_options(options)
{
    m_sockets.resize(m_scenario.sockets.size(), kNoSocket);
    connect(&m_session, &Session::appended, this, &Runner::takeRows);
}

Runner::~Runner()
{
    if (m_folderMade) {
        std::error_code ignored;
        std::filesystem::remove_all(m_scenario.temporaryFolder, ignored);
    }
}

void Runner::start()
{
    m_phase = Phase::Running;
    m_began = monotonicNow();
    arm(m_runTimer, m_options.timeout, this);
    for (const std::string& actor : m_scenario.actors) {
        m_actors.push_back(m_session.addActor(QString::fromStdString(actor)));
    }
    if (prepare()) {
        arm(m_stepTimer, 0ms, this); // the first step comes from the event loop
    }
}

bool Runner::prepare()
{
    const Plan plan = planOf(m_scenario);
    if (!m_options.allowRemote && !plan.staysLocal()) {
        const auto reach = std::ranges::find(plan.reaches, false, &Reach::local);
        m_failure = Failure {
            reach->line, std::string(describe(reach->call).name), Say::LocalOnly, notation(reach->target)};
        end(Verdict::NotPermitted);
        return false;
    }
    if (m_scenario.usesTemporaryFolder) {
        // mkdir() follows no link and takes no folder that is there already.
        if (::mkdir(m_scenario.temporaryFolder.c_str(), S_IRWXU) != 0) {
            m_failure = Failure {
                0, "mkdir " + m_scenario.temporaryFolder, Say::Folder, notation(::strerrordesc_np(errno))};
            end(Verdict::Broken);
            return false;
        }
        m_folderMade = true;
    }
    return true;
}

ActorId Runner::actorOf(const Step& step) const
{
    return step.actor ? m_actors[*step.actor] : kNoActor;
}

void Runner::takeRows(quint64 first, quint64 count)
{
    for (Row row = first; row < first + count; ++row) {
        takeRow(row);
    }
    if (m_phase == Phase::Running) {
        advance();
    } else {
        tidy();
    }
}

void Runner::takeRow(Row row)
{
    const EventKind kind = m_session.store().kind(row);
    if (kind != EventKind::Call && kind != EventKind::Blocked) {
        return;
    }
    const Event event = m_session.store().event(row);
    m_closing.erase(kind == EventKind::Call ? event.ticket : kNoTicket);
    const auto found = m_stepOf.find(event.ticket);
    if (found == m_stepOf.end() || event.ticket == kNoTicket) {
        return;
    }
    CallInFlight& call = m_calls[found->second];
    if (kind == EventKind::Blocked) {
        call.asleep = true;
        return;
    }
    call.asleep = false;
    call.returned = row;
    m_lastReturn = std::max(m_lastReturn, event.end());
    const auto& step = std::get<CallStep>(m_scenario.steps[found->second].what);
    const std::vector<SocketId> opened = openedBy(m_session.store().call(row), event.opened);
    m_opened.insert(m_opened.end(), opened.begin(), opened.end());
    for (std::size_t i = 0; i < std::min(opened.size(), step.opens.size()); ++i) {
        m_sockets[step.opens[i]] = opened[i];
    }
    rememberAddresses(step, row);
}

void Runner::rememberAddresses(const CallStep& step, Row row)
{
    const CallRecord record = m_session.store().call(row);
    const bool out = parameterOf(describe(record.call), ParameterKind::AddressOut).has_value()
        || record.call == CallId::Recvmsg;
    if (!out || !record.hasAddress) {
        return;
    }
    const bool names = record.call != CallId::Getsockname && record.call != CallId::Getpeername;
    if (names && step.socket) {
        m_senders[*step.socket] = record.address;
    }
    if (step.written) {
        m_renamed.emplace_back(*step.written, record.address);
    }
}

void Runner::step()
{
    m_mayStep = true;
    advance();
}

bool Runner::mayBegin()
{
    const bool narrates = m_current < m_scenario.steps.size()
        && std::holds_alternative<NarrationStep>(m_scenario.steps[m_current].what);
    return !m_stepwise || narrates || std::exchange(m_mayStep, false);
}

void Runner::advance()
{
    while (m_phase == Phase::Running) {
        if (!m_begun && !mayBegin()) {
            return;
        }
        if (m_current == m_scenario.steps.size()) {
            end(Verdict::Passed);
            return;
        }
        if (!m_begun) {
            beginStep();
        }
        const Progress progress
            = std::visit([this](const auto& step) { return look(step); }, m_scenario.steps[m_current].what);
        if (progress == Progress::Waiting) {
            return;
        }
        m_stepTimer.stop();
        if (progress == Progress::Failed) {
            end(m_verdict == Verdict::Passed ? Verdict::Failed : m_verdict);
            return;
        }
        m_begun = false;
        Q_EMIT stepDone(m_current++);
    }
}

void Runner::beginStep()
{
    m_begun = true;
    m_timeIsUp = false;
    const Step& step = m_scenario.steps[m_current];
    if (const auto* wait = std::get_if<WaitStep>(&step.what)) {
        setDeadline(wait->duration);
    } else if (!std::holds_alternative<ReturnStep>(step.what)) {
        setDeadline(m_options.patience);
    }
    Q_EMIT stepBegins(m_current);
}

void Runner::setDeadline(std::chrono::nanoseconds duration)
{
    m_deadline = monotonicNow() + static_cast<std::uint64_t>(duration.count());
    arm(m_stepTimer, duration, this);
}

void Runner::stepTimeout()
{
    m_stepTimer.stop();
    const std::uint64_t now = monotonicNow();
    m_timeIsUp = m_begun && now >= m_deadline;
    if (m_begun && !m_timeIsUp) {
        arm(m_stepTimer, std::chrono::nanoseconds(m_deadline - now), this);
    }
    advance();
}

Runner::Progress Runner::look(const CallStep& step)
{
    const auto call = m_calls.find(m_current);
    if (call == m_calls.end()) {
        if (post(step)) {
            return Progress::Waiting;
        }
        if (m_failure) {
            return Progress::Failed;
        }
        const std::string& name = m_scenario.sockets[step.address->socket];
        return m_timeIsUp ? fail({Say::AddressOf, {name}}, Say::HasNone) : Progress::Waiting;
    }
    if (!step.blocks) {
        return call->second.returned ? checkResult(m_current, step.expected) : Progress::Waiting;
    }
    if (call->second.returned) {
        return fail(Say::ToSleep, returnedText(m_session.store(), *call->second.returned));
    }
    if (call->second.asleep) {
        return Progress::Done;
    }
    return m_timeIsUp ? fail(Say::ToSleep, Say::Elsewhere) : Progress::Waiting;
}

Runner::Progress Runner::look(const ReturnStep& step)
{
    return m_calls[step.call].returned ? checkResult(step.call, step.expected) : Progress::Waiting;
}

Runner::Progress Runner::look(const CancelStep& step)
{
    if (m_calls[step.call].returned) {
        return Progress::Done;
    }
    m_session.cancel(m_calls[step.call].ticket);
    return m_timeIsUp ? fail(Say::ToReturn, Say::StillAsleep) : Progress::Waiting;
}

Runner::Progress Runner::look(const ExpectStep& step)
{
    const SocketId id = m_sockets[step.socket];
    const SocketNode* node = m_session.graph().find(id);
    const auto seen = node == nullptr ? std::nullopt : std::optional(viewText(step, *node));
    if (node != nullptr && isTold(*node) && holds(step, *node)) {
        const auto age = std::chrono::nanoseconds(monotonicNow() - m_lastReturn);
        if (age >= kSettleTime || m_timeIsUp) {
            const std::string& text = m_scenario.steps[m_current].text;
            const std::size_t word = text.find("expect ");
            m_session.note(QString::fromUtf8(kAgreed) + QString::fromStdString(text.substr(word + 7)), id);
            return Progress::Done;
        }
        arm(m_stepTimer, kSettleTime - age, this);
        return Progress::Waiting;
    }
    const bool isThere = node != nullptr && (isTold(*node) || mayLinger(*node));
    if (m_timeIsUp || !isThere) {
        return fail(expectedText(step), isThere ? *seen : Phrase(Say::NoSocket));
    }
    return Progress::Waiting;
}

Runner::Progress Runner::look(const WaitStep& /*step*/)
{
    return m_timeIsUp ? Progress::Done : Progress::Waiting;
}

Runner::Progress Runner::look(const NarrationStep& step)
{
    m_session.note(QString::fromStdString(step.text), kNoSocket, actorOf(m_scenario.steps[m_current]));
    return Progress::Done;
}

Runner::Progress Runner::look(const PredictStep& step)
{
    m_session.note(QString::fromStdString(questionText(step)));
    return Progress::Done;
}

Runner::Progress Runner::checkResult(std::size_t call, const Expected& expected)
{
    const Row row = *m_calls[call].returned;
    if (meets(m_session.store(), row, expected, m_sockets)) {
        return Progress::Done;
    }
    return fail(expectedText(expected), returnedText(m_session.store(), row));
}

Runner::Progress Runner::fail(const Phrase& expected, const Phrase& real)
{
    const Step& step = m_scenario.steps[m_current];
    m_failure = Failure {step.line, step.text, expected, real};
    return Progress::Failed;
}

bool Runner::post(const CallStep& step)
{
    const auto call = resolved(step);
    if (!call) {
        return false;
    }
    const SocketId socket = step.socket ? m_sockets[*step.socket] : kNoSocket;
    const auto ticket = m_session.post(*call, socket, actorOf(m_scenario.steps[m_current]));
    if (!ticket.ok()) {
        fail(Say::Thread, notation(::strerrordesc_np(ticket.problem())));
        m_verdict = Verdict::Broken;
        return false;
    }
    m_calls[m_current].ticket = ticket.value();
    m_stepOf[ticket.value()] = m_current;
    if (!step.blocks) {
        m_stepTimer.stop(); // a call takes the time it takes; only the whole run has an end
    }
    return true;
}

}
