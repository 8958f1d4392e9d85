#include "model/scenario/statement_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fcntl.h>
#include <limits>

#include "model/scenario/structure_reader.h"
#include "netcore/names/constants.h"

namespace model::scenario {

using namespace netcore;

namespace {

std::string callNames()
{
    std::string text;
    for (const CallDescription& call : allCalls()) {
        text += (text.empty() ? "" : ", ") + std::string(call.name);
    }
    return text;
}

std::optional<double> secondsIn(std::string_view text)
{
    double seconds = 0;
    return std::from_chars(text.data(), text.data() + text.size(), seconds).ec == std::errc {}
        ? std::optional(seconds)
        : std::nullopt;
}

// `known`: the names of all that are open.
Phrase openedSocket(const Token& instead, const std::string& known)
{
    const bool mayBeNone = instead.kind == Token::Kind::Number;
    if (known.empty()) {
        return mayBeNone ? Say::OpenedSocketOrNone : Say::OpenedSocket;
    }
    return {mayBeNone ? Say::OpenedSocketOfOrNone : Say::OpenedSocketOf, {known}};
}

std::int64_t bytesOfCall(const Call& call)
{
    const auto size = parameterOf(describe(call.id), ParameterKind::Size);
    return size ? std::max<std::int64_t>(call.arguments[*size], static_cast<std::int64_t>(call.data.size()))
                : 0;
}

}

bool StatementReader::read(TokenReader& tokens, std::size_t line, std::string_view text)
{
    m_step = {};
    m_step.line = line;
    m_step.text = std::string(text);
    m_number.reset();
    m_unfinished = false;
    m_incomplete = false;
    m_opened.clear();
    m_time.reset();
    m_took.reset();
    if (tokens.peek().kind == Token::Kind::Number && tokens.peek().text.find('.') != std::string::npos) {
        m_time = secondsIn(tokens.take().text); // in a line of a log
    }
    if (!readActor(tokens)) {
        return false;
    }
    m_first = tokens.peek();
    if (m_step.actor) {
        comeBackFor(*m_step.actor);
    }
    if (m_first.kind == Token::Kind::Word && tokens.peek(1).isWord("returns")) {
        return readReturns(tokens);
    }
    using Read = bool (StatementReader::*)(TokenReader&);
    struct Keyword {
        std::string_view word;
        Read read;
    };
    constexpr std::array kKeywords {Keyword {"cancel", &StatementReader::readCancel},
        Keyword {"expect", &StatementReader::readExpect}, Keyword {"wait", &StatementReader::readWait},
        Keyword {"predict", &StatementReader::readPredict}};
    for (const Keyword& keyword : kKeywords) {
        if (tokens.acceptWord(keyword.word)) {
            return (this->*keyword.read)(tokens);
        }
    }
    return readCall(tokens);
}

bool StatementReader::readActor(TokenReader& tokens)
{
    if (tokens.peek().kind != Token::Kind::Word || !tokens.peek(1).is(":")) {
        return true;
    }
    const Token name = tokens.take();
    tokens.take();
    const auto found = std::ranges::find(m_scenario.actors, name.text);
    m_step.actor = static_cast<std::size_t>(found - m_scenario.actors.begin());
    if (found != m_scenario.actors.end()) {
        return true;
    }
    if (m_actorsAreDeclared || !isName(name.text)) {
        return tokens.fail(name, {Say::Actor, {name.text}});
    }
    m_scenario.actors.push_back(name.text); // a log declares nobody
    return true;
}

bool StatementReader::readArguments(
    TokenReader& tokens, CallId call, std::vector<Argument>& arguments, bool& unfinished)
{
    if (!tokens.need("(", Say::BracketAndArguments)) {
        return false;
    }
    while (!tokens.accept(")")) {
        const bool separated = arguments.empty() || tokens.accept(",");
        if (tokens.peek().is("<") && tokens.peek(1).isWord("unfinished")) {
            unfinished = true;
            while (!tokens.atEnd()) {
                tokens.take();
            }
            return true;
        }
        if (!separated) {
            return tokens.fail(tokens.peek(), oneOf({"','", "')'"}));
        }
        const auto& parameters = describe(call).parameters;
        const bool structured
            = arguments.size() < parameters.size() && isStructure(parameters[arguments.size()].kind);
        const auto argument = structured ? readStructure(tokens, parameters[arguments.size()].kind, arguments)
                                         : readArgument(tokens);
        if (!argument) {
            return false;
        }
        arguments.push_back(*argument);
    }
    return true;
}

bool StatementReader::readCall(TokenReader& tokens)
{
    CallStep step;
    const Token first = tokens.peek();
    if (first.kind == Token::Kind::Word && tokens.peek(1).is("=")) {
        step.name = first.text;
        tokens.take();
        tokens.take();
        if (!isName(step.name)) {
            return tokens.fail(first, Say::Name);
        }
        if (const auto* entry = m_symbols.find(step.name); entry != nullptr && isAsleep(*entry)) {
            return tokens.fail(first, Say::NameAsleep);
        }
    }
    const Token word = tokens.peek();
    const auto id = word.kind == Token::Kind::Word ? callNamed(word.text) : std::nullopt;
    if (!id) {
        return tokens.fail(word,
            step.name.empty() && !tokens.peek(1).is("(") ? Phrase(Say::Step)
                                                         : Phrase(Say::Call, {callNames()}));
    }
    tokens.take();
    std::vector<Argument> arguments;
    if (!readArguments(tokens, *id, arguments, m_unfinished)) {
        return false;
    }
    m_call = *id;
    const auto filled = fillCall(tokens, *id, arguments, m_unfinished);
    step.blocks = m_unfinished;
    m_incomplete = filled && filled->sizeIsMissing;
    const bool good = filled && resolve(tokens, *filled, step) && (m_unfinished || readTail(tokens, step));
    return good ? addCall(tokens, first, std::move(step)) : false;
}

bool StatementReader::resolve(TokenReader& tokens, const FilledCall& filled, CallStep& step)
{
    step.call = filled.call;
    step.lengthFollowsAddress = filled.lengthFollowsAddress;
    step.written = filled.written;
    step.expected.data = filled.receivedData;
    step.expected.dataGoesOn = filled.receivedDataGoesOn;
    if (filled.descriptor) {
        const Argument& written = *filled.descriptor;
        const bool isNumber = written.shape == Argument::Shape::Number;
        const std::string name = isNumber ? std::to_string(written.number) : written.token.text;
        if (!(isNumber && written.number == -1) && !resolveSocket(tokens, written.token, name, step.socket)) {
            return false;
        }
    }
    if (filled.addressOf) {
        std::optional<Slot> slot;
        if (!resolveSocket(tokens, filled.addressOf->token, filled.addressOf->name, slot)) {
            return false;
        }
        step.address = AddressOf {filled.addressOf->which, *slot};
    }
    step.expected.answered = filled.answered;
    return !filled.structure || resolveStructure(tokens, *filled.structure, step);
}

bool StatementReader::resolveStructure(TokenReader& tokens, const Structure& structure, CallStep& step)
{
    for (const Token& name : structure.named) {
        std::optional<Slot> slot;
        if (!resolveSocket(tokens, name, name.text, slot)) {
            return false;
        }
        step.mentioned.push_back(*slot);
    }
    m_opened = structure.opened;
    step.expected.option = structure.answered;
    return true;
}

bool StatementReader::resolveSocket(
    TokenReader& tokens, const Token& token, std::string_view name, std::optional<Slot>& slot)
{
    const Symbols::Entry* entry = m_symbols.find(name);
    if (entry == nullptr || !entry->socket) {
        return tokens.fail(token.column, inQuotes(name), openedSocket(token, m_symbols.known(true)));
    }
    if (isAsleep(*entry)) {
        return tokens.fail(token.column, inQuotes(name), {Say::ReturnsBefore, {std::string(name)}});
    }
    slot = entry->socket;
    return true;
}

bool StatementReader::addCall(TokenReader& tokens, const Token& first, CallStep step)
{
    const bool opens = describe(step.call.id).opensSocket
        || (step.call.id == CallId::Fcntl
            && (step.call.arguments[1] == F_DUPFD || step.call.arguments[1] == F_DUPFD_CLOEXEC));
    if (opens && step.expected.value.value_or(-1) >= 0) {
        m_number = step.expected.value; // a name for it, no promise: the kernel gives other numbers next time
        step.expected.value.reset();
    }
    if (!m_unfinished && completes(step)) {
        return true;
    }
    if (!isFree(tokens, first)) {
        return false;
    }
    comeBackBefore(m_time && m_took ? std::optional(*m_time - *m_took) : std::nullopt);
    m_bytes += bytesOfCall(step.call);
    if (m_bytes > kMostBytes) {
        return tokens.fail(first, {Say::BytesInAll, {std::to_string(kMostBytes)}});
    }
    const std::size_t index = m_scenario.steps.size();
    Symbols::Entry entry {std::nullopt, index};
    if (opens) {
        if (m_scenario.sockets.size() == kMostSockets) {
            return tokens.fail(first, {Say::Sockets, {std::to_string(kMostSockets)}});
        }
        entry.socket = m_scenario.sockets.size();
        step.opens.push_back(*entry.socket);
        m_scenario.sockets.push_back(!step.name.empty() ? step.name
                : m_number                              ? std::to_string(*m_number)
                                                        : m_step.text);
    }
    for (const Token& opened : m_opened) {
        if (opened.kind == Token::Kind::Word && !isName(opened.text)) {
            return tokens.fail(opened, Say::Name);
        }
        step.opens.push_back(m_scenario.sockets.size());
        m_symbols.define(opened.text, {m_scenario.sockets.size(), index});
        m_scenario.sockets.push_back(opened.text);
    }
    if (!step.name.empty()) {
        m_symbols.define(step.name, entry);
    }
    if (m_number) {
        m_symbols.define(std::to_string(*m_number), entry);
    }
    if (step.blocks) {
        m_symbols.sleepers().push_back({index, m_step.actor, false, m_unfinished, m_incomplete, {}, {}});
    }
    const bool added = add(tokens, std::move(step));
    comeBackBefore(std::numeric_limits<double>::infinity()); // whatever woke them has been said
    return added;
}

bool StatementReader::add(TokenReader& tokens, decltype(Step::what) what)
{
    if (m_scenario.steps.size() == kMostSteps) {
        return tokens.fail(m_first, {Say::Steps, {std::to_string(kMostSteps)}});
    }
    m_step.what = std::move(what);
    m_scenario.steps.push_back(std::move(m_step));
    return true;
}

}
