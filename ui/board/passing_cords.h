// Cords that are there for a message only: what a socket without a peer sends to an address. Live they stay a
// moment after the last message and fade; in the past the one of the row that the slider stands on stays.
#pragma once

#include <QObject>
#include <QTimer>
#include <map>

#include "ui/board/cord_item.h"
#include "ui/board/foreign_card.h"

class QGraphicsScene;

namespace ui {

class SocketCard;

class PassingCords : public QObject {
    Q_OBJECT

public:
    using FindCard = std::function<SocketCard*(netcore::SocketId)>; // nullptr: not on the board

    PassingCords(Workbench& workbench, BoardMotion* motion, QGraphicsScene& scene, FindCard cardOf);

    // A call that has sent. True: it went to an address of its own, so no lasting cord carries it.
    bool take(model::Row row);
    // The slider stands elsewhere: only what that moment's last row has sent.
    void showMoment();
    void follow(const BoardNode& node);
    void leave(netcore::SocketId socket); // its card goes
    std::size_t count() const { return m_cords.size(); }
    bool has(const CordItem& cord) const;

private:
    struct Passing {
        CordItem* cord = nullptr; // the scene's
        ForeignCard* stranger = nullptr; // the scene's; nullptr: it goes to one of ours
        qint64 until = 0; // of the motion's clock, ms
    };
    using Key = std::pair<netcore::SocketId, QString>; // the sender, and where to
    Passing& passing(const model::SocketNode& from, const netcore::Address& to);
    ForeignCard* strangerAt(const netcore::Address& address, const SocketCard& from);
    void fade();
    static void drop(const Passing& passing);

    Workbench& m_workbench;
    BoardMotion* m_motion;
    QGraphicsScene& m_scene;
    const FindCard m_cardOf;
    std::map<Key, Passing> m_cords;
    QTimer m_clock; // runs while there are any, in the present
};

}
