#include "netcore/names/call_errors.h"

#include <array>
#include <cerrno>
#include <netdb.h>

namespace netcore {

namespace {

constexpr std::array kSocket {
    EMFILE, ENFILE, EACCES, EAFNOSUPPORT, EPROTONOSUPPORT, EINVAL, ENOBUFS, ENOMEM, ESOCKTNOSUPPORT, EPERM};
constexpr std::array kSocketpair {EMFILE, ENFILE, EOPNOTSUPP, EAFNOSUPPORT, EPROTONOSUPPORT, EFAULT, ENOMEM};
constexpr std::array kBind {EADDRINUSE, EACCES, EADDRNOTAVAIL, EINVAL, ENOENT, ELOOP, ENAMETOOLONG, ENOTDIR,
    EROFS, EBADF, ENOTSOCK, EFAULT, ENOMEM, EPERM};
constexpr std::array kListen {EADDRINUSE, EOPNOTSUPP, EINVAL, EBADF, ENOTSOCK};
constexpr std::array kAccept {EINTR, EAGAIN, EMFILE, ECONNABORTED, ENFILE, EINVAL, ENOBUFS, ENOMEM, EPERM,
    EPROTO, EOPNOTSUPP, ENETDOWN, EHOSTUNREACH, ETIMEDOUT, EBADF, ENOTSOCK, EFAULT};
constexpr std::array kConnect {ECONNREFUSED, EINTR, ETIMEDOUT, EINPROGRESS, ENETUNREACH, EHOSTUNREACH,
    EADDRNOTAVAIL, EADDRINUSE, EAGAIN, EALREADY, EISCONN, EACCES, EPERM, EPROTOTYPE, EAFNOSUPPORT, ENOENT,
    ECONNRESET, EBADF, ENOTSOCK, EFAULT};
constexpr std::array kSend {EPIPE, EINTR, ECONNRESET, EAGAIN, EMSGSIZE, ENOBUFS, ENOMEM, EDESTADDRREQ,
    ENOTCONN, ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EACCES, EALREADY, EISCONN, EINVAL, EOPNOTSUPP,
    ETIMEDOUT, EBADF, ENOTSOCK, EFAULT};
constexpr std::array kReceive {EAGAIN, EINTR, ECONNRESET, ECONNREFUSED, ENOTCONN, ETIMEDOUT, EHOSTUNREACH,
    ENOMEM, EINVAL, EBADF, ENOTSOCK, EFAULT};
constexpr std::array kReadWrite {
    EAGAIN, EINTR, EIO, ECONNRESET, EPIPE, EINVAL, ENOTCONN, ETIMEDOUT, EBADF, EFAULT};
constexpr std::array kRecvmsg {EAGAIN, EINTR, EMSGSIZE, ECONNRESET, ECONNREFUSED, ENOTCONN, EMFILE, ENOMEM,
    EINVAL, EBADF, ENOTSOCK, EFAULT};
constexpr std::array kSendmsg {EPIPE, EINTR, ETOOMANYREFS, EAGAIN, EMSGSIZE, ENOBUFS, ECONNRESET, EINVAL,
    EPERM, EDESTADDRREQ, ENOTCONN, ECONNREFUSED, EBADF, ENOTSOCK, EFAULT};
constexpr std::array kShutdown {ENOTCONN, EINVAL, EBADF, ENOTSOCK};
constexpr std::array kClose {EINTR, EIO, ENOSPC, EDQUOT, EBADF};
constexpr std::array kGetsockname {ENOBUFS, EINVAL, EBADF, ENOTSOCK, EFAULT};
constexpr std::array kGetpeername {ENOTCONN, ENOBUFS, EINVAL, EBADF, ENOTSOCK, EFAULT};
constexpr std::array kFchmod {EPERM, EIO, ENOMEM, EROFS, EBADF};
constexpr std::array kGetsockopt {ENOPROTOOPT, EINVAL, EOPNOTSUPP, EACCES, EPERM, EBADF, ENOTSOCK, EFAULT};
constexpr std::array kSetsockopt {
    ENOPROTOOPT, EINVAL, EDOM, EISCONN, EPERM, ENODEV, EADDRINUSE, ENOBUFS, ENOMEM, EBADF, ENOTSOCK, EFAULT};
constexpr std::array kFcntl {EAGAIN, EINVAL, EMFILE, EPERM, EBADF};
constexpr std::array kDup {EMFILE, EBADF, ENOMEM};
constexpr std::array kPoll {EINTR, EINVAL, ENOMEM, EFAULT};
constexpr std::array kIoctl {ENOTTY, EINVAL, EOPNOTSUPP, EPERM, EBADF, EFAULT};
constexpr std::array kGetaddrinfo {
    EAI_NONAME, EAI_AGAIN, EAI_FAIL, EAI_FAMILY, EAI_SERVICE, EAI_SOCKTYPE, EAI_BADFLAGS, EAI_MEMORY};

}

std::span<const int> plausibleErrors(CallId call)
{
    switch (call) {
    case CallId::None:
        return {};
    case CallId::Socket:
        return kSocket;
    case CallId::Socketpair:
        return kSocketpair;
    case CallId::Bind:
        return kBind;
    case CallId::Listen:
        return kListen;
    case CallId::Accept:
    case CallId::Accept4:
        return kAccept;
    case CallId::Connect:
        return kConnect;
    case CallId::Send:
    case CallId::Sendto:
        return kSend;
    case CallId::Recv:
    case CallId::Recvfrom:
        return kReceive;
    case CallId::Read:
    case CallId::Write:
        return kReadWrite;
    case CallId::Recvmsg:
        return kRecvmsg;
    case CallId::Sendmsg:
        return kSendmsg;
    case CallId::Shutdown:
        return kShutdown;
    case CallId::Close:
        return kClose;
    case CallId::Getsockname:
        return kGetsockname;
    case CallId::Getpeername:
        return kGetpeername;
    case CallId::Fchmod:
        return kFchmod;
    case CallId::Getsockopt:
        return kGetsockopt;
    case CallId::Setsockopt:
        return kSetsockopt;
    case CallId::Fcntl:
        return kFcntl;
    case CallId::Dup:
        return kDup;
    case CallId::Poll:
        return kPoll;
    case CallId::Ioctl:
        return kIoctl;
    case CallId::Getaddrinfo:
        return kGetaddrinfo;
    }
    return {};
}

}
