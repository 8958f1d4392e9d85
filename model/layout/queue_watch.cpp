#include "model/layout/queue_watch.h"

#include <algorithm>
#include <utility>

#include "netcore/sys/same_place.h"

namespace model {

using namespace netcore;

namespace {

constexpr int kPause = 60; // ms: those who come together are asked about together

bool isOurs(const Holder& peer, const SocketGraph& graph)
{
    return std::ranges::any_of(graph.sockets(), [&](const auto& entry) {
        const SocketNode& node = entry.second;
        const bool isAccepted = node.accepted && isSamePlace(node.remote, peer.local);
        const bool isIt = isSamePlace(node.local, peer.local) && isSamePlace(node.remote, peer.remote);
        return node.open
            && ((peer.inode != 0 && peer.inode == node.view.inode)
                || (!peer.local.isEmpty() && (isAccepted || isIt)));
    });
}

}

std::vector<QueuedPeer> QueueWatch::strangersAt(const SocketNode& listener, const SocketGraph& graph)
{
    const std::int64_t length = listener.view.acceptQueue;
    if (!listener.open || length <= 0) {
        m_queues.erase(listener.id);
        return {};
    }
    Queue& queue = m_queues[listener.id];
    if (queue.length != length || queue.lastCall != listener.lastCall) {
        queue.length = length;
        queue.lastCall = listener.lastCall;
        queue.question = {listener.local, listener.view.inode};
        queue.asks = true;
    }
    if (queue.asks) {
        askSoon(kPause);
    }
    std::vector<QueuedPeer> strangers;
    for (const Holder& peer : queue.peers) {
        if (!isOurs(peer, graph)) {
            strangers.push_back({peer.local, peer.inode, {peer.process, peer.program}});
        }
    }
    return strangers;
}

QueueWatch::Search QueueWatch::nextSearch()
{
    std::vector<SocketId> listeners;
    std::vector<QueueQuestion> questions;
    for (auto& [id, queue] : m_queues) {
        if (std::exchange(queue.asks, false)) {
            listeners.push_back(id);
            questions.push_back(queue.question);
        }
    }
    if (listeners.empty()) {
        return {};
    }
    return [this, listeners, questions](const std::atomic<bool>& stop) -> Take {
        auto answers = findQueuedPeers(questions, stop);
        return [this, listeners, answers = std::move(answers)] { return take(listeners, answers); };
    };
}

bool QueueWatch::take(const std::vector<SocketId>& listeners, const std::vector<std::vector<Holder>>& answers)
{
    bool news = false;
    bool asks = false;
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        const auto queue = m_queues.find(listeners[i]);
        if (queue != m_queues.end() && queue->second.peers != answers[i]) {
            queue->second.peers = answers[i];
            news = true;
        }
    }
    for (const auto& [id, queue] : m_queues) {
        asks = asks || queue.asks;
    }
    if (asks) {
        askSoon(kPause);
    }
    return news;
}

}
