#include "model/export/packet_ends.h"

#include <algorithm>

namespace model {

using namespace netcore;

namespace {

constexpr std::uint16_t kUnixPort = 60'000; // no protocol's
constexpr std::size_t kMostSteps = 64; // of a chain of duplicates: a damaged log may have a ring

bool isMapped(std::span<const std::byte> host)
{
    constexpr std::array<std::uint8_t, 12> kPrefix {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    return std::ranges::equal(
        host.first(12), kPrefix, {}, [](std::byte byte) { return std::to_integer<std::uint8_t>(byte); });
}

bool isWildcard(const PacketEnd& end)
{
    return std::ranges::all_of(end.host, [](std::uint8_t byte) { return byte == 0; });
}

void setLoopback(PacketEnd& end, bool isIpv6)
{
    end.isIpv6 = isIpv6;
    end.host = {};
    if (isIpv6) {
        end.host.back() = 1;
    } else {
        end.host[0] = 127;
        end.host[3] = 1;
    }
}

}

PacketEnds::PacketEnds(const ExportSource& source) : m_source(source)
{
    for (const auto& [id, node] : source.graph.sockets()) {
        ++m_descriptors[original(id)];
        if (node.local.port() != 0) {
            m_byPort.emplace(node.local.port(), id);
        } else if (node.domain == AF_UNIX && !node.accepted && node.local.length() > sizeof(sa_family_t)) {
            m_byName.emplace(addressText(node.local), id);
        }
    }
}

SocketId PacketEnds::original(SocketId socket) const
{
    for (std::size_t i = 0; i < kMostSteps; ++i) {
        const SocketNode* node = m_source.graph.find(socket);
        if (node == nullptr || node->duplicateOf == kNoSocket) {
            break;
        }
        socket = node->duplicateOf;
    }
    return socket;
}

unsigned PacketEnds::descriptorsOf(SocketId original) const
{
    const auto found = m_descriptors.find(original);
    return found == m_descriptors.end() ? 1 : found->second;
}

SocketId PacketEnds::peerOf(SocketId socket) const
{
    const SocketNode* node = m_source.graph.find(socket);
    return node == nullptr || node->peer == kNoSocket ? kNoSocket : original(node->peer);
}

std::optional<PacketEnd> PacketEnds::endOf(const Address& address) const
{
    const auto bytes = address.bytes();
    PacketEnd end;
    end.port = address.port();
    if (address.family() == AF_INET && bytes.size() >= 8) {
        std::ranges::transform(bytes.subspan(4, 4), end.host.begin(),
            [](std::byte byte) { return std::to_integer<std::uint8_t>(byte); });
        return end;
    }
    if (address.family() == AF_INET6 && bytes.size() >= 24) {
        const auto host = bytes.subspan(8, 16);
        end.isIpv6 = !isMapped(host);
        std::ranges::transform(end.isIpv6 ? host : host.last(4), end.host.begin(),
            [](std::byte byte) { return std::to_integer<std::uint8_t>(byte); });
        return end;
    }
    return std::nullopt;
}

PacketEnd PacketEnds::synthetic(SocketId socket, bool isIpv6) const
{
    PacketEnd end;
    setLoopback(end, isIpv6);
    end.port = static_cast<std::uint16_t>(40'000 + number(socket) % 20'000);
    return end;
}

PacketEnd PacketEnds::unixEnd(SocketId socket)
{
    const std::uint32_t id = number(socket);
    PacketEnd end;
    end.host[0] = 127;
    end.host[1] = static_cast<std::uint8_t>(64 + (id >> 16) % 128);
    end.host[2] = static_cast<std::uint8_t>(id >> 8);
    end.host[3] = static_cast<std::uint8_t>(id);
    end.port = kUnixPort;
    return end;
}

PacketEnds::Pair PacketEnds::ends(SocketId socket, const Address* told) const
{
    const SocketNode* node = m_source.graph.find(socket);
    const SocketId peer = peerOf(socket);
    if (node == nullptr || node->domain == AF_UNIX) {
        return {unixEnd(socket), unixEnd(peer)};
    }
    const SocketNode* other = m_source.graph.find(peer);
    const bool v6 = node->domain == AF_INET6;
    auto remote = endOf(told != nullptr && told->port() != 0 ? *told : node->remote);
    if ((!remote || remote->port == 0) && other != nullptr) {
        remote = endOf(other->local);
    }
    auto local = endOf(node->local);
    if ((!local || local->port == 0) && other != nullptr) {
        local = endOf(other->remote);
    }
    Pair pair {local && local->port != 0 ? *local : synthetic(socket, v6),
        remote && remote->port != 0 ? *remote : synthetic(kNoSocket, v6)};
    if (isWildcard(pair.other)) { // Linux takes it for this machine
        setLoopback(pair.other, pair.other.isIpv6);
    }
    if (isWildcard(pair.own) || pair.own.isIpv6 != pair.other.isIpv6) {
        setLoopback(pair.own, pair.other.isIpv6);
    }
    return pair;
}

std::optional<SocketId> PacketEnds::ownerOf(const Address& address, Row row) const
{
    std::optional<SocketId> best;
    const auto consider = [&](SocketId id) {
        const SocketNode* node = m_source.graph.find(id);
        if (node != nullptr && node->created <= row && !node->isStream()) {
            best = original(id);
        }
    };
    if (address.family() == AF_UNIX) {
        const auto [first, last] = m_byName.equal_range(addressText(address));
        std::for_each(first, last, [&](const auto& entry) { consider(entry.second); });
        return best;
    }
    const auto [first, last] = m_byPort.equal_range(address.port());
    std::for_each(first, last, [&](const auto& entry) {
        const SocketNode* node = m_source.graph.find(entry.second);
        const bool same = node != nullptr
            && (node->local.isWildcard() || address.isWildcard() || node->local == address
                || (node->local.isLoopback() && address.isLoopback()));
        if (same) {
            consider(entry.second);
        }
    });
    return best;
}

std::string PacketEnds::nameOf(SocketId socket) const
{
    if (socket == kNoSocket) {
        return "unix-somebody-else";
    }
    const SocketNode* node = m_source.graph.find(socket);
    std::string name = "unix-" + std::to_string(number(socket));
    const std::string address = node == nullptr ? std::string() : addressText(node->local);
    for (const char c : address.substr(0, 120)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '/' || c == '.' || c == '_' || c == '-';
        name += name.size() < 6 + std::to_string(number(socket)).size() ? "-" : "";
        name += plain ? c : c == '@' ? '@' : '_';
    }
    return name;
}

}
