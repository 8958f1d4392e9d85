#include "netcore/names/calls.h"

#include <algorithm>
#include <array>
#include <sys/syscall.h>

namespace netcore {

namespace {

using K = ParameterKind;

constexpr Parameter kFd {"int sockfd", "sockfd", K::Descriptor};
constexpr Parameter kAddressIn {"const struct sockaddr *addr", "addr", K::AddressIn};
constexpr Parameter kLengthIn {"socklen_t addrlen", "addrlen", K::LengthIn};
constexpr Parameter kAddressOut {"struct sockaddr *addr", "addr", K::AddressOut};
constexpr Parameter kLengthInOut {"socklen_t *addrlen", "addrlen", K::LengthInOut};
constexpr Parameter kDataIn {"const void *buf", "buf", K::DataIn};
constexpr Parameter kDataOut {"void *buf", "buf", K::DataOut};
constexpr Parameter kSize {"size_t len", "len", K::Size};
constexpr Parameter kFlags {"int flags", "flags", K::MessageFlags};

constexpr std::array kSocket {
    Parameter {"int domain", "domain", K::Family},
    Parameter {"int type", "type", K::Type},
    Parameter {"int protocol", "protocol", K::Protocol},
};
constexpr std::array kNamed {kFd, kAddressIn, kLengthIn};
constexpr std::array kListen {kFd, Parameter {"int backlog", "backlog", K::Backlog}};
constexpr std::array kNaming {kFd, kAddressOut, kLengthInOut};
constexpr std::array kAccept4 {
    kFd, kAddressOut, kLengthInOut, Parameter {"int flags", "flags", K::TypeFlags}};
constexpr std::array kSend {kFd, kDataIn, kSize, kFlags};
constexpr std::array kSendto {kFd, kDataIn, kSize, kFlags,
    Parameter {"const struct sockaddr *dest_addr", "dest_addr", K::AddressIn}, kLengthIn};
constexpr std::array kRecv {kFd, kDataOut, kSize, kFlags};
constexpr std::array kRecvfrom {kFd, kDataOut, kSize, kFlags,
    Parameter {"struct sockaddr *src_addr", "src_addr", K::AddressOut}, kLengthInOut};
constexpr std::array kShutdown {kFd, Parameter {"int how", "how", K::Direction}};
constexpr std::array kClose {Parameter {"int fd", "fd", K::Descriptor}};
constexpr std::array kFchmod {
    Parameter {"int fd", "fd", K::Descriptor}, Parameter {"mode_t mode", "mode", K::Mode}};

// In the order of CallId: describe() indexes it.
constexpr std::array kCalls {
    CallDescription {CallId::None, "", "", {}, "", -1, false},
    CallDescription {CallId::Socket, "socket", "int", kSocket, "socket(2)", SYS_socket, true},
    CallDescription {CallId::Bind, "bind", "int", kNamed, "bind(2)", SYS_bind, false},
    CallDescription {CallId::Listen, "listen", "int", kListen, "listen(2)", SYS_listen, false},
    CallDescription {CallId::Accept, "accept", "int", kNaming, "accept(2)", SYS_accept, true},
    CallDescription {CallId::Accept4, "accept4", "int", kAccept4, "accept4(2)", SYS_accept4, true},
    CallDescription {CallId::Connect, "connect", "int", kNamed, "connect(2)", SYS_connect, false},
    CallDescription {CallId::Send, "send", "ssize_t", kSend, "send(2)", SYS_sendto, false},
    CallDescription {CallId::Sendto, "sendto", "ssize_t", kSendto, "sendto(2)", SYS_sendto, false},
    CallDescription {CallId::Recv, "recv", "ssize_t", kRecv, "recv(2)", SYS_recvfrom, false},
    CallDescription {CallId::Recvfrom, "recvfrom", "ssize_t", kRecvfrom, "recvfrom(2)", SYS_recvfrom, false},
    CallDescription {CallId::Shutdown, "shutdown", "int", kShutdown, "shutdown(2)", SYS_shutdown, false},
    CallDescription {CallId::Close, "close", "int", kClose, "close(2)", SYS_close, false},
    CallDescription {
        CallId::Getsockname, "getsockname", "int", kNaming, "getsockname(2)", SYS_getsockname, false},
    CallDescription {
        CallId::Getpeername, "getpeername", "int", kNaming, "getpeername(2)", SYS_getpeername, false},
    CallDescription {CallId::Fchmod, "fchmod", "int", kFchmod, "fchmod(2)", SYS_fchmod, false},
};

constexpr bool indexedById()
{
    for (std::size_t i = 0; i < kCalls.size(); ++i) {
        if (static_cast<std::size_t>(kCalls[i].id) != i) {
            return false;
        }
    }
    return true;
}
static_assert(indexedById());

}

const CallDescription& describe(CallId id)
{
    const auto index = static_cast<std::size_t>(id);
    return kCalls[index < kCalls.size() ? index : 0]; // an id from a damaged file is no call of ours
}

std::span<const CallDescription> allCalls()
{
    return std::span(kCalls).subspan(1);
}

std::optional<CallId> callNamed(std::string_view name)
{
    const auto row = std::ranges::find(allCalls(), name, &CallDescription::name);
    return row == allCalls().end() ? std::nullopt : std::optional(row->id);
}

std::optional<std::size_t> parameterOf(const CallDescription& call, ParameterKind kind)
{
    const auto row = std::ranges::find(call.parameters, kind, &Parameter::kind);
    return row == call.parameters.end()
        ? std::nullopt
        : std::optional(static_cast<std::size_t>(row - call.parameters.begin()));
}

}
