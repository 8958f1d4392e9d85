// Data that does not go out or come in.

#include <sys/time.h>
#include <unistd.h>

#include "tests/model/doctor/clinic.h"

using namespace netcore;

namespace {

constexpr std::string_view kFive = "hello";

void waitAtMost(Clinic& c, SocketId socket, int option)
{
    const timeval moment {0, 10'000};
    ::setsockopt(c.bench.node(socket).fd, SOL_SOCKET, option, &moment, sizeof moment);
}

// By SO_LINGER 0, as some servers do.
void cutOff(Clinic& c, SocketId socket)
{
    const linger none {1, 0};
    ::setsockopt(c.bench.node(socket).fd, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    c.close(socket);
}

DoctorCases again()
{
    return {
        {"EAGAIN.accept",
            [](Clinic& c) { c.make(calls::accept(), c.bench.listener(AF_INET, SOCK_NONBLOCK)); }},
        {"EAGAIN.errorQueue",
            [](Clinic& c) { c.make(calls::recv(1, MSG_ERRQUEUE), c.bound(AF_INET, SOCK_DGRAM)); }},
        {"EAGAIN.receiveTimeout",
            [](Clinic& c) {
                const SocketId socket = c.bound(AF_INET, SOCK_DGRAM);
                waitAtMost(c, socket, SO_RCVTIMEO);
                c.make(calls::recv(1), socket);
            }},
        {"EAGAIN.sendTimeout",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_UNIX);
                c.fill(client);
                waitAtMost(c, client, SO_SNDTIMEO);
                c.make(calls::send(kFive), client);
            }},
        {"EAGAIN.recvFlag",
            [](Clinic& c) { c.make(calls::recv(1, MSG_DONTWAIT), c.bound(AF_INET, SOCK_DGRAM)); }},
        {"EAGAIN.recv",
            [](Clinic& c) { c.make(calls::recv(1), c.bound(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK)); }},
        {"EAGAIN.queue",
            [](Clinic& c) {
                const SocketId receiver = c.bound(AF_UNIX, SOCK_DGRAM);
                const SocketId sender = c.socket(AF_UNIX, SOCK_DGRAM);
                c.make(calls::connect(c.localOf(receiver)), sender);
                c.fill(sender);
            }},
        {"EAGAIN.send", [](Clinic& c) { c.fill(c.connected(AF_UNIX)); }},
    };
}

DoctorCases over()
{
    return {
        {"EPIPE.shutWrite",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                c.make(calls::shutdown(SHUT_WR), client);
                c.make(calls::send(kFive), client);
            }},
        {"EPIPE.neverConnected",
            [](Clinic& c) { c.make(calls::send(kFive), c.socket(AF_INET, SOCK_STREAM)); }},
        {"EPIPE.listening", [](Clinic& c) { c.make(calls::send(kFive), c.listener(AF_INET)); }},
        {"EPIPE.peerClosed",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_UNIX);
                c.close(c.served);
                c.make(calls::send(kFive), client);
            }},
        {"ECONNRESET.unread",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_UNIX);
                c.make(calls::send(kFive), client);
                c.sees([&] { return c.bench.node(c.served).view.receiveQueue == 5; });
                c.close(c.served);
                c.make(calls::recv(1), client);
            }},
        {"ECONNRESET.cut",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                cutOff(c, c.served);
                c.make(calls::recv(1), client);
            }},
        {"ENOTCONN.over",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                cutOff(c, c.served);
                c.make(calls::recv(1), client);
                c.make(calls::getpeername(), client);
            }},
        {"note.afterReset",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                cutOff(c, c.served);
                c.make(calls::recv(1), client);
                c.make(calls::recv(1), client);
            }},
    };
}

DoctorCases unconnected()
{
    return {
        {"ENOTCONN.listening", [](Clinic& c) { c.make(calls::recv(1), c.listener(AF_INET)); }},
        {"ENOTCONN.udpShutdown",
            [](Clinic& c) { c.make(calls::shutdown(SHUT_RDWR), c.bound(AF_INET, SOCK_DGRAM)); }},
        {"ENOTCONN.datagramSend",
            [](Clinic& c) { c.make(calls::send(kFive), c.socket(AF_UNIX, SOCK_DGRAM)); }},
        {"ENOTCONN.send", [](Clinic& c) { c.make(calls::send(kFive), c.socket(AF_UNIX, SOCK_STREAM)); }},
        {"ENOTCONN.recv", [](Clinic& c) { c.make(calls::recv(1), c.socket(AF_INET, SOCK_STREAM)); }},
        {"ENOTCONN.shutdown",
            [](Clinic& c) { c.make(calls::shutdown(SHUT_WR), c.socket(AF_INET, SOCK_STREAM)); }},
        {"ENOTCONN.peerName",
            [](Clinic& c) { c.make(calls::getpeername(), c.socket(AF_INET, SOCK_STREAM)); }},
        {"EDESTADDRREQ.send", [](Clinic& c) { c.make(calls::send(kFive), c.socket(AF_INET, SOCK_DGRAM)); }},
    };
}

DoctorCases refusedMessages()
{
    const auto sendMuch = [](Clinic& c, int domain, std::size_t size) {
        const Address place = c.localOf(c.bound(domain, SOCK_DGRAM));
        c.make(calls::sendto(std::vector<std::byte>(size), 0, place), c.socket(domain, SOCK_DGRAM));
    };
    return {
        {"EMSGSIZE.udp4", [=](Clinic& c) { sendMuch(c, AF_INET, 65'508); }},
        {"EMSGSIZE.udp6", [=](Clinic& c) { sendMuch(c, AF_INET6, 65'528); }},
        {"EMSGSIZE.unix", [=](Clinic& c) { sendMuch(c, AF_UNIX, 8'000'000); }},
        {"EOPNOTSUPP.oob",
            [](Clinic& c) {
                const Address place = c.localOf(c.bound(AF_INET, SOCK_DGRAM));
                c.make(
                    calls::sendto(std::vector<std::byte>(1), MSG_OOB, place), c.socket(AF_INET, SOCK_DGRAM));
            }},
        {"EOPNOTSUPP.listen", [](Clinic& c) { c.make(calls::listen(1), c.bound(AF_INET, SOCK_DGRAM)); }},
        {"EOPNOTSUPP.accept", [](Clinic& c) { c.make(calls::accept(), c.bound(AF_INET6, SOCK_DGRAM)); }},
        {"EOPNOTSUPP.sendto",
            [](Clinic& c) { c.make(calls::sendto("x", c.path("x")), c.socket(AF_UNIX, SOCK_STREAM)); }},
        {"EPERM.otherPeer",
            [](Clinic& c) {
                const SocketId faithful = c.bound(AF_UNIX, SOCK_DGRAM);
                c.make(calls::connect(c.localOf(c.bound(AF_UNIX, SOCK_DGRAM))), faithful);
                c.make(calls::sendto("x", c.localOf(faithful)), c.socket(AF_UNIX, SOCK_DGRAM));
            }},
    };
}

}

DoctorCases dataCases()
{
    DoctorCases all = again();
    for (const DoctorCases& more : {over(), unconnected(), refusedMessages()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}
