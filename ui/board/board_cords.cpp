#include "ui/board/board_cords.h"

#include <QGraphicsScene>
#include <QGraphicsView>
#include <algorithm>
#include <set>

#include "ui/board/socket_card.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::EdgeKind;

namespace {

constexpr QSizeF kPeerSize(120, 56); // at least
constexpr qreal kPeerGap = 168; // room for what is being carried
constexpr QChar kBetween(0x1f); // in no address: of a key, the card and the connection

QString keyOf(const model::PeerOwner& owner, const Address& address, const QString& otherwise)
{
    if (owner.process != 0) {
        return QStringLiteral("pid-%1").arg(owner.process);
    }
    const bool named = address.port() != 0 || !address.path().empty() || !address.abstractName().empty();
    return named ? QStringLiteral("at-") + words::address(address) : otherwise;
}

}

BoardCords::BoardCords(Workbench& workbench, BoardMotion* motion, QGraphicsScene& scene, FindCard cardOf)
    : QObject(&scene), m_workbench(workbench), m_motion(motion), m_scene(scene), m_cardOf(std::move(cardOf))
{
    connect(&m_watch, &model::PeerWatch::found, this, &BoardCords::peerNamed);
    connect(&m_queues, &model::QueueWatch::found, this, &BoardCords::peerNamed);
}

// One card a process; where that is not known one an address, and where not even that is, one a socket.
QString BoardCords::peerKey(const model::SocketNode& node) const
{
    const model::PeerOwner owner = m_workbench.canCall() ? m_watch.ownerOf(node) : model::PeerOwner();
    return keyOf(owner, node.remote, QStringLiteral("of-%1").arg(number(node.id)));
}

// Strangers who wait to be accepted. The log does not tell of them, so of the past they are not known.
void BoardCords::addQueued(const model::SocketGraph& graph, std::map<Key, model::SocketEdge>& wanted)
{
    m_queued.clear();
    if (!m_workbench.canCall()) {
        return;
    }
    for (const auto& [id, node] : graph.sockets()) {
        if (!node.listening || m_cardOf(id) == nullptr) {
            continue;
        }
        for (const model::QueuedPeer& peer : m_queues.strangersAt(node, graph)) {
            const QString inode = QString::number(peer.inode);
            const QString key = keyOf(peer.owner, peer.address, QStringLiteral("inode-") + inode);
            // A program that waits twice has two cords.
            const QString connection = words::address(peer.address) + kBetween + inode;
            wanted.emplace(Key {EdgeKind::Queued, id, kNoSocket, key + kBetween + connection},
                model::SocketEdge {EdgeKind::Queued, id, kNoSocket, peer.address});
            m_queued[key] = peer.owner;
        }
    }
}

bool BoardCords::update(const model::SocketGraph& graph)
{
    std::map<Key, model::SocketEdge> wanted;
    for (const model::SocketEdge& edge : model::edgesOf(graph)) {
        const bool foreign = edge.kind == EdgeKind::Foreign;
        if (m_cardOf(edge.from) != nullptr && (foreign || m_cardOf(edge.to) != nullptr)) {
            const QString peer = foreign ? peerKey(*graph.find(edge.from)) : QString();
            wanted.emplace(Key {edge.kind, edge.from, edge.to, peer}, edge);
        }
    }
    addQueued(graph, wanted);
    bool changed = false;
    for (auto cord = m_cords.begin(); cord != m_cords.end();) {
        const auto still = wanted.find(cord->first);
        if (still == wanted.end() || !(still->second == cord->second->edge())) {
            spoil(cord->second->cordRect());
            delete cord->second; // takes itself out of the scene
            cord = m_cords.erase(cord);
            changed = true;
        } else {
            ++cord;
        }
    }
    for (const auto& [key, edge] : wanted) {
        if (!m_cords.contains(key)) {
            add(key, edge);
            changed = true;
        }
    }
    if (changed) {
        index();
        dropPeers();
        namePeers(graph);
    }
    return changed;
}

void BoardCords::add(const Key& key, const model::SocketEdge& edge)
{
    BoardNode* to = m_cardOf(edge.to);
    if (edge.kind == EdgeKind::Foreign || edge.kind == EdgeKind::Queued) {
        to = &peer(std::get<QString>(key).section(kBetween, 0, 0), edge);
    }
    auto* cord = new CordItem(m_workbench, m_motion, edge, *m_cardOf(edge.from), *to);
    m_cords.emplace(key, cord);
    m_scene.addItem(cord);
    spoil(cord->cordRect());
}

// Beside its socket; or where the card was that knew less of the same peer.
ForeignCard& BoardCords::peer(const QString& key, const model::SocketEdge& edge)
{
    if (const auto known = m_peers.find(key); known != m_peers.end()) {
        return *known->second;
    }
    auto* card = new ForeignCard(m_workbench, m_motion, key);
    const QRectF socket = m_cardOf(edge.from)->onBoard();
    card->setPos(onGrid({socket.right() + kPeerGap, socket.center().y() - card->cardRect().height() / 2}));
    const auto before = m_peers.find(QStringLiteral("at-") + words::address(edge.foreign));
    if (before != m_peers.end()) {
        card->setPos(before->second->pos());
    } else {
        const auto roomOf = [](const QPointF& place) { return QRectF(place, kPeerSize); };
        const auto isTaken = [&](const ForeignCard* other) {
            const QRectF theirs = other->onBoard() | roomOf(other->pos()); // a new one is not named yet
            return theirs.adjusted(-8, -8, 8, 8).intersects(roomOf(card->pos()));
        };
        while (std::ranges::any_of(m_peers, [&](const auto& other) { return isTaken(other.second); })) {
            card->moveBy(0, BoardNode::kGrid);
        }
    }
    m_peers.emplace(key, card);
    m_scene.addItem(card);
    Q_EMIT peerAdded(card);
    return *card;
}

void BoardCords::dropPeers()
{
    std::erase_if(m_peers, [this](const auto& peer) {
        const bool gone = !m_byNode.contains(peer.second);
        if (gone) {
            m_scene.removeItem(peer.second);
            peer.second->deleteLater(); // it may be under the mouse
        }
        return gone;
    });
}

void BoardCords::namePeers(const model::SocketGraph& graph)
{
    for (const auto& [key, card] : m_peers) {
        model::PeerOwner owner;
        QStringList addresses;
        for (const CordItem* cord : m_byNode.at(card)) {
            const model::SocketNode* node = graph.find(cord->edge().from);
            if (node == nullptr) {
                continue;
            }
            if (cord->edge().kind == EdgeKind::Queued) {
                owner = m_queued[key];
            } else if (m_workbench.canCall() && owner.process == 0) {
                owner = m_watch.ownerOf(*node);
            }
            const QString address = words::address(cord->edge().foreign);
            if (!address.isEmpty() && !addresses.contains(address)) {
                addresses.append(address);
            }
        }
        card->show(owner, addresses);
    }
}

void BoardCords::index()
{
    m_bySocket.clear();
    m_byNode.clear();
    for (const auto& [key, cord] : m_cords) {
        m_bySocket[cord->edge().from].push_back(cord);
        if (cord->edge().to != kNoSocket) {
            m_bySocket[cord->edge().to].push_back(cord);
        }
        m_byNode[&cord->from()].push_back(cord);
        m_byNode[&cord->to()].push_back(cord);
    }
}

void BoardCords::follow(const BoardNode& node)
{
    if (const auto cords = m_byNode.find(&node); cords != m_byNode.end()) {
        QRectF all;
        for (CordItem* cord : cords->second) {
            all |= cord->follow();
        }
        spoil(all);
    }
}

void BoardCords::refresh(SocketId socket)
{
    QRectF all;
    for (CordItem* cord : of(socket)) {
        all |= cord->refresh();
    }
    spoil(all);
}

// One rectangle that grows: a region of hundreds of them that overlap would be dearer than the painting.
// Only what is in sight: the view paints the rest when it comes there.
void BoardCords::spoil(const QRectF& rect)
{
    for (const QGraphicsView* view : m_scene.views()) {
        const QRectF seen = rect & view->mapToScene(view->viewport()->rect()).boundingRect();
        if (!seen.isEmpty() && !m_spoilt.contains(seen)) {
            m_spoilt |= seen;
            m_scene.invalidate(m_spoilt, QGraphicsScene::BackgroundLayer);
        }
    }
}

void BoardCords::paint(QPainter& painter, const QRectF& exposed, bool far)
{
    m_spoilt = {};
    for (const auto& [key, cord] : m_cords) {
        if (cord->cordRect().intersects(exposed)) {
            cord->paintCord(painter, exposed, far);
        }
    }
}

const std::vector<CordItem*>& BoardCords::of(SocketId socket) const
{
    static const std::vector<CordItem*> none;
    const auto found = m_bySocket.find(socket);
    return found == m_bySocket.end() ? none : found->second;
}

std::vector<CordItem*> BoardCords::all() const
{
    std::vector<CordItem*> cords;
    cords.reserve(m_cords.size());
    for (const auto& [key, cord] : m_cords) {
        cords.push_back(cord);
    }
    return cords;
}

SocketId BoardCords::socketOf(const BoardNode& peer) const
{
    const auto cords = m_byNode.find(&peer);
    return cords == m_byNode.end() ? kNoSocket : cords->second.front()->edge().from;
}

void BoardCords::restyle()
{
    for (const auto& [key, peer] : m_peers) {
        peer->restyle();
    }
    for (const auto& [key, cord] : m_cords) {
        cord->follow();
    }
}

}
