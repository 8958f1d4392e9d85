// What it would mean to plug one socket into another: where to, and by which calls. Facts only; the words are
// the window's.
#pragma once

#include <optional>

#include "model/graph/socket_graph.h"

namespace model {

enum class LinkTrouble : std::uint8_t {
    None,
    Itself,
    SourceClosed,
    SourceCannot, // connected already, or a listener: LinkPlan::error is what connect() will say
    TargetClosed,
    TargetNoSocket, // a file that came in a message
    OtherDomain,
    OtherType,
    NotListening,
    Unnamed, // nobody can say where to go: it was never bound
};

struct LinkPlan {
    LinkTrouble trouble = LinkTrouble::None;
    int error = 0; // the errno to expect, where the source is the reason; 0: the kernel will say
    bool sends = false; // datagrams: sendto() is the other way
    // Where to go. Of a socket on all addresses (0.0.0.0, ::) the loopback one. Nothing: nowhere, so not
    // even an attempt can be made.
    std::optional<netcore::Address> address;

    bool isLegal() const { return trouble == LinkTrouble::None; }
    bool canTry() const { return address.has_value(); }
};

LinkPlan planLink(const SocketNode& from, const SocketNode& to);
// Whether there is anything to plug in: a socket that can still be connected, or send datagrams; and a
// listener, where it is the other one that connects.
bool hasPlug(const SocketNode& socket);
// A listener's cord goes the other way: what it leads to connects to it.
bool isPulledOut(const SocketNode& socket);
// Where something must be sent so that it arrives at a socket bound to `local`, from a socket of `domain`
// (AF_*).
netcore::Address reachableBy(int domain, const netcore::Address& local);

}
