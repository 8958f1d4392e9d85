// Addresses in the forms of a log: readSockaddr(), readSockaddrBytes(), addressFrom().

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cstring>
#include <map>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "model/scenario/arguments.h"
#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"

namespace model::scenario {

using namespace netcore;

namespace {

// What should have been written: in the order of AddressProblem::Reason.
Phrase expectedFor(AddressProblem::Reason reason)
{
    constexpr auto kFirst = static_cast<std::size_t>(Say::Address);
    static_assert(kFirst + static_cast<std::size_t>(AddressProblem::Reason::NulInPath)
        == static_cast<std::size_t>(Say::PathWithoutNul));
    return static_cast<Say>(kFirst + static_cast<std::size_t>(reason));
}

// The fields of {name=value, ...}: numbers as they are, strings as bytes, inet_pton() under its own name.
struct Fields {
    std::map<std::string, std::string, std::less<>> texts;
    std::map<std::string, std::int64_t, std::less<>> numbers;
    bool abstract = false;

    std::int64_t number(std::string_view name) const
    {
        const auto found = numbers.find(name);
        return found == numbers.end() ? 0 : found->second;
    }
    std::string text(std::string_view name) const
    {
        const auto found = texts.find(name);
        return found == texts.end() ? std::string() : found->second;
    }
};

// htons(80), inet_addr("127.0.0.1"), if_nametoindex("lo"), or a plain value.
bool readFieldValue(TokenReader& tokens, Fields& fields, const std::string& name)
{
    const bool isCall = tokens.peek().kind == Token::Kind::Word && tokens.peek(1).is("(");
    if (isCall) {
        tokens.take();
        tokens.take();
    }
    fields.abstract |= tokens.accept("@");
    if (tokens.peek().kind == Token::Kind::String) {
        fields.texts[name] = tokens.take().text;
    } else if (const auto value = readInteger(tokens)) {
        fields.numbers[name] = value->number;
    }
    return !tokens.problem() && (!isCall || tokens.need(")"));
}

// inet_pton(AF_INET6, "::1", &sin6_addr) is the one field without a name.
bool readInetPton(TokenReader& tokens, Fields& fields)
{
    tokens.take();
    if (!tokens.need("(") || !readInteger(tokens) || !tokens.need(",")) {
        return false;
    }
    const Token host = tokens.take();
    fields.texts["inet_pton"] = host.text;
    return host.kind == Token::Kind::String ? tokens.need(",") && tokens.need("&", notation("&sin6_addr"))
            && tokens.take().kind == Token::Kind::Word && tokens.need(")")
                                            : tokens.fail(host, Say::Ipv6Host);
}

bool readField(TokenReader& tokens, Fields& fields)
{
    const Token name = tokens.peek();
    if (name.kind != Token::Kind::Word) {
        return tokens.fail(name, Say::SockaddrField);
    }
    if (name.text == "inet_pton") {
        return readInetPton(tokens, fields);
    }
    tokens.take();
    return tokens.need("=", Say::EqualsBehindField) && readFieldValue(tokens, fields, name.text);
}

Address ipv4From(const Fields& fields)
{
    in_addr host {};
    ::inet_pton(AF_INET, fields.text("sin_addr").c_str(), &host);
    return Address::ipv4(ntohl(host.s_addr), static_cast<std::uint16_t>(fields.number("sin_port")));
}

Address ipv6From(const Fields& fields)
{
    std::array<std::uint8_t, 16> host {};
    ::inet_pton(AF_INET6, fields.text("inet_pton").c_str(), host.data());
    const std::string zone = fields.text("sin6_scope_id");
    const std::uint32_t scope = zone.empty() ? static_cast<std::uint32_t>(fields.number("sin6_scope_id"))
                                             : ::if_nametoindex(zone.c_str());
    return Address::ipv6(host, static_cast<std::uint16_t>(fields.number("sin6_port")), scope);
}

Address unixFrom(const Fields& fields)
{
    if (!fields.texts.contains("sun_path")) {
        return Address::unixUnnamed();
    }
    const std::string name = fields.text("sun_path");
    return fields.abstract ? Address::unixAbstract(name) : Address::unixPath(name);
}

Address addressOf(const Fields& fields)
{
    const auto family = static_cast<sa_family_t>(fields.number("sa_family"));
    if (family == AF_INET && fields.texts.contains("sin_addr")) {
        return ipv4From(fields);
    }
    if (family == AF_INET6 && fields.texts.contains("inet_pton")) {
        return ipv6From(fields);
    }
    if (family == AF_UNIX) {
        return unixFrom(fields);
    }
    const std::string data = fields.text("sa_data");
    std::vector<std::byte> bytes(sizeof family + data.size());
    std::memcpy(bytes.data(), &family, sizeof family);
    std::memcpy(bytes.data() + sizeof family, data.data(), data.size());
    return Address::fromBytes(bytes);
}

}

std::optional<Address> readSockaddr(TokenReader& tokens)
{
    tokens.take();
    if (tokens.accept("}")) {
        return Address();
    }
    if (tokens.peek(1).is(",")) { // the short form: {AF_INET, 127.0.0.1:80}
        const Token family = tokens.take();
        tokens.take();
        if (tokens.accept("(")) { // {AF_UNIX, (unnamed)}
            const bool good = tokens.acceptWord("unnamed") && tokens.accept(")") && tokens.accept("}");
            return good || tokens.fail(family, notation("{AF_UNIX, (unnamed)}"))
                ? std::optional(Address::unixUnnamed())
                : std::nullopt;
        }
        const auto argument = readArgument(tokens);
        const bool good = argument && argument->shape == Argument::Shape::Address;
        if (!good) {
            tokens.fail(family, notation("{family, address}"));
        }
        return good && tokens.need("}") ? std::optional(argument->address) : std::nullopt;
    }
    Fields fields;
    do {
        if (!readField(tokens, fields)) {
            return std::nullopt;
        }
    } while (tokens.accept(","));
    return tokens.need("}", oneOf({"','", "'}'"})) ? std::optional(addressOf(fields)) : std::nullopt;
}

std::optional<Address> readSockaddrBytes(TokenReader& tokens)
{
    tokens.take();
    std::vector<std::byte> bytes;
    while (!tokens.accept("}")) {
        const Token token = tokens.take();
        unsigned value = 0;
        const char* const end = token.text.data() + token.text.size();
        const bool isByte
            = token.text.size() == 2 && std::from_chars(token.text.data(), end, value, 16).ptr == end;
        if (!isByte || bytes.size() == sizeof(sockaddr_storage)) {
            tokens.fail(token, isByte ? Say::SockaddrEnd : Say::SockaddrBytes);
            return std::nullopt;
        }
        bytes.push_back(static_cast<std::byte>(value));
    }
    return Address::fromBytes(bytes);
}

Outcome<Address, Phrase> addressFrom(std::string_view text)
{
    const auto address = parseAddress(text);
    if (address.ok()) {
        return address.value();
    }
    return expectedFor(address.problem().reason);
}

}
