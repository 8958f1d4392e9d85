// Constants by their names in C, as data. What a table does not know is printed as a number, never hidden.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace netcore {

struct NamedValue {
    std::int64_t value;
    std::string_view name;
};
// The first row of a value is the name it is printed by; further rows of it are read only.
using NameTable = std::span<const NamedValue>;

NameTable addressFamilies(); // AF_*, socket(2)
NameTable socketTypes(); // SOCK_STREAM ..., socket(2)
NameTable socketTypeFlags(); // SOCK_NONBLOCK, SOCK_CLOEXEC: socket(2), accept4(2)
NameTable internetProtocols(); // IPPROTO_*, ip(7)
NameTable messageFlags(); // MSG_*, send(2) and recv(2)
NameTable shutdownDirections(); // SHUT_*, shutdown(2)
NameTable errnos(); // E*, errno(3)
NameTable pollEvents(); // POLLIN ..., poll(2)
NameTable fileCommands(); // F_GETFL ..., fcntl(2)
NameTable fileFlags(); // O_NONBLOCK ..., open(2): the flags only, not the access mode
NameTable controlRequests(); // FIONREAD ..., ioctl(2), tcp(7), udp(7), unix(7)
NameTable lookUpFlags(); // AI_PASSIVE ..., getaddrinfo(3)
NameTable lookUpProblems(); // EAI_NONAME ..., getaddrinfo(3)
NameTable errorOrigins(); // SO_EE_ORIGIN_ICMP ..., ip(7)
NameTable tcpStates(); // TCP_ESTABLISHED ..., <netinet/tcp.h>

std::optional<std::string_view> nameOf(NameTable table, std::int64_t value);
std::optional<std::int64_t> valueOf(NameTable table, std::string_view name);

// "AF_INET", or what strace prints for a value without a name: "0x63".
std::string constantText(NameTable table, std::int64_t value);
// "MSG_PEEK|MSG_DONTWAIT", "MSG_PEEK|0x8000000", "0".
std::string flagsText(NameTable table, std::int64_t value);
// "SOCK_STREAM|SOCK_CLOEXEC": a type and its flags share one argument.
std::string socketTypeText(std::int64_t value);
// "EAGAIN", or "errno 4095" for one that Linux does not have.
std::string errnoText(int error);

}
