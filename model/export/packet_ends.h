// Which addresses the sockets of a log have in a capture: their own where they are of the internet, made-up
// ones of 127.0.0.0/8 where they are UNIX sockets.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/export/export_source.h"
#include "model/export/packet_bytes.h"

namespace model {

class PacketEnds {
public:
    explicit PacketEnds(const ExportSource& source);

    // The socket itself, behind a duplicate or a descriptor that came in a message.
    netcore::SocketId original(netcore::SocketId socket) const;
    // How many descriptors of it there ever are.
    unsigned descriptorsOf(netcore::SocketId original) const;
    // The other end of a connection, where it is one of ours.
    netcore::SocketId peerOf(netcore::SocketId original) const;

    struct Pair {
        PacketEnd own;
        PacketEnd other;
    };
    // Of what is connected; `told`: the address that the call in question named or was told.
    Pair ends(netcore::SocketId original, const netcore::Address* told) const;
    // One of our sockets has that name at that row.
    std::optional<netcore::SocketId> ownerOf(const netcore::Address& address, Row row) const;
    // "7 /run/x.sock": of UNIX sockets.
    std::string nameOf(netcore::SocketId socket) const;
    static PacketEnd unixEnd(netcore::SocketId socket);

private:
    std::optional<PacketEnd> endOf(const netcore::Address& address) const;
    PacketEnd synthetic(netcore::SocketId socket, bool isIpv6) const;

    const ExportSource& m_source;
    std::map<netcore::SocketId, unsigned> m_descriptors; // by original
    std::multimap<std::uint16_t, netcore::SocketId> m_byPort;
    std::multimap<std::string, netcore::SocketId, std::less<>> m_byName; // of UNIX sockets
};

}
