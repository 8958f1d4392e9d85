// Connections that don't come about, and those that are told twice.

#include <netinet/tcp.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/model/doctor/clinic.h"
#include "tests/model/doctor/strangers.h"

using namespace netcore;

namespace {

void connectTo(Clinic& c, const Address& place, int type = SOCK_STREAM)
{
    c.make(calls::connect(place), c.socket(place.family(), type));
}

// A name that somebody had a moment ago.
Address freed(Clinic& c, int domain, int type)
{
    const SocketId once = c.bound(domain, type);
    const Address place = c.localOf(once);
    c.close(once);
    return place;
}

// A listener whose accept queue is full: what connects now gets no answer.
Address full(Clinic& c, int domain)
{
    const Address place = c.localOf(c.listener(domain, 0));
    connectTo(c, place);
    return place;
}

SocketId connecting(Clinic& c)
{
    const SocketId client = c.socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
    c.make(calls::connect(full(c, AF_INET)), client);
    return client;
}

DoctorCases refused()
{
    return {
        {"ECONNREFUSED.port0", [](Clinic& c) { connectTo(c, v4(kLoopback, 0)); }},
        {"ECONNREFUSED.notListening",
            [](Clinic& c) { connectTo(c, c.localOf(c.bound(AF_INET, SOCK_STREAM))); }},
        {"ECONNREFUSED.otherFamily",
            [](Clinic& c) { connectTo(c, withPortOf(kLoopback, c.localOf(c.listener(AF_INET6)))); }},
        {"ECONNREFUSED.elsewhere",
            [](Clinic& c) { connectTo(c, withPortOf(kLoopback + 1, c.localOf(c.listener(AF_INET)))); }},
        {"ECONNREFUSED.nobody", [](Clinic& c) { connectTo(c, freed(c, AF_INET, SOCK_STREAM)); }},
        {"ECONNREFUSED.icmp",
            [](Clinic& c) {
                const SocketId client = c.socket(AF_INET, SOCK_DGRAM);
                c.make(calls::connect(freed(c, AF_INET, SOCK_DGRAM)), client);
                c.make(calls::send("hello"), client);
                c.make(calls::recv(10), client);
            }},
        {"ECONNREFUSED.notListeningPath",
            [](Clinic& c) { connectTo(c, c.localOf(c.bound(AF_UNIX, SOCK_STREAM))); }},
        {"ECONNREFUSED.stale",
            [](Clinic& c) {
                const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
                ::bind(fd, c.path("stale").data(), c.path("stale").length());
                ::close(fd);
                connectTo(c, c.path("stale"));
            }},
        {"ECONNREFUSED.file",
            [](Clinic& c) {
                support::writeFile(c.folder.file("file"), "x");
                connectTo(c, c.path("file"));
            }},
        {"ECONNREFUSED.folder", [](Clinic& c) { connectTo(c, Address::unixPath(c.folder.path())); }},
        {"ECONNREFUSED.otherFile",
            [](Clinic& c) {
                ::mkfifo(c.folder.file("fifo").c_str(), 0600);
                connectTo(c, c.path("fifo"));
            }},
        {"ECONNREFUSED.abstractNotListening",
            [](Clinic& c) {
                const SocketId named = c.socket(AF_UNIX, SOCK_STREAM);
                c.make(calls::bind(Address::unixUnnamed()), named);
                c.make(calls::getsockname(), named);
                connectTo(c, c.localOf(named));
            }},
        {"ECONNREFUSED.abstract", [](Clinic& c) { connectTo(c, Address::unixAbstract("nobody has\nthis")); }},
        {"ECONNREFUSED.peerGone",
            [](Clinic& c) {
                const SocketId receiver = c.bound(AF_UNIX, SOCK_DGRAM);
                const SocketId sender = c.socket(AF_UNIX, SOCK_DGRAM);
                c.make(calls::connect(c.localOf(receiver)), sender);
                c.close(receiver);
                c.make(calls::send("x"), sender);
            }},
        {"EPROTOTYPE.path", [](Clinic& c) { connectTo(c, c.localOf(c.bound(AF_UNIX, SOCK_DGRAM))); }},
        {"ENOENT.nothing", [](Clinic& c) { connectTo(c, c.path("nothing")); }},
        {"ENOENT.danglingLink",
            [](Clinic& c) {
                (void)!::symlink("nowhere", c.folder.file("link").c_str());
                connectTo(c, c.path("link"));
            }},
    };
}

DoctorCases underWay()
{
    return {
        {"EINPROGRESS.connect", [](Clinic& c) { connecting(c); }},
        {"EALREADY.connect",
            [](Clinic& c) {
                const SocketId client = connecting(c);
                c.make(calls::connect(c.bench.node(client).remote.isEmpty() ? v4(kLoopback, 9)
                                                                            : c.bench.node(client).remote),
                    client);
            }},
        {"EINVAL.listenConnecting", [](Clinic& c) { c.make(calls::listen(1), connecting(c)); }},
        {"EISCONN.listening",
            [](Clinic& c) {
                const SocketId server = c.listener(AF_INET);
                c.make(calls::connect(c.localOf(server)), server);
            }},
        {"EISCONN.connect",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                c.make(calls::connect(v4(kLoopback, 9)), client);
            }},
        {"EISCONN.send",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_UNIX);
                c.make(calls::sendto("x", c.path("x")), client);
            }},
        {"EAGAIN.backlog", [](Clinic& c) { connectTo(c, full(c, AF_UNIX), SOCK_STREAM | SOCK_NONBLOCK); }},
        {"EINTR.connect",
            [](Clinic& c) {
                const Address place = full(c, AF_INET);
                c.cancelAsleep(calls::connect(place), c.socket(AF_INET, SOCK_STREAM));
            }},
        {"EINTR.cancelled", [](Clinic& c) { c.cancelAsleep(calls::accept(), c.listener(AF_INET)); }},
        {"ETIMEDOUT.connect",
            [](Clinic& c) {
                const Sysctl few("net/ipv4/tcp_syn_retries", "1");
                connectTo(c, full(c, AF_INET));
            },
            Needs::OwnNetwork},
    };
}

}

DoctorCases connectionCases()
{
    DoctorCases all = refused();
    const DoctorCases more = underWay();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

DoctorCases unreachableCases()
{
    return {
        {"EHOSTUNREACH.route",
            [](Clinic& c) {
                ip("route add unreachable 192.0.2.0/24");
                connectTo(c, v4(0xc0000201, 80));
            },
            Needs::OwnNetwork},
        {"EHOSTUNREACH.neighbour", [](Clinic& c) { connectTo(c, v4(0x0a090002, 80)); }, Needs::OwnNetwork},
        {"EACCES.prohibited",
            [](Clinic& c) {
                ip("route add prohibit 198.51.100.0/24");
                connectTo(c, v4(0xc6336401, 80));
            },
            Needs::OwnNetwork},
        {"EINVAL.blackhole",
            [](Clinic& c) {
                ip("route add blackhole 203.0.113.0/24");
                connectTo(c, v4(0xcb007101, 80));
            },
            Needs::OwnNetwork},
        {"ENETUNREACH.noRoute", [](Clinic& c) { connectTo(c, v4(0x01020304, 80)); }, Needs::OwnNetwork},
        {"ENETUNREACH.group", [](Clinic& c) { connectTo(c, v4(0xe0000001, 80)); }, Needs::OwnNetwork},
        {"ENETUNREACH.broadcast", [](Clinic& c) { connectTo(c, v4(0x7fffffff, 80)); }},
        {"EACCES.broadcast",
            [](Clinic& c) { c.make(calls::sendto("x", v4(0x7fffffff, 9)), c.socket(AF_INET, SOCK_DGRAM)); }},
    };
}
