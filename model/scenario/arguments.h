// What stands between the brackets of a call, first as it is written (one Argument each), then as the call
// needs it: each goes to the next parameter that it fits; lengths and what has a default may be left out.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "model/scenario/lexer.h"
#include "model/scenario/scenario.h"
#include "netcore/events/call_details.h"
#include "netcore/names/calls.h"

namespace model::scenario {

// A line's tokens, read from left to right. The first problem is kept; nothing is read after it.
class TokenReader {
public:
    TokenReader(std::vector<Token> tokens, std::size_t line, std::string text)
        : m_tokens(std::move(tokens)), m_line(line), m_text(std::move(text))
    {
    }

    const Token& peek(std::size_t ahead = 0) const
    {
        return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
    }
    Token take() { return m_tokens[m_at < m_tokens.size() - 1 ? m_at++ : m_at]; }
    bool accept(std::string_view sign) { return peek().is(sign) && (take(), true); }
    bool acceptWord(std::string_view word) { return peek().isWord(word) && (take(), true); }
    bool need(std::string_view sign) { return need(sign, inQuotes(sign)); }
    bool need(std::string_view sign, const Phrase& instead) { return accept(sign) || fail(peek(), instead); }
    // Takes what comes up to the ',' or bracket that ends it, whatever is in its own brackets; as written.
    std::string takeRaw();
    bool atEnd() const { return peek().kind == Token::Kind::End; }

    // Always false.
    bool fail(const Token& found, const Phrase& expected)
    {
        return fail(found.column, describe(found), expected);
    }
    bool fail(std::size_t column, const Phrase& found, const Phrase& expected);
    const std::optional<Problem>& problem() const { return m_problem; }

private:
    std::vector<Token> m_tokens;
    std::size_t m_line;
    std::string m_text;
    std::size_t m_at = 0;
    std::optional<Problem> m_problem;
};

// What is written for a struct msghdr, an array of struct pollfd, an option's value ...
struct Structure {
    netcore::CallDetails details; // a SocketId in it is the place, from 1, of a name in `named`
    std::vector<Token> named; // sockets that are there
    std::vector<Token> opened; // names for those that the call opens
    std::optional<netcore::Address> address; // msg_name
    std::optional<std::pair<Token, std::string>> addressOf; // msg_name=addr(name)
    bool wantsAddress = true;
    std::string data; // of all buffers
    bool dataGoesOn = false;
    bool hasData = false;
    std::optional<std::vector<std::byte>> answered; // an option's value that a log shows
};

struct Argument {
    enum class Shape : std::uint8_t {
        Name, // listener
        Number, // 5, -1, 0x10
        Constant, // AF_INET, MSG_PEEK|MSG_DONTWAIT|0x100
        Text, // "hello"
        Address, // 127.0.0.1:80, {sa_family=AF_INET, ...}, sockaddr{02 00 13 88}
        AddressOf, // addr(listener), from(server)
        Null,
        Room, // [128], [128 => 16]
        Placeholder, // buf, &addr: filled in by the kernel
        Structure, // struct msghdr and its like: structure_reader.h
    };
    Shape shape = Shape::Name;
    Token token; // where it begins, and the text of a name or a string
    std::int64_t number = 0;
    netcore::Address address;
    AddressOf::Which which = AddressOf::Which::Local;
    std::string name; // in addr(name)
    std::optional<Structure> structure;
};

// The value of a constant of any table: a wrong one in the wrong place must be expressible too.
std::optional<std::int64_t> constantNamed(std::string_view name);
// Of C: 12, 0x1f, 0777.
std::optional<std::int64_t> parseNumber(std::string_view text);
// "12", "-1", "SOCK_STREAM|SOCK_NONBLOCK", 0x10. Sets the problem where it is none.
std::optional<Argument> readInteger(TokenReader& tokens);
std::optional<Argument> readArgument(TokenReader& tokens);
// {sa_family=AF_INET, sin_port=htons(80), ...} or sockaddr{02 00}, from the bracket on.
std::optional<netcore::Address> readSockaddr(TokenReader& tokens);
std::optional<netcore::Address> readSockaddrBytes(TokenReader& tokens);
// 127.0.0.1:80, or what should have been written.
netcore::Outcome<netcore::Address, Phrase> addressFrom(std::string_view text);

// What the arguments say beyond the call itself.
struct FilledCall {
    netcore::Call call;
    std::optional<Argument> descriptor;
    std::optional<Argument> addressOf;
    bool lengthFollowsAddress = true;
    bool lengthIsGiven = true; // of an option's value
    std::optional<std::string> node; // of getaddrinfo()
    std::optional<std::string> service;
    std::optional<netcore::Address> written;
    std::optional<Structure> structure;
    std::optional<std::int64_t> answered; // ioctl(7, FIONREAD, [5])
    std::optional<std::string> receivedData; // recv(9, "he", 2, 0): the log's form
    bool receivedDataGoesOn = false;
    bool sizeIsMissing = false;
};
// `unfinished`: the log's form of a call that is asleep; its last arguments are not known yet.
std::optional<FilledCall> fillCall(
    TokenReader& tokens, netcore::CallId id, const std::vector<Argument>& arguments, bool unfinished);

}
