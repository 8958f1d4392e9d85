#include "ui/board/passing_cords.h"

#include <QGraphicsScene>
#include <algorithm>

#include "ui/board/socket_card.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qint64 kStay = 1'600; // ms, the fading among it
constexpr qint64 kFade = 300;
constexpr int kStep = 50;
constexpr qreal kStrangerGap = 168; // as of a peer's card
constexpr std::size_t kMost = 64; // more at once cannot be told apart

}

PassingCords::PassingCords(Workbench& workbench, BoardMotion* motion, QGraphicsScene& scene, FindCard cardOf)
    : QObject(&scene), m_workbench(workbench), m_motion(motion), m_scene(scene), m_cardOf(std::move(cardOf))
{
    m_clock.setInterval(kStep);
    connect(&m_clock, &QTimer::timeout, this, &PassingCords::fade);
}

bool PassingCords::take(model::Row row)
{
    const model::EventStore& store = m_workbench.session().store();
    const Event event = store.event(row);
    const model::SocketNode* from = m_workbench.graph().find(event.socket);
    const bool mayName = event.call == CallId::Sendto || event.call == CallId::Sendmsg;
    if (!mayName || from == nullptr || !from->isDatagram() || m_cardOf(from->id) == nullptr) {
        return false;
    }
    const CallRecord record = store.call(row);
    if (!record.hasAddress || record.address.isEmpty()
        || (from->connected && record.address == from->remote)) {
        return false;
    }
    if (m_cords.size() < kMost || m_cords.contains({from->id, words::address(record.address)})) {
        Passing& cord = passing(*from, record.address);
        cord.cord->carry(from->id, static_cast<quint64>(event.result), words::traffic(store, row));
        cord.cord->setOpacity(1);
        cord.until = m_motion->now() + kStay;
    }
    if (m_workbench.isAtPresent() && !m_clock.isActive()) {
        m_clock.start();
    }
    return true;
}

void PassingCords::showMoment()
{
    for (const auto& [key, cord] : std::exchange(m_cords, {})) {
        drop(cord);
    }
    m_clock.stop();
    if (m_workbench.isAtPresent() || m_workbench.end() == 0) {
        return;
    }
    const model::Row row = m_workbench.end() - 1;
    const Event event = m_workbench.session().store().event(row);
    if (event.kind == EventKind::Call && sendsData(event.call) && event.result >= 0) {
        take(row);
    }
}

PassingCords::Passing& PassingCords::passing(const model::SocketNode& from, const Address& to)
{
    Passing& passing = m_cords[{from.id, words::address(to)}];
    if (passing.cord != nullptr) {
        return passing;
    }
    SocketCard& sender = *m_cardOf(from.id);
    const SocketId receiver = model::receiverOf(m_workbench.graph(), from, to);
    BoardNode* end = receiver != kNoSocket ? m_cardOf(receiver) : nullptr;
    if (end == nullptr) {
        passing.stranger = strangerAt(to, sender);
        end = passing.stranger;
    }
    const model::SocketEdge edge {model::EdgeKind::DatagramPeer, from.id, receiver, to};
    passing.cord = new CordItem(m_workbench, m_motion, edge, sender, *end);
    passing.cord->keepApart();
    m_scene.addItem(passing.cord);
    return passing;
}

// Nobody says that there is anybody: a card of an address, for as long as the cord.
ForeignCard* PassingCords::strangerAt(const Address& address, const SocketCard& from)
{
    const QString text = words::address(address);
    auto* card = new ForeignCard(m_workbench, m_motion, QStringLiteral("passing-") + text);
    card->showAddress(text);
    const QRectF sender = from.onBoard();
    QPointF place
        = onGrid({sender.right() + kStrangerGap, sender.center().y() - card->cardRect().height() / 2});
    const auto isTaken = [&] {
        return std::ranges::any_of(m_scene.items(QRectF(place, card->cardRect().size())),
            [](QGraphicsItem* item) { return dynamic_cast<BoardNode*>(item) != nullptr; });
    };
    while (isTaken()) {
        place.ry() += BoardNode::kGrid;
    }
    card->setPos(place);
    m_scene.addItem(card);
    return card;
}

void PassingCords::fade()
{
    const qint64 now = m_motion->now();
    std::erase_if(m_cords, [this, now](const auto& entry) {
        const Passing& passing = entry.second;
        if (now >= passing.until) {
            drop(passing);
            return true;
        }
        if (m_motion->isWanted() && passing.until - now < kFade) {
            const qreal left = static_cast<qreal>(passing.until - now) / kFade;
            passing.cord->setOpacity(left);
            if (passing.stranger != nullptr) {
                passing.stranger->setOpacity(left);
            }
        }
        return false;
    });
    if (m_cords.empty()) {
        m_clock.stop();
    }
}

bool PassingCords::has(const CordItem& cord) const
{
    return std::ranges::any_of(m_cords, [&](const auto& entry) { return entry.second.cord == &cord; });
}

void PassingCords::follow(const BoardNode& node)
{
    for (const auto& [key, passing] : m_cords) {
        if (&passing.cord->from() == &node || &passing.cord->to() == &node) {
            passing.cord->follow();
        }
    }
}

void PassingCords::leave(SocketId socket)
{
    std::erase_if(m_cords, [socket](const auto& entry) {
        const model::SocketEdge& edge = entry.second.cord->edge();
        const bool its = edge.from == socket || edge.to == socket;
        if (its) {
            drop(entry.second);
        }
        return its;
    });
}

void PassingCords::drop(const Passing& passing)
{
    delete passing.cord; // takes itself out of the scene
    if (passing.stranger != nullptr) {
        passing.stranger->hide();
        passing.stranger->deleteLater(); // it may be under the mouse
    }
}

}
