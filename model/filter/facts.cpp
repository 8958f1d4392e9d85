#include "model/filter/facts.h"

#include <algorithm>

namespace model::filter {

using namespace netcore;

namespace {

// A log from a file may name any socket: a number far beyond all others is nobody's.
constexpr std::uint32_t kMostSockets = 1U << 24U;

using Rows = std::shared_ptr<const std::vector<Row>>;

// The first row that is in one of the lists only.
Row firstDifference(const Rows& before, const std::vector<Row>& after)
{
    const std::vector<Row> none;
    const std::vector<Row>& old = before ? *before : none;
    const auto [a, b] = std::ranges::mismatch(old, after);
    const Row first = a == old.end() ? ~Row {0} : *a;
    const Row second = b == after.end() ? ~Row {0} : *b;
    return std::min(first, second);
}

}

FactsKeeper::FactsKeeper(std::uint64_t startTime) : m_facts(std::make_shared<Facts>())
{
    m_facts->startTime = startTime;
}

Facts& FactsKeeper::writable()
{
    // Who holds it may read it on another thread right now: never change what was handed out.
    m_facts = std::make_shared<Facts>(*m_facts);
    return *m_facts;
}

void FactsKeeper::takeSocket(const SocketNode& node)
{
    if (number(node.id) >= kMostSockets) {
        return;
    }
    SocketFacts now {node.fd, node.domain, node.type, node.protocol, node.local, node.remote, node.created};
    const SocketFacts* known = m_facts->socket(node.id);
    if (known != nullptr && *known == now) {
        return;
    }
    m_changedFrom = std::min(m_changedFrom, now.created);
    if (number(node.id) >= m_facts->sockets.size()) {
        m_facts->sockets.resize(number(node.id) + 1);
    }
    m_facts->sockets[number(node.id)] = std::make_shared<SocketFacts>(std::move(now));
}

void FactsKeeper::takeSockets(const SocketGraph& graph, const std::set<SocketId>& changed)
{
    const auto isNews = [&](SocketId id) {
        const SocketNode* node = graph.find(id);
        const SocketFacts* known = m_facts->socket(id);
        return node != nullptr
            && (known == nullptr || known->fd != node->fd || known->domain != node->domain
                || known->type != node->type || !(known->local == node->local)
                || !(known->remote == node->remote));
    };
    std::vector<const SocketNode*> news;
    for (const SocketId id : changed) {
        if (isNews(id)) {
            news.push_back(graph.find(id));
        }
    }
    if (!news.empty()) {
        writable();
        std::ranges::for_each(news, [this](const SocketNode* node) { takeSocket(*node); });
    }
}

void FactsKeeper::takeAllSockets(const SocketGraph& graph)
{
    writable();
    for (const auto& entry : graph.sockets()) {
        takeSocket(entry.second);
    }
}

void FactsKeeper::setActors(std::vector<std::string> actors)
{
    // An actor is named before its first call: no row has to be looked at again.
    if (actors != m_facts->actors) {
        writable().actors = std::move(actors);
    }
}

void FactsKeeper::setMarked(std::vector<Row> rows)
{
    const Row changedFrom = firstDifference(m_facts->marked, rows);
    if (changedFrom == ~Row {0}) {
        return;
    }
    m_changedFrom = std::min(m_changedFrom, changedFrom);
    writable().marked = std::make_shared<const std::vector<Row>>(std::move(rows));
}

void FactsKeeper::setCommented(std::vector<Row> rows)
{
    const Row changedFrom = firstDifference(m_facts->commented, rows);
    if (changedFrom == ~Row {0}) {
        return;
    }
    m_changedFrom = std::min(m_changedFrom, changedFrom);
    writable().commented = std::make_shared<const std::vector<Row>>(std::move(rows));
}

Row FactsKeeper::takeChangedFrom()
{
    return std::exchange(m_changedFrom, ~Row {0});
}

}
