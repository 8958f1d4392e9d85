// How a run ends, and where its addresses come from.

#include <QTimerEvent>
#include <algorithm>
#include <filesystem>

#include "model/scenario/plan.h"
#include "model/scenario/runner.h"
#include "netcore/base/clock.h"

namespace model::scenario {

using namespace netcore;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kTidyTime = 3s;

}

std::optional<Call> Runner::resolved(const CallStep& step)
{
    Call call = step.call;
    nameSockets(call.details, step.mentioned);
    const auto slot = parameterOf(describe(call.id), ParameterKind::AddressIn);
    if (!slot && call.id != CallId::Sendmsg) {
        return call;
    }
    if (step.address) {
        call.address = addressOf(*step.address);
        if (!call.address) {
            return std::nullopt;
        }
        if (!m_options.allowRemote && !call.address->isWildcard()
            && !isLocal(*call.address, call.address->length(), call.id, m_scenario.temporaryFolder)) {
            fail(Say::AddressHere, notation(addressText(*call.address)));
            m_verdict = Verdict::NotPermitted;
            return std::nullopt;
        }
    } else if (call.address) {
        const auto renamed = std::ranges::find(m_renamed, *call.address, &std::pair<Address, Address>::first);
        call.address = renamed == m_renamed.end() ? call.address : renamed->second;
    }
    if (slot && step.lengthFollowsAddress && call.address) {
        call.arguments[*slot + 1] = call.address->length();
    }
    return call;
}

// A place in `mentioned` becomes the socket that stands there now.
void Runner::nameSockets(CallDetails& details, const std::vector<Slot>& mentioned) const
{
    const auto socketAt = [&](SocketId place) {
        return place == kNoSocket ? kNoSocket : m_sockets[mentioned[number(place) - 1]];
    };
    if (auto* poll = std::get_if<PollDetails>(&details)) {
        for (PollEntry& entry : poll->entries) {
            entry.socket = socketAt(entry.socket);
        }
    } else if (auto* message = std::get_if<MessageDetails>(&details)) {
        for (ControlMessage& control : message->control) {
            for (SocketId& passed : control.passes) {
                passed = socketAt(passed);
            }
        }
    }
}

std::optional<Address> Runner::addressOf(const AddressOf& source) const
{
    if (source.which == AddressOf::Which::Sender) {
        const auto sender = m_senders.find(source.socket);
        return sender == m_senders.end() ? std::nullopt : std::optional(sender->second);
    }
    const SocketNode* node = m_session.graph().find(m_sockets[source.socket]);
    if (node == nullptr) {
        return std::nullopt;
    }
    // Port 0 was asked for, and the kernel's answer has not come yet.
    const bool known = node->domain == AF_UNIX
        ? !node->local.path().empty() || !node->local.abstractName().empty()
        : node->local.port() != 0;
    return known ? std::optional(node->local) : std::nullopt;
}

void Runner::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_runTimer.timerId()) {
        m_runTimer.stop();
        if (m_phase == Phase::Running) {
            const Step& step = m_scenario.steps[std::min(m_current, m_scenario.steps.size() - 1)];
            m_failure = Failure {
                step.line, step.text, {Say::EndWithin, {durationText(m_options.timeout)}}, whatItWaitsFor()};
            end(Verdict::TimedOut);
        }
    } else if (event->timerId() == m_stepTimer.timerId()) {
        stepTimeout();
    } else if (event->timerId() == m_tidyTimer.timerId()) {
        m_tidyTimer.stop();
        if (m_phase == Phase::Ending) {
            cancelCalls();
        } else {
            finish();
        }
    }
}

Phrase Runner::whatItWaitsFor() const
{
    for (const auto& [step, call] : m_calls) {
        if (call.asleep) {
            const auto& made = std::get<CallStep>(m_scenario.steps[step].what);
            return {Say::SleepingCall,
                {std::string(describe(made.call.id).name), std::to_string(m_scenario.steps[step].line)}};
        }
    }
    return Say::OnItsWay;
}

void Runner::end(Verdict verdict)
{
    if (m_phase != Phase::Running) {
        return;
    }
    m_verdict = verdict;
    m_took = std::chrono::nanoseconds(monotonicNow() - m_began);
    m_phase = Phase::Ending;
    m_runTimer.stop();
    m_stepTimer.stop();
    m_tidyTimer.start(0, this); // not from here: whoever called has not finished with us
}

void Runner::stop()
{
    if (m_phase == Phase::Idle || m_phase == Phase::Over) {
        m_tidyTimer.start(0, this);
    }
    end(Verdict::Stopped);
}

void Runner::cancelCalls()
{
    m_phase = Phase::Cancelling;
    m_tidyTimer.start(static_cast<int>(kTidyTime.count()), this); // what has not ended by then never will
    for (const auto& [step, call] : m_calls) {
        if (!call.returned) {
            m_session.cancel(call.ticket);
        }
    }
    tidy();
}

void Runner::tidy()
{
    const bool inFlight
        = std::ranges::any_of(m_calls, [](const auto& entry) { return !entry.second.returned; });
    if (m_phase == Phase::Cancelling && !inFlight) {
        m_phase = Phase::Closing;
        closeSockets();
    }
    if (m_phase == Phase::Closing && m_closing.empty()) {
        m_phase = Phase::Leaving;
        m_tidyTimer.start(0, this);
    }
}

void Runner::closeSockets()
{
    for (const SocketId id : m_opened) {
        const SocketNode* node = m_session.graph().find(id);
        if (node == nullptr || !node->open) {
            continue;
        }
        if (const auto ticket = m_session.post(calls::close(), id); ticket.ok()) {
            m_closing.insert(ticket.value());
        }
    }
}

void Runner::finish()
{
    m_phase = Phase::Over;
    m_tidyTimer.stop();
    if (m_folderMade) {
        std::error_code ignored; // somebody else's files in it: they stay
        std::filesystem::remove_all(m_scenario.temporaryFolder, ignored);
        m_folderMade = false;
    }
    Q_EMIT finished();
}

}
