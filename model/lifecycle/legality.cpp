#include "model/lifecycle/legality.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>

namespace model {

using namespace netcore;

namespace {

constexpr Legality kLegal {};
constexpr Legality refused(int error)
{
    return {false, error};
}

bool isInternet(const SocketNode& socket)
{
    return socket.domain != AF_UNIX;
}

// connect() and listen() give an internet socket a port by themselves; what accept() made has its listener's
// name.
bool hasName(const SocketNode& socket)
{
    return socket.bound || socket.accepted || (isInternet(socket) && socket.local.port() != 0);
}

// An error that the next call takes away. Of a connection that has ended: it was reset.
bool hasErrorWaiting(const SocketNode& socket)
{
    return socket.view.readiness >= 0 && (socket.view.readiness & POLLERR) != 0;
}

// The first connect() after EINPROGRESS is the answer to it. shutdown() asks as well.
bool connectHasAnswered(const SocketNode& socket)
{
    return socket.accepted || socket.has(CallId::Connect) || socket.has(CallId::Shutdown);
}

// The connection was reset, or both ends have closed it: its socket is left.
Legality ofEndedTcp(const SocketNode& socket, CallId call)
{
    const Legality error = hasErrorWaiting(socket) ? refused(ECONNRESET) : kLegal;
    switch (call) {
    case CallId::Bind: // a port that the kernel had chosen was given back
        return socket.bound ? refused(EINVAL) : kLegal;
    case CallId::Listen:
        return refused(EINVAL);
    case CallId::Connect:
        return connectHasAnswered(socket) ? refused(EISCONN) : error;
    case CallId::Send:
    case CallId::Sendto:
        return error.legal ? refused(EPIPE) : error;
    case CallId::Recv:
    case CallId::Recvfrom: // then 0: the end
        return error;
    case CallId::Shutdown:
    case CallId::Getpeername:
        return refused(ENOTCONN);
    default:
        return kLegal;
    }
}

Legality ofTcp(const SocketNode& socket, CallId call)
{
    if (socket.connected && socket.ended) {
        return ofEndedTcp(socket, call);
    }
    switch (call) {
    case CallId::Bind:
        return hasName(socket) || socket.connected || socket.connecting ? refused(EINVAL) : kLegal;
    case CallId::Listen: // without bind() the kernel chooses the port
        return socket.connected || socket.connecting ? refused(EINVAL) : kLegal;
    case CallId::Connect:
        return socket.listening || (socket.connected && connectHasAnswered(socket)) ? refused(EISCONN)
                                                                                    : kLegal;
    case CallId::Send:
    case CallId::Sendto:
        return socket.shutWrite || !(socket.connected || socket.connecting) ? refused(EPIPE) : kLegal;
    case CallId::Recv:
    case CallId::Recvfrom:
        return socket.connected || socket.connecting ? kLegal : refused(ENOTCONN);
    case CallId::Shutdown:
        return socket.connected || socket.connecting || socket.listening ? kLegal : refused(ENOTCONN);
    case CallId::Getpeername:
        return socket.connected ? kLegal : refused(ENOTCONN);
    default:
        return kLegal;
    }
}

Legality ofUnixStream(const SocketNode& socket, CallId call)
{
    switch (call) {
    case CallId::Bind: // a client without a name can take one even when it is connected
        return hasName(socket) ? refused(EINVAL) : kLegal;
    case CallId::Listen:
        return socket.connected || !hasName(socket) ? refused(EINVAL) : kLegal;
    case CallId::Connect:
        return socket.listening ? refused(EINVAL) : socket.connected ? refused(EISCONN) : kLegal;
    case CallId::Send:
        return !socket.connected               ? refused(ENOTCONN)
            : socket.shutWrite || socket.ended ? refused(EPIPE)
                                               : kLegal;
    case CallId::Sendto: // with an address, as sendto() is meant
        return refused(socket.connected ? EISCONN : EOPNOTSUPP);
    case CallId::Recv:
    case CallId::Recvfrom:
        return !socket.connected                      ? refused(EINVAL)
            : socket.ended && hasErrorWaiting(socket) ? refused(ECONNRESET)
                                                      : kLegal;
    case CallId::Getpeername:
        return socket.connected ? kLegal : refused(ENOTCONN);
    default: // shutdown() always
        return kLegal;
    }
}

// unix(7): a connection as of a stream, and messages as of datagrams.
Legality ofSeqpacket(const SocketNode& socket, CallId call)
{
    const bool wasReset = socket.connected && socket.ended && hasErrorWaiting(socket);
    switch (call) {
    case CallId::Send:
    case CallId::Sendto: // the address is not read
        return wasReset                        ? refused(ECONNRESET)
            : !socket.connected                ? refused(ENOTCONN)
            : socket.shutWrite || socket.ended ? refused(EPIPE)
                                               : kLegal;
    case CallId::Recv:
    case CallId::Recvfrom:
        return wasReset ? refused(ECONNRESET) : socket.connected ? kLegal : refused(ENOTCONN);
    default:
        return ofUnixStream(socket, call);
    }
}

// read() and write() are recv() and send() without flags; messages without an address are the same.
CallId plainForm(CallId call)
{
    return call == CallId::Read || call == CallId::Recvmsg ? CallId::Recv
        : call == CallId::Write || call == CallId::Sendmsg ? CallId::Send
                                                           : call;
}

Legality ofStream(const SocketNode& socket, CallId call)
{
    if (call == CallId::Accept || call == CallId::Accept4) {
        return socket.listening ? kLegal : refused(EINVAL);
    }
    if (call == CallId::Ioctl) { // FIONREAD, SIOCOUTQ: a listener has no bytes in queues
        return socket.listening ? refused(EINVAL) : kLegal;
    }
    return isInternet(socket)  ? ofTcp(socket, call)
        : socket.isSeqpacket() ? ofSeqpacket(socket, call)
                               : ofUnixStream(socket, call);
}

Legality ofDatagram(const SocketNode& socket, CallId call)
{
    switch (call) {
    case CallId::Bind:
        return hasName(socket) ? refused(EINVAL) : kLegal;
    case CallId::Listen:
    case CallId::Accept:
    case CallId::Accept4:
        return refused(EOPNOTSUPP);
    case CallId::Send:
        if (!socket.connected && isInternet(socket)) {
            return refused(EDESTADDRREQ);
        }
        return socket.shutWrite ? refused(EPIPE) : socket.connected ? kLegal : refused(ENOTCONN);
    case CallId::Sendto:
        return socket.shutWrite ? refused(EPIPE) : kLegal;
    case CallId::Getpeername:
        return socket.connected ? kLegal : refused(ENOTCONN);
    case CallId::Shutdown:
        // UDP shuts down and says ENOTCONN all the same; a UNIX datagram socket just does it.
        return socket.connected || !isInternet(socket) ? kLegal : refused(ENOTCONN);
    default:
        return kLegal;
    }
}

// A file that came in a message.
Legality ofFile(CallId call)
{
    constexpr std::array kOfAnyFile {
        CallId::Read, CallId::Write, CallId::Close, CallId::Fcntl, CallId::Ioctl, CallId::Dup};
    return std::ranges::find(kOfAnyFile, call) != kOfAnyFile.end() ? kLegal : refused(ENOTSOCK);
}

}

Legality legality(const SocketNode& socket, CallId call)
{
    // poll() passes over a descriptor of -1.
    constexpr std::array kWithoutSocket {
        CallId::Socket, CallId::Socketpair, CallId::Getaddrinfo, CallId::Poll};
    if (std::ranges::find(kWithoutSocket, call) != kWithoutSocket.end()) {
        return kLegal;
    }
    if (!socket.open) {
        return refused(EBADF);
    }
    if (!socket.isSocket) {
        return ofFile(call);
    }
    const CallId plain = plainForm(call);
    return socket.isDatagram() ? ofDatagram(socket, plain) : ofStream(socket, plain);
}

}
