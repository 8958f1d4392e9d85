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
constexpr Parameter kFile {"int fd", "fd", K::Descriptor};
constexpr Parameter kCount {"size_t count", "count", K::Size};
constexpr Parameter kLevel {"int level", "level", K::OptionLevel};
constexpr Parameter kOption {"int optname", "optname", K::OptionName};
constexpr std::array kSocketpair {
    kSocket[0], kSocket[1], kSocket[2], Parameter {"int sv[2]", "sv", K::DescriptorPair}};
constexpr std::array kSendmsg {kFd, Parameter {"const struct msghdr *msg", "msg", K::MessageIn}, kFlags};
constexpr std::array kRecvmsg {kFd, Parameter {"struct msghdr *msg", "msg", K::MessageOut}, kFlags};
constexpr std::array kRead {kFile, kDataOut, kCount};
constexpr std::array kWrite {kFile, kDataIn, kCount};
constexpr std::array kGetsockopt {kFd, kLevel, kOption, Parameter {"void *optval", "optval", K::OptionOut},
    Parameter {"socklen_t *optlen", "optlen", K::LengthInOut}};
constexpr std::array kSetsockopt {kFd, kLevel, kOption,
    Parameter {"const void *optval", "optval", K::OptionIn},
    Parameter {"socklen_t optlen", "optlen", K::LengthIn}};
constexpr std::array kFcntl {
    kFile, Parameter {"int op", "op", K::FileCommand}, Parameter {"int arg", "arg", K::FileArgument}};
constexpr std::array kDup {Parameter {"int oldfd", "oldfd", K::Descriptor}};
constexpr std::array kPoll {Parameter {"struct pollfd *fds", "fds", K::PollSet},
    Parameter {"nfds_t nfds", "nfds", K::Count}, Parameter {"int timeout", "timeout", K::Timeout}};
constexpr std::array kIoctl {kFile, Parameter {"unsigned long op", "op", K::ControlRequest},
    Parameter {"int *value", "value", K::ControlValue}};
constexpr std::array kGetaddrinfo {Parameter {"const char *node", "node", K::HostName},
    Parameter {"const char *service", "service", K::ServiceName},
    Parameter {"const struct addrinfo *hints", "hints", K::Hints},
    Parameter {"struct addrinfo **res", "res", K::AddressList}};

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
    CallDescription {
        CallId::Socketpair, "socketpair", "int", kSocketpair, "socketpair(2)", SYS_socketpair, false},
    CallDescription {CallId::Sendmsg, "sendmsg", "ssize_t", kSendmsg, "sendmsg(2)", SYS_sendmsg, false},
    CallDescription {CallId::Recvmsg, "recvmsg", "ssize_t", kRecvmsg, "recvmsg(2)", SYS_recvmsg, false},
    CallDescription {CallId::Read, "read", "ssize_t", kRead, "read(2)", SYS_read, false},
    CallDescription {CallId::Write, "write", "ssize_t", kWrite, "write(2)", SYS_write, false},
    CallDescription {
        CallId::Getsockopt, "getsockopt", "int", kGetsockopt, "getsockopt(2)", SYS_getsockopt, false},
    CallDescription {
        CallId::Setsockopt, "setsockopt", "int", kSetsockopt, "setsockopt(2)", SYS_setsockopt, false},
    CallDescription {CallId::Fcntl, "fcntl", "int", kFcntl, "fcntl(2)", SYS_fcntl, false},
    CallDescription {CallId::Dup, "dup", "int", kDup, "dup(2)", SYS_dup, true},
    CallDescription {CallId::Poll, "poll", "int", kPoll, "poll(2)", SYS_poll, false},
    CallDescription {CallId::Ioctl, "ioctl", "int", kIoctl, "ioctl(2)", SYS_ioctl, false},
    // Its caller sleeps on a semaphore while another thread looks up (sys/name_lookup.h).
    CallDescription {
        CallId::Getaddrinfo, "getaddrinfo", "int", kGetaddrinfo, "getaddrinfo(3)", SYS_futex, false},
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
static_assert(kCalls.size() == kCallIds);

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

bool sendsData(CallId id)
{
    return id == CallId::Send || id == CallId::Sendto || id == CallId::Sendmsg || id == CallId::Write;
}

bool receivesData(CallId id)
{
    return id == CallId::Recv || id == CallId::Recvfrom || id == CallId::Recvmsg || id == CallId::Read;
}

std::optional<std::size_t> parameterOf(const CallDescription& call, ParameterKind kind)
{
    const auto row = std::ranges::find(call.parameters, kind, &Parameter::kind);
    return row == call.parameters.end()
        ? std::nullopt
        : std::optional(static_cast<std::size_t>(row - call.parameters.begin()));
}

}
