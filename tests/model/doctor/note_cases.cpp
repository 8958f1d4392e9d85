// Calls that succeed, and not as one would think.

#include <unistd.h>

#include "tests/model/doctor/clinic.h"

using namespace netcore;

namespace {

void shareable(Clinic& c, SocketId socket)
{
    const int on = 1;
    ::setsockopt(c.bench.node(socket).fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
}

struct Packets {
    explicit Packets(Clinic& c) : server(c.socket(AF_UNIX, SOCK_SEQPACKET))
    {
        c.make(calls::bind(c.path("packets")), server);
        c.make(calls::listen(1), server);
        client = c.socket(AF_UNIX, SOCK_SEQPACKET);
        c.make(calls::connect(c.path("packets")), client);
    }
    void accept(Clinic& c)
    {
        c.make(calls::accept(), server);
        served = c.bench.newest();
        c.sees([&] { return c.bench.node(client).peer == served; });
    }
    SocketId server;
    SocketId client;
    SocketId served {};
};

// A datagram of that size waits for the one that is returned, and the kernel has told so.
SocketId waiting(Clinic& c, std::size_t size)
{
    const SocketId receiver = c.bound(AF_INET, SOCK_DGRAM);
    c.make(calls::sendto(std::string(size, 'x'), c.localOf(receiver)), c.socket(AF_INET, SOCK_DGRAM));
    c.sees([&] { return c.bench.node(receiver).view.receiveQueue == static_cast<std::int64_t>(size); });
    return receiver;
}

DoctorCases names()
{
    return {
        {"note.selfConnect",
            [](Clinic& c) {
                const SocketId socket = c.bound(AF_INET, SOCK_STREAM);
                c.make(calls::connect(c.localOf(socket)), socket);
            }},
        {"note.thisHost",
            [](Clinic& c) {
                const Address server = c.localOf(c.listener(AF_INET));
                c.make(calls::connect(withPortOf(0, server)), c.socket(AF_INET, SOCK_STREAM));
            }},
        {"note.mapped",
            [](Clinic& c) {
                const Address server = c.localOf(c.listener(AF_INET));
                const Address mapped
                    = Address::ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 1}, server.port());
                c.make(calls::connect(mapped), c.socket(AF_INET6, SOCK_STREAM));
            }},
        {"note.dissolved",
            [](Clinic& c) {
                const std::byte nothing[16] {};
                c.make(calls::connect(rawAddress(nothing, sizeof nothing)), c.socket(AF_INET, SOCK_DGRAM));
            }},
        {"note.datagramPeer",
            [](Clinic& c) { c.make(calls::connect(v4(kLoopback, 9)), c.socket(AF_INET, SOCK_DGRAM)); }},
        {"note.shared",
            [](Clinic& c) {
                const SocketId first = c.socket(AF_INET, SOCK_DGRAM);
                shareable(c, first);
                c.make(calls::bind(v4(kLoopback, 0)), first);
                c.make(calls::getsockname(), first);
                const SocketId second = c.socket(AF_INET, SOCK_DGRAM);
                shareable(c, second);
                c.make(calls::bind(c.localOf(first)), second);
            }},
        {"note.reachable", [](Clinic& c) { c.make(calls::bind(v4(0, 0)), c.socket(AF_INET, SOCK_STREAM)); }},
        {"note.anyPort",
            [](Clinic& c) { c.make(calls::bind(v4(kLoopback, 0)), c.socket(AF_INET, SOCK_STREAM)); }},
        {"note.autobind",
            [](Clinic& c) { c.make(calls::bind(Address::unixUnnamed()), c.socket(AF_UNIX, SOCK_STREAM)); }},
        {"note.backlog", [](Clinic& c) { c.make(calls::listen(-1), c.bound(AF_INET, SOCK_STREAM)); }},
    };
}

DoctorCases sends()
{
    return {
        {"note.emptyStream", [](Clinic& c) { c.make(calls::send(""), c.connected(AF_INET)); }},
        {"note.emptyDatagram",
            [](Clinic& c) {
                const Address place = c.localOf(c.bound(AF_INET, SOCK_DGRAM));
                c.make(calls::sendto("", place), c.socket(AF_INET, SOCK_DGRAM));
            }},
        {"note.partlySent",
            [](Clinic& c) {
                const std::vector<std::byte> much(32'000'000);
                c.make(calls::send(much, MSG_DONTWAIT | MSG_NOSIGNAL), c.connected(AF_INET));
            }},
        {"note.sentToClosed",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                c.make(calls::shutdown(SHUT_WR), c.served);
                c.make(calls::recv(1), client);
                c.make(calls::send("x"), client);
            }},
        {"note.sentToClosedPeer",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                c.close(c.served);
                c.make(calls::send("x"), client);
            }},
        {"note.shutRead",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                c.make(calls::shutdown(SHUT_RD), client);
            }},
    };
}

DoctorCases ends()
{
    return {
        {"note.noRoom",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                c.make(calls::send("x"), c.served);
                c.make(calls::recv(0), client);
            }},
        {"note.shutHere",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                c.make(calls::shutdown(SHUT_RD), client);
                c.make(calls::recv(1), client);
            }},
        {"note.end",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                c.make(calls::shutdown(SHUT_WR), c.served);
                c.make(calls::recv(1), client);
            }},
        {"note.packetEnd",
            [](Clinic& c) {
                Packets packets(c);
                packets.accept(c);
                c.close(packets.served);
                c.make(calls::recv(1), packets.client);
            }},
        {"note.packetEmpty",
            [](Clinic& c) {
                Packets packets(c);
                packets.accept(c);
                c.make(calls::send(""), packets.served);
                c.make(calls::recv(1), packets.client);
            }},
        {"note.packetZero",
            [](Clinic& c) {
                const Packets packets(c);
                // Who is at the other end is nobody that the session knows.
                ::close(::accept(c.bench.node(packets.server).fd, nullptr, nullptr));
                c.make(calls::recv(1), packets.client);
            }},
    };
}

void wakeByTen(Clinic& c)
{
    const SocketId receiver = c.bound(AF_INET, SOCK_DGRAM);
    const auto asleep = c.bench.session.post(calls::recv(10), receiver);
    c.sees([&] { return !c.bench.node(receiver).blocked.empty(); });
    c.make(calls::sendto("0123456789", c.localOf(receiver)), c.socket(AF_INET, SOCK_DGRAM));
    c.last = asleep.value();
    c.bench.resultOf(c.last);
}

bool knowsWhatWaited(const Clinic& c)
{
    return c.patient().before.view.receiveQueue > 0;
}

DoctorCases messages()
{
    return {
        {"note.emptyMessage",
            [](Clinic& c) {
                const SocketId receiver = c.bound(AF_INET, SOCK_DGRAM);
                c.make(calls::sendto("", c.localOf(receiver)), c.socket(AF_INET, SOCK_DGRAM));
                c.make(calls::recv(10), receiver);
            }},
        {"note.cut", [](Clinic& c) { c.make(calls::recv(10), waiting(c, 100)); }},
        {"note.realLength", [](Clinic& c) { c.make(calls::recv(10, MSG_TRUNC), waiting(c, 100)); }},
        {"note.full",
            [](Clinic& c) {
                // A look at the queue in the moment before the sleeper takes the message tells its length,
                // and nothing is left to be said: then once more.
                for (int attempt = 0; attempt < 50 && (attempt == 0 || knowsWhatWaited(c)); ++attempt) {
                    wakeByTen(c);
                }
            }},
        {"note.peeked", [](Clinic& c) { c.make(calls::recv(10, MSG_PEEK), waiting(c, 5)); }},
    };
}

}

DoctorCases noteCases()
{
    DoctorCases all = names();
    for (const DoctorCases& more : {sends(), ends(), messages()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}
