#include "model/lifecycle/legality.h"

#include <cerrno>
#include <sys/socket.h>

namespace model {

using namespace netcore;

namespace {

constexpr Legality kLegal {};
constexpr Legality refused(int error)
{
    return {false, error};
}

Legality ofStream(const SocketNode& socket, CallId call)
{
    const bool internet = socket.domain != AF_UNIX;
    switch (call) {
    case CallId::Bind:
        return socket.bound || socket.connected || socket.listening ? refused(EINVAL) : kLegal;
    case CallId::Listen:
        if (socket.connected || socket.connecting || (!internet && !socket.bound)) {
            return refused(
                EINVAL); // TCP binds by itself to a port of the kernel's choice, a UNIX socket does not
        }
        return kLegal;
    case CallId::Accept:
    case CallId::Accept4:
        return socket.listening ? kLegal : refused(EINVAL);
    case CallId::Connect:
        if (socket.listening) {
            return refused(internet ? EISCONN : EINVAL);
        }
        return socket.connected ? refused(EISCONN) : kLegal;
    case CallId::Send:
    case CallId::Sendto:
        if (!socket.connected) {
            return refused(internet ? EPIPE : ENOTCONN);
        }
        return socket.shutWrite ? refused(EPIPE) : kLegal;
    case CallId::Recv:
    case CallId::Recvfrom:
        return socket.connected ? kLegal : refused(internet ? ENOTCONN : EINVAL);
    case CallId::Shutdown:
    case CallId::Getpeername:
        return socket.connected || (socket.listening && call == CallId::Shutdown) ? kLegal
                                                                                  : refused(ENOTCONN);
    default:
        return kLegal;
    }
}

Legality ofDatagram(const SocketNode& socket, CallId call)
{
    switch (call) {
    case CallId::Bind:
        return socket.bound ? refused(EINVAL) : kLegal;
    case CallId::Listen:
    case CallId::Accept:
    case CallId::Accept4:
        return refused(EOPNOTSUPP);
    case CallId::Send:
        return socket.connected ? kLegal : refused(socket.domain == AF_UNIX ? ENOTCONN : EDESTADDRREQ);
    case CallId::Getpeername:
        return socket.connected ? kLegal : refused(ENOTCONN);
    case CallId::Shutdown:
        // UDP shuts down and says ENOTCONN all the same; a UNIX datagram socket just does it.
        return socket.connected || socket.domain == AF_UNIX ? kLegal : refused(ENOTCONN);
    default:
        return kLegal;
    }
}

}

Legality legality(const SocketNode& socket, CallId call)
{
    if (call == CallId::Socket) {
        return kLegal;
    }
    if (!socket.open) {
        return refused(EBADF);
    }
    return socket.isDatagram() ? ofDatagram(socket, call) : ofStream(socket, call);
}

}
