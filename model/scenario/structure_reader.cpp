#include "model/scenario/structure_reader.h"

#include <charconv>

#include "netcore/names/constants.h"
#include "netcore/names/option_text.h"
#include "netcore/names/options.h"

namespace model::scenario {

using namespace netcore;
using Kind = ParameterKind;

namespace {

bool isSocketName(const Token& token)
{
    return token.kind == Token::Kind::Word || token.kind == Token::Kind::Number;
}

// [a, b], or the name of the array in the signature.
std::optional<Structure> readPair(TokenReader& tokens)
{
    Structure structure;
    if (tokens.acceptWord("sv")) {
        return structure;
    }
    if (!tokens.need("[", Say::BracketAndNames)) {
        return std::nullopt;
    }
    do {
        const Token name = tokens.take();
        if (!isSocketName(name)) {
            tokens.fail(name, Say::NameForOneOfTwo);
            return std::nullopt;
        }
        structure.opened.push_back(name);
    } while (tokens.accept(","));
    return tokens.need("]") ? std::optional(std::move(structure)) : std::nullopt;
}

// NAME, 7, -1
bool readPolledSocket(TokenReader& tokens, Structure& structure, PollEntry& entry)
{
    if (tokens.accept("-")) {
        return tokens.take().text == "1" || tokens.fail(tokens.peek(), notation("-1"));
    }
    const Token name = tokens.take();
    structure.named.push_back(name);
    entry.socket = SocketId {static_cast<std::uint32_t>(structure.named.size())};
    return isSocketName(name) || tokens.fail(name, Say::NameOfSocket);
}

bool readEvents(TokenReader& tokens, std::int16_t& events)
{
    const auto value = readInteger(tokens);
    events = value ? static_cast<std::int16_t>(value->number) : events;
    return value.has_value();
}

bool readPollField(TokenReader& tokens, Structure& structure, PollEntry& entry)
{
    const Token name = tokens.take();
    if (!tokens.need("=", Say::EqualsBehindField)) {
        return false;
    }
    if (name.isWord("fd")) {
        return readPolledSocket(tokens, structure, entry);
    }
    std::int16_t ignored = 0; // revents: what came back last time
    return name.isWord("events") ? readEvents(tokens, entry.events)
        : name.isWord("revents") ? readEvents(tokens, ignored)
                                 : tokens.fail(name, oneOf({"fd", "events", "revents"}));
}

bool readPollEntry(TokenReader& tokens, Structure& structure, PollEntry& entry)
{
    if (!tokens.accept("{")) { // c POLLIN
        return readPolledSocket(tokens, structure, entry) && readEvents(tokens, entry.events);
    }
    do {
        if (!readPollField(tokens, structure, entry)) {
            return false;
        }
    } while (tokens.accept(","));
    return tokens.need("}", oneOf({"','", "'}'"}));
}

std::optional<Structure> readPollSet(TokenReader& tokens)
{
    Structure structure;
    PollDetails poll;
    if (!tokens.need("[", Say::BracketAndEntries)) {
        return std::nullopt;
    }
    while (!tokens.accept("]")) {
        PollEntry entry;
        const bool separated = poll.entries.empty() || tokens.need(",", oneOf({"','", "']'"}));
        if (!separated || !readPollEntry(tokens, structure, entry)) {
            return std::nullopt;
        }
        poll.entries.push_back(entry);
    }
    structure.details = std::move(poll);
    return structure;
}

std::optional<Structure> readHints(TokenReader& tokens)
{
    Structure structure;
    LookUpDetails lookUp;
    if (!tokens.acceptWord("NULL")) {
        lookUp.hasHints = true;
        if (!tokens.need("{", oneOf({"{ai_flags=..., ai_family=..., ai_socktype=...}", "NULL"}))) {
            return std::nullopt;
        }
        do {
            const Token name = tokens.take();
            int* const field = name.isWord("ai_flags") ? &lookUp.flags
                : name.isWord("ai_family")             ? &lookUp.family
                : name.isWord("ai_socktype")           ? &lookUp.type
                : name.isWord("ai_protocol")           ? &lookUp.protocol
                                                       : nullptr;
            if (field == nullptr) {
                tokens.fail(name, oneOf({"ai_flags", "ai_family", "ai_socktype", "ai_protocol"}));
                return std::nullopt;
            }
            const auto value = tokens.need("=") ? readInteger(tokens) : std::nullopt;
            if (!value) {
                return std::nullopt;
            }
            *field = static_cast<int>(value->number);
        } while (tokens.accept(","));
        if (!tokens.need("}", oneOf({"','", "'}'"}))) {
            return std::nullopt;
        }
    }
    structure.details = std::move(lookUp);
    return structure;
}

// What the table does not know may still be an int: [1], 1.
std::optional<std::vector<std::byte>> plainInt(std::string_view text)
{
    if (text.starts_with('[') && text.ends_with(']')) {
        text = text.substr(1, text.size() - 2);
    }
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc {} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    const auto bytes = std::as_bytes(std::span(&value, 1));
    return std::vector(bytes.begin(), bytes.end());
}

std::optional<Structure> readOption(TokenReader& tokens, Kind kind, const std::vector<Argument>& before)
{
    Structure structure;
    structure.details = OptionBytes {};
    structure.wantsAddress = !tokens.acceptWord("NULL");
    const bool isPlaceholder = tokens.peek().is("&") || tokens.peek().isWord("optval");
    if (!structure.wantsAddress) {
        return structure;
    }
    const Token first = tokens.peek();
    const std::string text = tokens.takeRaw();
    if (isPlaceholder) {
        return structure;
    }
    const int level = before.size() > 1 ? static_cast<int>(before[1].number) : 0;
    const int number = before.size() > 2 ? static_cast<int>(before[2].number) : 0;
    const auto read = parseOptionValue(level, number, text);
    const auto bytes = read.ok() ? std::optional(read.value()) : plainInt(text);
    if (!bytes) {
        tokens.fail(first.column + read.problem().column, inQuotes(text),
            {Say::OptionValue, {optionText(level, number)}});
        return std::nullopt;
    }
    if (kind == Kind::OptionOut) {
        structure.answered = *bytes;
    } else {
        structure.details = OptionBytes {*bytes, static_cast<std::uint32_t>(bytes->size())};
    }
    return structure;
}

std::optional<Structure> readByKind(TokenReader& tokens, Kind kind, const std::vector<Argument>& before)
{
    switch (kind) {
    case Kind::DescriptorPair:
        return readPair(tokens);
    case Kind::MessageIn:
    case Kind::MessageOut:
        return readMessage(tokens, kind == Kind::MessageOut);
    case Kind::PollSet:
        return readPollSet(tokens);
    case Kind::Hints:
        return readHints(tokens);
    case Kind::OptionIn:
    case Kind::OptionOut:
        return readOption(tokens, kind, before);
    default: // a list of addresses that a log shows: it may be another one this time
        tokens.takeRaw();
        return Structure();
    }
}

}

bool isStructure(Kind kind)
{
    switch (kind) {
    case Kind::DescriptorPair:
    case Kind::MessageIn:
    case Kind::MessageOut:
    case Kind::PollSet:
    case Kind::Hints:
    case Kind::AddressList:
    case Kind::OptionIn:
    case Kind::OptionOut:
        return true;
    default:
        return false;
    }
}

std::optional<Argument> readStructure(TokenReader& tokens, Kind kind, const std::vector<Argument>& before)
{
    Argument argument;
    argument.shape = Argument::Shape::Structure;
    argument.token = tokens.peek();
    argument.structure = readByKind(tokens, kind, before);
    return argument.structure ? std::optional(std::move(argument)) : std::nullopt;
}

}
