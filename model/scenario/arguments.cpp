#include "model/scenario/arguments.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fcntl.h>
#include <sys/socket.h>

#include "netcore/names/constants.h"
#include "netcore/names/options.h"

namespace model::scenario {

using namespace netcore;
using Shape = Argument::Shape;

namespace {

constexpr std::array kOtherConstants {NamedValue {SOMAXCONN, "SOMAXCONN"}, NamedValue {O_RDONLY, "O_RDONLY"},
    NamedValue {FD_CLOEXEC, "FD_CLOEXEC"}};
std::optional<std::int64_t> oneInteger(TokenReader& tokens)
{
    const bool negative = tokens.accept("-");
    const Token token = tokens.peek();
    std::optional<std::int64_t> value;
    if (token.kind == Token::Kind::Number) {
        value = parseNumber(token.text);
    } else if (token.kind == Token::Kind::Word && !negative) {
        value = constantNamed(token.text);
    }
    constexpr std::int64_t kMost = std::int64_t {1} << 40;
    if (!value || *value > kMost) {
        tokens.fail(token, Say::NumberOrConstant);
        return std::nullopt;
    }
    tokens.take();
    return negative ? -*value : *value;
}

std::optional<Argument> argumentOf(Shape shape, const Token& token)
{
    Argument argument;
    argument.shape = shape;
    argument.token = token;
    return argument;
}

std::optional<Argument> withAddress(const Token& token, std::optional<Address> address)
{
    if (!address) {
        return std::nullopt;
    }
    auto argument = argumentOf(Shape::Address, token);
    argument->address = *address;
    return argument;
}

std::optional<Argument> readAddressOf(TokenReader& tokens)
{
    auto argument = argumentOf(Shape::AddressOf, tokens.take());
    argument->which = argument->token.text == "addr" ? AddressOf::Which::Local : AddressOf::Which::Sender;
    tokens.take();
    const Token name = tokens.take();
    if (name.kind != Token::Kind::Word && name.kind != Token::Kind::Number) {
        tokens.fail(name, Say::NameOfSocket);
        return std::nullopt;
    }
    argument->name = name.text;
    return tokens.need(")", Say::BracketBehindName) ? argument : std::nullopt;
}

std::optional<Argument> readBareAddress(TokenReader& tokens)
{
    const Token token = tokens.take();
    const auto address = addressFrom(token.text);
    if (!address.ok()) {
        tokens.fail(token, address.problem());
        return std::nullopt;
    }
    return withAddress(token, address.value());
}

// [128], [128 => 16]
std::optional<Argument> readRoom(TokenReader& tokens)
{
    auto argument = argumentOf(Shape::Room, tokens.take());
    const auto room = oneInteger(tokens);
    if (!room || (tokens.accept("=>") && !oneInteger(tokens))
        || !tokens.need("]", Say::BracketBehindLength)) {
        return std::nullopt;
    }
    argument->number = *room;
    return argument;
}

std::optional<Argument> readWord(TokenReader& tokens)
{
    const Token word = tokens.peek();
    const bool bracketFollows = tokens.peek(1).is("(");
    if ((word.text == "addr" || word.text == "from") && bracketFollows) {
        return readAddressOf(tokens);
    }
    if (word.text == "sockaddr" && tokens.peek(1).is("{")) {
        tokens.take();
        return withAddress(word, readSockaddrBytes(tokens));
    }
    if (constantNamed(word.text)) {
        return readInteger(tokens);
    }
    tokens.take();
    return argumentOf(word.text == "NULL" ? Shape::Null
            : word.text == "buf"          ? Shape::Placeholder
                                          : Shape::Name,
        word);
}

}

bool TokenReader::fail(std::size_t column, const Phrase& found, const Phrase& expected)
{
    if (!m_problem) {
        m_problem = Problem {m_line, column, found, expected};
    }
    return false;
}

std::string TokenReader::takeRaw()
{
    const std::size_t begin = peek().begin;
    std::size_t end = begin;
    std::size_t depth = 0;
    while (!atEnd()) {
        const bool opens = peek().is("(") || peek().is("[") || peek().is("{");
        const bool closes = peek().is(")") || peek().is("]") || peek().is("}");
        if (depth == 0 && (closes || peek().is(","))) {
            break;
        }
        depth = opens ? depth + 1 : closes ? depth - 1 : depth;
        end = take().end;
    }
    return m_text.substr(begin, end - begin);
}

std::optional<std::int64_t> constantNamed(std::string_view name)
{
    const std::string family = name.starts_with("PF_") ? "AF_" + std::string(name.substr(3)) : std::string();
    const std::array tables {addressFamilies(), socketTypes(), socketTypeFlags(), internetProtocols(),
        messageFlags(), shutdownDirections(), NameTable(kOtherConstants), optionLevels(), pollEvents(),
        fileCommands(), fileFlags(), controlRequests(), lookUpFlags()};
    for (const NameTable& table : tables) {
        if (const auto value = valueOf(table, family.empty() ? name : std::string_view(family))) {
            return value;
        }
    }
    const OptionDescription* option = optionNamed(name);
    return option == nullptr ? std::nullopt : std::optional<std::int64_t>(option->number);
}

std::optional<std::int64_t> parseNumber(std::string_view text)
{
    const bool hex = text.starts_with("0x") || text.starts_with("0X");
    const bool octal = !hex && text.size() > 1 && text.front() == '0';
    const std::string_view digits = hex ? text.substr(2) : text;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value,
        hex         ? 16
            : octal ? 8
                    : 10);
    const bool whole = error == std::errc {} && end == digits.data() + digits.size();
    return whole ? std::optional(value) : std::nullopt;
}

std::optional<Argument> readInteger(TokenReader& tokens)
{
    auto argument = argumentOf(Shape::Number, tokens.peek());
    do {
        argument->shape = tokens.peek().kind == Token::Kind::Word ? Shape::Constant : argument->shape;
        const auto value = oneInteger(tokens);
        if (!value) {
            return std::nullopt;
        }
        argument->number |= *value;
    } while (tokens.accept("|"));
    return argument;
}

std::optional<Argument> readArgument(TokenReader& tokens)
{
    const Token token = tokens.peek();
    switch (token.kind) {
    case Token::Kind::String:
        tokens.take();
        return argumentOf(Shape::Text, token);
    case Token::Kind::Address:
        return readBareAddress(tokens);
    case Token::Kind::Number:
        return readInteger(tokens);
    case Token::Kind::Word:
        return readWord(tokens);
    default:
        break;
    }
    if (token.is("{")) {
        return withAddress(token, readSockaddr(tokens));
    }
    if (token.is("[")) {
        return readRoom(tokens);
    }
    if (token.is("-")) {
        return readInteger(tokens);
    }
    if (tokens.accept("&") && tokens.peek().kind == Token::Kind::Word) {
        tokens.take();
        return argumentOf(Shape::Placeholder, token);
    }
    tokens.fail(tokens.peek(), Say::Argument);
    return std::nullopt;
}

}
