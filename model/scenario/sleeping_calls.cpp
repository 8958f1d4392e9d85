// Calls that sleep: who may act meanwhile, how they come back, and how a log shows that.

#include <algorithm>
#include <cerrno>

#include "model/scenario/statement_reader.h"
#include "netcore/names/calls.h"

namespace model::scenario {

using namespace netcore;

// Whether this line is the second half of a call that a log shows as <unfinished ...>.
bool StatementReader::completes(const CallStep& step)
{
    for (Sleeper& sleeper : m_symbols.sleepers()) {
        auto& earlier = std::get<CallStep>(m_scenario.steps[sleeper.step].what);
        // An actor makes one call at a time; its descriptor may have got another meaning meanwhile.
        const bool same
            = sleeper.actor ? sleeper.actor == m_step.actor : !m_step.actor && earlier.socket == step.socket;
        if (sleeper.unfinished && !sleeper.returns && same && earlier.call.id == step.call.id) {
            earlier.call = step.call;
            earlier.written = step.written;
            if (m_number && !earlier.opens.empty()) {
                m_symbols.define(std::to_string(*m_number), {earlier.opens.front(), sleeper.step});
            }
            m_step.what = ReturnStep {sleeper.step, step.expected};
            sleeper.returns = std::move(m_step);
            sleeper.returnedAt = m_time;
            return true;
        }
    }
    return false;
}

// Adds the return that was put off: from here on somebody relies on it.
void StatementReader::comeBack(std::size_t call)
{
    Step returns = std::move(*m_symbols.sleeperOf(call)->returns);
    const auto& errors = std::get<ReturnStep>(returns.what).expected.errors;
    if (std::ranges::find(errors, EINTR) != errors.end()) { // then somebody has cancelled it
        m_scenario.steps.push_back({returns.line, "cancel", returns.actor, CancelStep {call}});
    }
    m_scenario.steps.push_back(std::move(returns));
    m_symbols.wakeUp(call);
}

// Those that had returned when the next call began. (Without a time nothing is known of that.)
void StatementReader::comeBackBefore(std::optional<double> time)
{
    const auto sleepers = m_symbols.sleepers(); // a copy: comeBack() takes from it
    for (const Sleeper& sleeper : sleepers) {
        if (sleeper.returns && time && sleeper.returnedAt.value_or(0) <= *time) {
            comeBack(sleeper.step);
        }
    }
}

void StatementReader::comeBackFor(std::size_t actor)
{
    const auto sleepers = m_symbols.sleepers();
    for (const Sleeper& sleeper : sleepers) {
        if (sleeper.returns && sleeper.actor == actor) {
            comeBack(sleeper.step);
        }
    }
}

bool StatementReader::isAsleep(const Symbols::Entry& entry)
{
    const Sleeper* sleeper = m_symbols.sleeperOf(entry.step);
    if (sleeper != nullptr && sleeper->returns) {
        comeBack(entry.step);
        return false;
    }
    return sleeper != nullptr;
}

std::optional<Problem> StatementReader::finish()
{
    const auto sleepers = m_symbols.sleepers();
    for (const Sleeper& sleeper : sleepers) {
        if (sleeper.returns) {
            comeBack(sleeper.step);
        } else if (sleeper.incomplete) {
            return Problem {m_scenario.steps[sleeper.step].line, 1, Say::EndOfScenario, Say::ReturnLine};
        }
    }
    return std::nullopt;
}

bool StatementReader::isFree(TokenReader& tokens, const Token& first)
{
    const auto sleeper = std::ranges::find_if(m_symbols.sleepers(),
        [&](const Sleeper& one) { return m_step.actor && one.actor == m_step.actor && !one.cancelled; });
    if (sleeper == m_symbols.sleepers().end()) {
        return true;
    }
    const auto& call = std::get<CallStep>(m_scenario.steps[sleeper->step].what);
    Phrase expected(Say::AwakeActor,
        {m_scenario.actors[*m_step.actor], std::string(describe(call.call.id).name),
            std::to_string(m_scenario.steps[sleeper->step].line)});
    if (!call.name.empty()) {
        expected.say = Say::AwakeActorOr;
        expected.values.push_back(call.name);
    }
    return tokens.fail(first, expected);
}

std::optional<std::size_t> StatementReader::sleepingCall(TokenReader& tokens, const Token& name)
{
    const Symbols::Entry* entry = name.kind == Token::Kind::Word ? m_symbols.find(name.text) : nullptr;
    if (entry == nullptr || m_symbols.sleeperOf(entry->step) == nullptr) {
        tokens.fail(name, {Say::BlockingCall, {isName(name.text) ? name.text : "name"}});
        return std::nullopt;
    }
    return entry->step;
}

bool StatementReader::readReturns(TokenReader& tokens)
{
    const Token name = tokens.take();
    tokens.take();
    const auto call = sleepingCall(tokens, name);
    if (!call) {
        return false;
    }
    if (m_step.actor && m_step.actor != m_scenario.steps[*call].actor) {
        return tokens.fail(m_first, {Say::SameActor, {std::to_string(m_scenario.steps[*call].line)}});
    }
    m_step.actor = m_scenario.steps[*call].actor;
    ReturnStep step {*call, {}};
    m_call = std::get<CallStep>(m_scenario.steps[*call].what).call.id;
    if ((tokens.accept("=") && !readResult(tokens, step.expected)) || !atEnd(tokens)) {
        return false;
    }
    const auto& made = std::get<CallStep>(m_scenario.steps[*call].what);
    if (!made.opens.empty() && describe(made.call.id).opensSocket && step.expected.value.value_or(-1) >= 0) {
        m_symbols.define(std::to_string(*step.expected.value), {made.opens.front(), *call});
        step.expected.value.reset();
    }
    m_symbols.wakeUp(*call);
    return add(tokens, std::move(step));
}

bool StatementReader::readCancel(TokenReader& tokens)
{
    const Token name = tokens.take();
    const auto call = sleepingCall(tokens, name);
    if (!call || !atEnd(tokens)) {
        return false;
    }
    m_symbols.sleeperOf(*call)->cancelled = true;
    return add(tokens, CancelStep {*call});
}

}
