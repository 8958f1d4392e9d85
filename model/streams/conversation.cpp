#include "model/streams/conversation.h"

#include <algorithm>

namespace model {

using namespace netcore;

namespace {

constexpr int kMostDuplicates = 64; // one of another: a file could make a ring of them

// Ours on both sides, and both say so: one connect() of a datagram socket binds nobody but itself.
const SocketNode* otherEnd(const SocketGraph& graph, const SocketNode& node)
{
    const SocketNode* peer = graph.find(originalOf(graph, node.peer));
    const bool mutual = peer != nullptr && originalOf(graph, peer->peer) == node.id;
    return mutual && peer->id != node.id ? peer : nullptr;
}

bool talks(const SocketNode& node)
{
    return node.bytesSent + node.bytesReceived > 0 || node.accepted || node.peer != kNoSocket
        || (node.connected && !node.remote.isEmpty());
}

Conversation alone(const SocketNode& node)
{
    Conversation made;
    made.first = node.id;
    made.foreign = node.remote;
    made.messages = !node.isStream();
    made.over = !node.open;
    made.there = node.bytesSent;
    made.back = node.bytesReceived;
    return made;
}

Conversation between(const SocketNode& one, const SocketNode& other)
{
    const bool turned = one.accepted && !other.accepted;
    const SocketNode& first = turned ? other : one;
    const SocketNode& second = turned ? one : other;
    Conversation made = alone(first);
    made.second = second.id;
    made.foreign = {};
    made.over = !first.open && !second.open;
    made.back = second.bytesSent;
    return made;
}

}

SocketId originalOf(const SocketGraph& graph, SocketId socket)
{
    for (int i = 0; i < kMostDuplicates; ++i) {
        const SocketNode* node = graph.find(socket);
        if (node == nullptr || node->duplicateOf == kNoSocket || node->duplicateOf == socket) {
            break;
        }
        socket = node->duplicateOf;
    }
    return socket;
}

std::vector<Conversation> conversationsOf(const SocketGraph& graph)
{
    std::vector<Conversation> all;
    for (const auto& [id, node] : graph.sockets()) {
        if (!node.isSocket || node.listening || node.duplicateOf != kNoSocket || !talks(node)) {
            continue;
        }
        const SocketNode* other = otherEnd(graph, node);
        if (other == nullptr) {
            all.push_back(alone(node));
        } else if (number(id) < number(other->id)) {
            all.push_back(between(node, *other));
        }
    }
    return all;
}

std::optional<std::size_t> conversationWith(
    const std::vector<Conversation>& all, const SocketGraph& graph, SocketId socket)
{
    const SocketId original = originalOf(graph, socket);
    const auto found = std::ranges::find_if(
        all, [&](const Conversation& one) { return one.first == original || one.second == original; });
    return original == kNoSocket || found == all.end()
        ? std::nullopt
        : std::optional(static_cast<std::size_t>(found - all.begin()));
}

}
