// The cords of the board, and the cards of peers that are not ours: kept in step with what the fold says.
#pragma once

#include <QObject>
#include <map>
#include <unordered_map>
#include <vector>

#include "model/layout/queue_watch.h"
#include "ui/board/cord_item.h"
#include "ui/board/foreign_card.h"

class QGraphicsScene;

namespace ui {

class SocketCard;

class BoardCords : public QObject {
    Q_OBJECT

public:
    using FindCard = std::function<SocketCard*(netcore::SocketId)>; // nullptr: not on the board

    BoardCords(Workbench& workbench, BoardMotion* motion, QGraphicsScene& scene, FindCard cardOf);

    // Sockets have changed: cords come and go. True: some did.
    bool update(const model::SocketGraph& graph);
    void follow(const BoardNode& node);
    const std::vector<CordItem*>& of(netcore::SocketId socket) const;
    std::vector<CordItem*> all() const;
    const std::map<QString, ForeignCard*>& peers() const { return m_peers; }
    // A socket that is connected to that peer; none where nobody is any more.
    netcore::SocketId socketOf(const BoardNode& peer) const;
    void restyle();
    void refresh(netcore::SocketId socket); // its state is another one
    // The cords themselves, of that part of the scene; what lies on them are items.
    void paint(QPainter& painter, const QRectF& exposed, bool far);

Q_SIGNALS:
    void peerAdded(BoardNode* peer);
    void peerNamed();

private:
    using Key = std::tuple<model::EdgeKind, netcore::SocketId, netcore::SocketId, QString>;
    QString peerKey(const model::SocketNode& node) const;
    void addQueued(const model::SocketGraph& graph, std::map<Key, model::SocketEdge>& wanted);
    ForeignCard& peer(const QString& key, const model::SocketEdge& edge);
    void namePeers(const model::SocketGraph& graph);
    void dropPeers();
    void add(const Key& key, const model::SocketEdge& edge);
    void index();
    void spoil(const QRectF& rect);

    Workbench& m_workbench;
    BoardMotion* m_motion;
    QGraphicsScene& m_scene;
    const FindCard m_cardOf;
    mutable model::PeerWatch m_watch;
    model::QueueWatch m_queues;
    std::map<QString, model::PeerOwner> m_queued; // who waits, by the key of the card
    std::map<Key, CordItem*> m_cords; // the scene's
    std::map<QString, ForeignCard*> m_peers; // the scene's
    QRectF m_spoilt; // of the background, since it was painted last
    std::unordered_map<netcore::SocketId, std::vector<CordItem*>> m_bySocket;
    std::unordered_map<const BoardNode*, std::vector<CordItem*>> m_byNode;
};

}
