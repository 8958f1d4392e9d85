// The calls that Sockscope makes, described once: the log, the call form, the scenario language and the
// exports all read this table, so that a new call is a row here and a method in Syscalls.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace netcore {

enum class CallId : std::uint16_t {
    None,
    Socket,
    Bind,
    Listen,
    Accept,
    Accept4,
    Connect,
    Send,
    Sendto,
    Recv,
    Recvfrom,
    Shutdown,
    Close,
    Getsockname,
    Getpeername,
    Fchmod,
    Socketpair,
    Sendmsg,
    Recvmsg,
    Read,
    Write,
    Getsockopt,
    Setsockopt,
    Fcntl,
    Dup,
    Poll,
    Ioctl,
    Getaddrinfo, // of libc, not of the kernel: it makes calls of its own
};

inline constexpr std::size_t kCallIds = static_cast<std::size_t>(CallId::Getaddrinfo) + 1;

enum class ParameterKind : std::uint8_t {
    Descriptor,
    Family,
    Type,
    Protocol,
    Backlog,
    Direction, // of shutdown()
    MessageFlags,
    TypeFlags, // of accept4()
    Mode,
    AddressIn, // const struct sockaddr *
    AddressOut, // struct sockaddr *
    LengthIn, // of the address before
    LengthInOut, // socklen_t *: the room given, then the length that the kernel found
    DataIn, // const void *
    DataOut, // void *
    Size, // of the data before
    DescriptorPair, // int [2]: filled in by socketpair()
    MessageIn, // const struct msghdr *
    MessageOut, // struct msghdr *: the room given, then what the kernel filled in
    OptionLevel,
    OptionName,
    OptionIn, // const void *: the value; LengthIn follows
    OptionOut, // void *: LengthInOut follows
    FileCommand, // of fcntl()
    FileArgument,
    PollSet, // struct pollfd *
    Count, // of the entries before
    Timeout, // int, ms; -1: for ever
    ControlRequest, // of ioctl()
    ControlValue, // int *
    HostName, // const char *, of getaddrinfo(); NULL is meant
    ServiceName,
    Hints, // const struct addrinfo *
    AddressList, // struct addrinfo **
};

struct Parameter {
    std::string_view declaration; // as the man page has it: "const struct sockaddr *addr"
    std::string_view name; // "addr"
    ParameterKind kind;
};

inline constexpr std::size_t kMostParameters = 6; // what a Linux system call can take

struct CallDescription {
    CallId id;
    std::string_view name; // of the libc function
    std::string_view returns; // its type
    std::span<const Parameter> parameters;
    std::string_view manPage; // "bind(2)"
    long kernelNumber; // SYS_*: what the thread is seen in while it sleeps; libc's send() is SYS_sendto
    bool opensSocket; // a good result is a new descriptor
};
// Moves bytes into the socket, or out of it, whatever its buffers look like.
bool sendsData(CallId id);
bool receivesData(CallId id);

const CallDescription& describe(CallId id);
std::optional<CallId> callNamed(std::string_view name);
std::span<const CallDescription> allCalls(); // without None

// Position of the first parameter of that kind, or nothing.
std::optional<std::size_t> parameterOf(const CallDescription& call, ParameterKind kind);

}
