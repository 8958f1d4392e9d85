// The board's content: a view of the fold. Cards and cords come and go by what the graph says, never by what
// was clicked.
#pragma once

#include <QGraphicsScene>
#include <QTimer>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "model/layout/board_placement.h"
#include "ui/board/board_cords.h"
#include "ui/board/board_edits.h"
#include "ui/board/board_motion.h"
#include "ui/board/card_drops.h"
#include "ui/board/linking.h"
#include "ui/board/passing_cords.h"
#include "ui/board/socket_card.h"
#include "ui/workbench.h"

namespace ui {

class CordLabels;

class BoardScene : public QGraphicsScene {
    Q_OBJECT

public:
    explicit BoardScene(Workbench& workbench, QObject* parent = nullptr);
    ~BoardScene() override;

    const model::SocketGraph& graph() const { return m_workbench.graph(); }
    bool mayCall() const { return m_workbench.canCall(); }

    SocketCard* cardOf(netcore::SocketId socket) const;
    SocketCard* cardAt(const QPointF& place) const; // with its plug; nullptr: none
    const std::map<netcore::SocketId, SocketCard*>& cards() const { return m_cards; }
    std::vector<netcore::SocketId> selectedSockets() const; // and the chosen one
    SocketCard* chosenCard() const { return m_chosen; } // nullptr: none
    bool isEmpty() const { return m_cards.empty(); }
    QRectF seen() const; // what is in sight of it
    QSizeF room() const; // what would be in sight without zooming
    QRectF contentRect() const; // all cards and foreign peers
    // Socket after `current` in the order of the board's rows; the first for none.
    netcore::SocketId next(netcore::SocketId current, int step) const;

    // Where the next socket that the user makes shall stand; nothing: where it suits.
    void setNextPlace(std::optional<QPointF> place) { m_nextPlace = place; }
    // Takes cards off the board, or puts them back where they were: undoable.
    void dismiss(netcore::SocketId socket) { m_edits->dismiss({socket}); }
    void dismissClosed();
    void dismissClosed(model::Row first, model::Row end); // of those that were made in these rows
    void setDismissed(netcore::SocketId socket, bool dismissed); // without a way back: BoardEdits has that
    void restyle(); // fonts or theme have changed
    void seenHasChanged(); // the view shows another part of it
    // A call by its chip: made at once, or by its form, where it wants to know what or where to.
    void perform(netcore::SocketId socket, netcore::CallId call);

    BoardCords& cords() { return *m_cords; }
    const BoardCords& cords() const { return *m_cords; }
    const PassingCords& passingCords() const { return *m_passing; }
    BoardEdits& edits() { return *m_edits; }
    Linking& linking() { return *m_linking; }
    CardDrops& drops() { return *m_drops; }
    BoardMotion& motion() { return *m_motion; }

Q_SIGNALS:
    void contentChanged(); // cards came or went
    void cardAdded(quint64 socket);
    void cardRefreshed(quint64 socket); // what stands on it has changed
    void nodeMoved(); // a card or a peer is elsewhere
    void menuWanted(quint64 socket, const QPoint& globalPlace); // of a card

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    void takeChanges();
    void refreshCards();
    void showGraph(); // all of it anew
    void addCard(const model::SocketNode& node);
    void wire(SocketCard& card);
    void removeCard(netcore::SocketId socket);
    void placeCard(SocketCard& card, const model::SocketNode& node);
    QPointF freePlaceAt(QPointF place, const QSizeF& size, qreal beside = 6) const;
    void followNode(const BoardNode& node);
    void updateCords();
    void showTraffic(quint64 first, quint64 count);
    void showChosen();
    void runClock();

    Workbench& m_workbench;
    model::BoardPlacement m_placement;
    BoardMotion* m_motion;
    std::map<netcore::SocketId, SocketCard*> m_cards; // the scene's
    std::map<netcore::SocketId, QPointF> m_places; // of cards that are not there now
    std::set<netcore::SocketId> m_dismissed;
    std::set<netcore::SocketId> m_stale; // cards to be refreshed
    std::optional<QPointF> m_nextPlace;
    BoardCords* m_cords;
    PassingCords* m_passing;
    BoardEdits* m_edits;
    Linking* m_linking;
    CardDrops* m_drops;
    CordLabels* m_labels;
    SocketCard* m_chosen = nullptr;
    QTimer m_clock; // runs while a blocked call's time is on the board
    QTimer m_refresh; // cards of busy sockets: thirty times a second are enough
};

}
