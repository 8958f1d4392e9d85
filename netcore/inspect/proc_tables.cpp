// The socket tables of /proc as text, for systems that deny netlink.

#include <charconv>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sstream>
#include <string>
#include <vector>

#include "netcore/inspect/socket_tables.h"

namespace netcore {

namespace {

constexpr unsigned kListens = 0x10000; // __SO_ACCEPTCON in the flags of /proc/net/unix

template<typename Number> bool readNumber(std::string_view text, Number& number, int base)
{
    const auto result = std::from_chars(text.begin(), text.end(), number, base);
    return result.ec == std::errc {} && result.ptr == text.end();
}

std::vector<std::string> wordsIn(const std::string& line)
{
    std::istringstream stream(line);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(std::move(word));
    }
    return words;
}

// "0100007F:1F90": each group of eight digits is a number in the byte order of the machine.
bool readAddress(std::string_view text, Address& address)
{
    const std::size_t colon = text.find(':');
    std::uint16_t port = 0;
    if (colon == std::string_view::npos || (colon != 8 && colon != 32)
        || !readNumber(text.substr(colon + 1), port, 16)) {
        return false;
    }
    std::array<std::uint8_t, 16> bytes {};
    for (std::size_t group = 0; group < colon / 8; ++group) {
        std::uint32_t number = 0;
        if (!readNumber(text.substr(group * 8, 8), number, 16)) {
            return false;
        }
        std::memcpy(bytes.data() + group * 4, &number, sizeof number);
    }
    std::uint32_t ip = 0;
    std::memcpy(&ip, bytes.data(), sizeof ip);
    address = colon == 8 ? Address::ipv4(ntohl(ip), port) : Address::ipv6(bytes, port);
    return true;
}

}

// sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode ...
void readInternetTable(std::istream& table, int protocol, const TakeHolder& take)
{
    for (std::string line; std::getline(table, line);) {
        const auto words = wordsIn(line);
        Holder holder;
        if (words.size() < 10 || !readAddress(words[1], holder.local) || !readAddress(words[2], holder.remote)
            || !readNumber(words[3], holder.state, 16) || !readNumber(words[7], holder.user, 10)
            || !readNumber(words[9], holder.inode, 10)) {
            continue;
        }
        if (holder.remote.port() == 0) {
            holder.remote = {};
        }
        holder.type = protocol == IPPROTO_TCP ? SOCK_STREAM : SOCK_DGRAM;
        take(std::move(holder));
    }
}

// Num RefCount Protocol Flags Type St Inode Path: the path is the rest of the line, "@" for NUL.
void readUnixTable(std::istream& table, const TakeUnixSocket& take)
{
    for (std::string line; std::getline(table, line);) {
        const auto words = wordsIn(line);
        UnixSocket socket;
        unsigned flags = 0;
        if (words.size() < 7 || !readNumber(words[3], flags, 16)
            || !readNumber(words[4], socket.holder.type, 16)
            || !readNumber(words[6], socket.holder.inode, 10)) {
            continue;
        }
        const bool listens = (flags & kListens) != 0;
        socket.holder.state = listens ? TCP_LISTEN : words[5] == "03" ? TCP_ESTABLISHED : TCP_CLOSE;
        if (words.size() > 7) {
            const std::size_t start
                = line.find(words[7], line.find(' ' + words[6] + ' ') + words[6].size() + 2);
            const std::string_view name = std::string_view(line).substr(std::min(start, line.size()));
            const bool fits = name.size() <= kLongestUnixName;
            socket.holder.local = !fits ? Address()
                : name.starts_with('@') ? Address::unixAbstract(name.substr(1))
                                        : Address::unixPath(name);
        }
        take(std::move(socket));
    }
}

}
