#include "tests/support/loopback.h"

#include <atomic>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

using namespace netcore;

namespace {

// Abstract names are shared by all programs of the machine: two test runs must not meet.
std::string ownName(std::string_view name)
{
    static std::atomic<unsigned> next = 0;
    return "sockscope-" + std::to_string(::getpid()) + '-' + std::to_string(++next) + '-' + std::string(name);
}

SocketId bound(EngineBench& bench, int type, const Address& place)
{
    const SocketId socket = bench.socket(place.family(), type);
    bench.make(calls::bind(place), socket);
    return socket;
}

}

int familyOf(std::string_view domain)
{
    return domain == "ipv4" ? AF_INET : domain == "ipv6" ? AF_INET6 : AF_UNIX;
}

Address placeFor(std::string_view domain, const TemporaryFolder& folder, std::string_view name)
{
    if (domain == "ipv4") {
        return Address::ipv4(0x7f000001, 0);
    }
    if (domain == "ipv6") {
        return Address::ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0);
    }
    if (domain == "path") {
        return Address::unixPath(folder.file(name));
    }
    return domain == "abstract" ? Address::unixAbstract(ownName(name)) : Address::unixUnnamed();
}

bool hasIpv6Loopback()
{
    const OwnedFd probe(::socket(AF_INET6, SOCK_DGRAM, 0));
    const Address loopback = Address::ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0);
    return probe.isOpen() && ::bind(probe.get(), loopback.data(), loopback.length()) == 0;
}

SocketId listener(EngineBench& bench, const Address& place, int backlog)
{
    const SocketId socket = bound(bench, SOCK_STREAM, place);
    bench.make(calls::listen(backlog), socket);
    return socket;
}

Pair connectedPair(EngineBench& bench, std::string_view domain, const TemporaryFolder& folder)
{
    const SocketId server = listener(bench, placeFor(domain, folder, "pair"));
    Pair pair;
    pair.near = bench.socket(familyOf(domain), SOCK_STREAM);
    bench.make(calls::connect(bench.nameOf(server)), pair.near);
    pair.far = bench.accept(server);
    bench.make(calls::close(), server);
    return pair;
}

Pair datagramPair(EngineBench& bench, std::string_view domain, const TemporaryFolder& folder)
{
    return {bound(bench, SOCK_DGRAM, placeFor(domain, folder, "near")),
        bound(bench, SOCK_DGRAM, placeFor(domain, folder, "far"))};
}

std::string fill(EngineBench& bench, SocketId socket)
{
    const std::vector<std::byte> block(std::size_t {64} * 1024);
    for (;;) {
        const RecordedEvent& sent = bench.make(calls::send(block, MSG_DONTWAIT | MSG_NOSIGNAL), socket);
        if (sent.event.error != 0) {
            return sent.result();
        }
    }
}

}
