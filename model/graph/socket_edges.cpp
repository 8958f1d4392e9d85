#include "model/graph/socket_edges.h"

#include "netcore/sys/same_place.h"

namespace model {

using namespace netcore;

namespace {

const SocketNode* openSocketAt(
    const SocketGraph& graph, const SocketNode& from, const Address& address, bool listening)
{
    for (const auto& [id, node] : graph.sockets()) {
        const bool fits = node.open && node.type == from.type && node.listening == listening && !node.accepted
            && id != from.id;
        if (fits && reaches(address, node.local)) {
            return &node;
        }
    }
    return nullptr;
}

void addOutgoing(const SocketGraph& graph, const SocketNode& node, std::vector<SocketEdge>& edges)
{
    if (node.peer != kNoSocket) {
        if (node.id < node.peer || node.isDatagram()) {
            edges.push_back({EdgeKind::Connected, node.id, node.peer, {}});
        }
        return;
    }
    if (!node.open || !(node.connected || node.connecting) || node.remote.isEmpty()) {
        return;
    }
    const SocketNode* other
        = node.accepted ? nullptr : openSocketAt(graph, node, node.remote, !node.isDatagram());
    if (other != nullptr) {
        edges.push_back(
            {node.isDatagram() ? EdgeKind::DatagramPeer : EdgeKind::Waiting, node.id, other->id, {}});
    } else {
        edges.push_back({EdgeKind::Foreign, node.id, kNoSocket, node.remote});
    }
}

}

std::vector<SocketEdge> edgesOf(const SocketGraph& graph)
{
    std::vector<SocketEdge> edges;
    for (const auto& [id, node] : graph.sockets()) {
        if (node.listener != kNoSocket && node.open) {
            edges.push_back({EdgeKind::AcceptedFrom, node.listener, id, {}});
        }
        addOutgoing(graph, node, edges);
    }
    return edges;
}

SocketId receiverOf(const SocketGraph& graph, const SocketNode& from, const Address& address)
{
    const SocketNode* node = openSocketAt(graph, from, address, false);
    return node != nullptr ? node->id : kNoSocket;
}

}
