// The board's content: a view of the fold. Cards and cords come and go by what the graph says, never by what
// was clicked.
#pragma once

#include <QGraphicsScene>
#include <QTimer>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "model/layout/board_placement.h"
#include "ui/board/cord_item.h"
#include "ui/board/socket_card.h"
#include "ui/workbench.h"

namespace ui {

class BoardScene : public QGraphicsScene {
    Q_OBJECT

public:
    explicit BoardScene(Workbench& workbench, QObject* parent = nullptr);

    SocketCard* cardOf(netcore::SocketId socket) const;
    bool isEmpty() const { return m_cards.empty(); }
    QRectF contentRect() const; // all cards and foreign peers
    // Socket after `current` in the order of the board's rows; the first for none.
    netcore::SocketId next(netcore::SocketId current, int step) const;

    void dismiss(netcore::SocketId socket);
    void dismissClosed();
    void restyle(); // fonts or theme have changed

Q_SIGNALS:
    void contentChanged(); // cards came or went

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    void takeChanges();
    void addCard(const model::SocketNode& node);
    void placeCard(SocketCard& card, const model::SocketNode& node);
    void updateCords();
    void showTraffic(quint64 first, quint64 count);
    void showChosen();
    void perform(netcore::SocketId socket, netcore::CallId call);

    Workbench& m_workbench;
    model::BoardPlacement m_placement;
    std::map<netcore::SocketId, SocketCard*> m_cards; // the scene's
    std::vector<CordItem*> m_cords; // the scene's
    std::set<netcore::SocketId> m_dismissed;
    QTimer m_clock; // runs while a blocked call's time is on the board
};

}
