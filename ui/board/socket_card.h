// A socket on the board: what it is, where it is, what waits in its queues, what can be done with it.
#pragma once

#include <QMimeData>

#include "ui/board/board_node.h"
#include "ui/board/card_geometry.h"
#include "ui/workbench.h"

namespace ui {

class SocketCard : public BoardNode {
    Q_OBJECT

public:
    // While a cord is being drawn from another card: what it would find here.
    enum class Aim : quint8 { None, Fits, FitsNot };

    SocketCard(Workbench& workbench, BoardMotion* motion, netcore::SocketId socket);

    netcore::SocketId socket() const { return m_socket; }
    QRectF boundingRect() const override;
    QRectF cardRect() const override { return {QPointF(), m_geometry.size}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    // From the graph; the card keeps nothing of its own but its place.
    void refresh();
    bool hasClock() const { return !m_geometry.bands.empty() || !m_geometry.countdown.isNull(); }
    void setChosen(bool chosen);
    void setAim(Aim aim, bool aimedAt = false);
    Aim aim() const { return m_aim; }
    bool isFaded() const { return m_faded; }
    QString spokenDetails() const; // its queues and what sleeps
    const CardGeometry& geometry() const { return m_geometry; }

    // For hit tests, the keyboard and tests.
    QRectF chipRect(netcore::CallId call) const;
    QRectF cancelRect() const; // of the first blocked call
    QRectF plugRect() const; // null: there is nothing to plug in
    const std::vector<CardChip>& chips() const { return m_geometry.chips; }

Q_SIGNALS:
    void callWanted(int call); // a netcore::CallId
    void cancelWanted(quint32 ticket);
    void dismissed();
    void plugPulled();
    void plugMoved(const QPointF& place); // of the scene
    void plugDropped(const QPointF& place, const QPoint& globalPlace);
    void dropped(const QMimeData* data);
    void menuWanted(const QPoint& globalPlace);

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void contextMenuEvent(QGraphicsSceneContextMenuEvent* event) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void dragEnterEvent(QGraphicsSceneDragDropEvent* event) override;
    void dragLeaveEvent(QGraphicsSceneDragDropEvent* event) override;
    void dropEvent(QGraphicsSceneDragDropEvent* event) override;
    bool advanceParts(qint64 now) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    enum class Part : quint8 { None, Chip, Cancel, Dismiss, Plug };
    struct Hit {
        Part part = Part::None;
        std::size_t index = 0;
        bool operator==(const Hit&) const = default;
    };
    Hit hitAt(const QPointF& point) const;
    void act(const Hit& hit);
    QString tipOf(const Hit& hit) const;
    void moveMeters(const std::vector<CardMeter>& before);
    bool showsPlug() const;
    void paintFar(QPainter& painter) const;
    void paintRing(QPainter& painter, const QRectF& rect) const;
    void paintPlug(QPainter& painter) const;
    void paintGround(QPainter& painter) const;
    void paintBody(QPainter& painter) const;
    void paintHeader(QPainter& painter) const;
    void paintMeters(QPainter& painter) const;
    void paintBands(QPainter& painter) const;
    void paintCountdown(QPainter& painter) const;
    void paintChips(QPainter& painter) const;

    Workbench& m_workbench;
    const netcore::SocketId m_socket;
    CardFonts m_fonts;
    CardGeometry m_geometry;
    Hit m_hovered;
    Hit m_pressed;
    std::vector<qreal> m_shares; // of the meters, as they are shown: on their way to what is
    std::vector<qreal> m_sharesFrom;
    qint64 m_sharesSince = 0;
    Aim m_aim = Aim::None;
    bool m_aimedAt = false;
    bool m_chosen = false;
    bool m_hoveredAtAll = false;
    bool m_hasPlug = false;
    bool m_isListener = false;
    bool m_dropsHere = false;
    bool m_faded = false;
};

}
