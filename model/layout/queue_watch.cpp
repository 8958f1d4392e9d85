#include "model/layout/queue_watch.h"

#include <QTimerEvent>
#include <algorithm>
#include <utility>

namespace model {

using namespace netcore;

namespace {

constexpr int kPause = 60; // ms: those who come together are asked about together

bool isOurs(const Holder& peer, const SocketGraph& graph)
{
    return std::ranges::any_of(graph.sockets(), [&](const auto& entry) {
        const SocketNode& node = entry.second;
        const bool accepted = node.accepted && node.remote == peer.local && !peer.local.isEmpty();
        return node.open
            && (accepted || (peer.inode != 0 && peer.inode == node.view.inode)
                || (!peer.local.isEmpty() && peer.local == node.local && peer.remote == node.remote));
    });
}

}

QueueWatch::~QueueWatch()
{
    m_stop = true;
    if (m_thread.joinable()) {
        m_thread.join();
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
    if (queue.asks && !m_timer.isActive() && !m_thread.joinable()) {
        m_timer.start(kPause, this);
    }
    std::vector<QueuedPeer> strangers;
    for (const Holder& peer : queue.peers) {
        if (!isOurs(peer, graph)) {
            strangers.push_back({peer.local, peer.inode, {peer.process, peer.program}});
        }
    }
    return strangers;
}

void QueueWatch::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId()) {
        m_timer.stop();
        ask();
    }
}

void QueueWatch::ask()
{
    std::vector<SocketId> listeners;
    std::vector<QueueQuestion> questions;
    for (auto& [id, queue] : m_queues) {
        if (std::exchange(queue.asks, false)) {
            listeners.push_back(id);
            questions.push_back(queue.question);
        }
    }
    if (listeners.empty() || m_thread.joinable()) {
        return;
    }
    m_thread = std::thread([this, listeners, questions] {
        auto answers = findQueuedPeers(questions, m_stop);
        QMetaObject::invokeMethod(
            this, [this, listeners, answers = std::move(answers)] { take(listeners, answers); },
            Qt::QueuedConnection);
    });
}

void QueueWatch::take(const std::vector<SocketId>& listeners, const std::vector<std::vector<Holder>>& answers)
{
    m_thread.join(); // its last deed was to tell us
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
    if (asks && !m_timer.isActive()) {
        m_timer.start(kPause, this);
    }
    if (news) {
        Q_EMIT found();
    }
}

}
