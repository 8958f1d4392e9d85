// What stands behind a call: its result, what came with it, and how long it took in a log.

#include <array>
#include <charconv>

#include "model/scenario/statement_reader.h"
#include "netcore/names/constants.h"

namespace model::scenario {

using namespace netcore;

namespace {

std::optional<double> secondsIn(std::string_view text)
{
    double seconds = 0;
    return std::from_chars(text.data(), text.data() + text.size(), seconds).ec == std::errc {}
        ? std::optional(seconds)
        : std::nullopt;
}

}

bool StatementReader::readTail(TokenReader& tokens, CallStep& step)
{
    if (tokens.acceptWord("blocks")) {
        step.blocks = true;
        return atEnd(tokens);
    }
    if (tokens.accept("=") && !readResult(tokens, step.expected)) {
        return false;
    }
    return atEnd(tokens);
}

bool StatementReader::readResult(TokenReader& tokens, Expected& expected)
{
    const auto value = readInteger(tokens);
    if (!value) {
        return false;
    }
    expected.value = value->number;
    if (value->number == -1) {
        return readErrors(tokens, expected);
    }
    if (value->number < 0 && m_call == CallId::Getaddrinfo) {
        return tokens.peek().kind != Token::Kind::Word || (tokens.take(), true); // = -2 EAI_NONAME
    }
    if (value->number < 0) {
        return tokens.fail(value->token, Say::Result);
    }
    if (tokens.peek().kind == Token::Kind::String) {
        const Token data = tokens.take();
        expected.data = data.text;
        expected.dataGoesOn = data.cut;
    }
    return readResultNote(tokens, expected);
}

// MSG_TRUNC, msg_flags that came back; ([{fd=c, revents=POLLIN}]); (flags O_RDWR).
bool StatementReader::readResultNote(TokenReader& tokens, Expected& expected)
{
    if (tokens.peek().kind == Token::Kind::Word && tokens.peek().text.starts_with("MSG_")) {
        const auto flags = readInteger(tokens);
        expected.messageFlags = flags ? std::optional(static_cast<int>(flags->number)) : std::nullopt;
    }
    if (tokens.problem() || !tokens.accept("(")) {
        return !tokens.problem();
    }
    if (m_call == CallId::Poll && tokens.peek().is("[")) {
        return readReady(tokens, expected.ready.emplace()) && tokens.need(")");
    }
    while (!tokens.atEnd() && !tokens.accept(")")) {
        tokens.take();
    }
    return true;
}

bool StatementReader::readReady(TokenReader& tokens, std::vector<std::pair<Slot, int>>& ready)
{
    const Phrase wanted = notation("{fd=name, revents=POLLIN}");
    tokens.take();
    while (!tokens.accept("]")) {
        const bool separated = ready.empty() || tokens.need(",", oneOf({"','", "']'"}));
        const bool named
            = separated && tokens.need("{", wanted) && tokens.acceptWord("fd") && tokens.need("=");
        const Token name = tokens.take();
        std::optional<Slot> slot;
        const bool good = named && resolveSocket(tokens, name, name.text, slot) && tokens.need(",")
            && tokens.acceptWord("revents") && tokens.need("=");
        const auto events = good ? readInteger(tokens) : std::nullopt;
        if (!events || !tokens.need("}")) {
            return tokens.fail(name, wanted);
        }
        ready.emplace_back(*slot, static_cast<int>(events->number));
    }
    return true;
}

bool StatementReader::readErrors(TokenReader& tokens, Expected& expected)
{
    expected.data.reset();
    if (tokens.peek().kind != Token::Kind::Word) {
        return true; // any
    }
    do {
        const Token word = tokens.take();
        const auto error = word.kind == Token::Kind::Word ? valueOf(errnos(), word.text) : std::nullopt;
        if (!error) {
            return tokens.fail(word, Say::Errno);
        }
        expected.errors.push_back(static_cast<int>(*error));
    } while (tokens.acceptWord("or"));
    if (tokens.accept("(")) { // strace adds the message: (Broken pipe)
        while (!tokens.atEnd() && !tokens.accept(")")) {
            tokens.take();
        }
    }
    return true;
}

// <12 us>, <0.000012>: how long it took, in a log.
void StatementReader::readTook(TokenReader& tokens)
{
    constexpr std::array kUnits {std::pair {"ns", 1e-9}, std::pair {"us", 1e-6}, std::pair {"\u00b5s", 1e-6},
        std::pair {"ms", 1e-3}, std::pair {"s", 1.0}};
    m_took = secondsIn(tokens.take().text);
    for (const auto& [name, length] : kUnits) {
        m_took = m_took && tokens.peek().isWord(name) ? *m_took * length : m_took;
    }
    while (!tokens.atEnd() && !tokens.accept(">")) {
        tokens.take();
    }
}

bool StatementReader::atEnd(TokenReader& tokens)
{
    if (tokens.accept("<")) {
        readTook(tokens);
    }
    return tokens.atEnd() || tokens.fail(tokens.peek(), Say::EndOfLine);
}

}
