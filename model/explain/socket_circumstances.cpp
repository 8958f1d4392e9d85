// What the socket was when the call met it, what it is now, and what is known of its peer.

#include <cerrno>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "model/explain/circumstances.h"
#include "model/text/safe_text.h"
#include "netcore/names/constants.h"

namespace model {

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

void addKind(const SocketNode& socket, Circumstances& found)
{
    const bool internet = socket.domain == AF_INET || socket.domain == AF_INET6;
    found.set(u"internet"_s, internet);
    found.set(u"ipv4"_s, socket.domain == AF_INET);
    found.set(u"ipv6"_s, socket.domain == AF_INET6);
    found.set(u"unix"_s, socket.domain == AF_UNIX);
    found.set(u"stream"_s, socket.type == SOCK_STREAM);
    found.set(u"datagram"_s, socket.type == SOCK_DGRAM);
    found.set(u"seqpacket"_s, socket.type == SOCK_SEQPACKET);
    found.values[u"socketFamily"_s] = QString::fromStdString(constantText(addressFamilies(), socket.domain));
    found.values[u"socketType"_s] = QString::fromStdString(constantText(socketTypes(), socket.type));
}

void addState(const SocketNode& socket, Circumstances& found)
{
    const bool named = socket.bound || socket.accepted || socket.local.port() != 0
        || !socket.local.path().empty() || !socket.local.abstractName().empty();
    found.set(u"named"_s, named);
    found.set(u"listening"_s, socket.listening);
    found.set(u"connected"_s, socket.connected);
    found.set(u"connecting"_s, socket.connecting);
    found.set(u"shutRead"_s, socket.shutRead);
    found.set(u"shutWrite"_s, socket.shutWrite);
    found.set(u"sawEnd"_s, socket.sawEnd);
    found.set(u"reset"_s, socket.reset);
    found.set(u"nonBlocking"_s, socket.nonBlocking);
    found.set(u"closed"_s, !socket.open);
}

void addPeer(const CallCase& call, Circumstances& found)
{
    if (!call.peer) {
        return;
    }
    const SocketNode& peer = *call.peer;
    found.set(u"peer:closed"_s, !peer.open);
    found.set(u"peer:closedUnread"_s, !peer.open && peer.view.receiveQueue > 0);
    found.set(u"peer:shutWrite"_s, peer.open && peer.shutWrite);
    found.set(u"peer:open"_s, peer.open && !peer.shutWrite);
    found.values[u"peerFd"_s] = QString::number(peer.fd);
    found.values[u"unread"_s] = QString::number(peer.view.receiveQueue);
}

}

void addSocketCircumstances(const CallCase& call, Circumstances& found)
{
    if (call.before.id == kNoSocket) {
        found.set(u"noSocket"_s);
        return;
    }
    addKind(call.before, found);
    addState(call.before, found);
    addPeer(call, found);
    const auto show = [&](const QString& name, const Address& address) {
        if (!address.isEmpty()) {
            found.values[name] = safeText(addressText(address));
        }
    };
    show(u"local"_s, call.before.local);
    show(u"remote"_s, call.before.remote);
    show(u"localNow"_s, call.now.local);
    const bool self = call.before.isStream() && !call.now.view.local.isEmpty()
        && call.now.view.local.port() != 0 && call.now.view.local == call.now.view.peer;
    found.set(u"self"_s, self);
    if (call.earlier) {
        found.set(u"earlierSend"_s);
        found.values[u"sent"_s] = QString::number(call.earlier->size);
        const Address& to = call.earlier->to.isEmpty() ? call.before.remote : call.earlier->to;
        show(u"sentTo"_s, to);
    }
}

}
