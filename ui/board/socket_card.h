// A socket on the board: what it is, where it is, what waits in its queues, what can be done with it.
#pragma once

#include <QGraphicsObject>

#include "ui/board/card_geometry.h"
#include "ui/workbench.h"

namespace ui {

class SocketCard : public QGraphicsObject {
    Q_OBJECT

public:
    SocketCard(Workbench& workbench, netcore::SocketId socket);

    netcore::SocketId socket() const { return m_socket; }
    QRectF boundingRect() const override;
    QRectF cardRect() const { return {QPointF(), m_geometry.size}; } // without its shadow
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    // From the graph; the card keeps nothing of its own but its place.
    void refresh();
    bool hasClock() const { return !m_geometry.bands.empty() || !m_geometry.countdown.isNull(); }
    void setChosen(bool chosen);

    // For hit tests, the keyboard and tests.
    QRectF chipRect(netcore::CallId call) const;
    QRectF cancelRect() const; // of the first blocked call

Q_SIGNALS:
    void moved();
    void callWanted(int call); // a netcore::CallId
    void cancelWanted(quint32 ticket);
    void dismissed();

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    QVariant itemChange(GraphicsItemChange change, const QVariant& value) override;

private:
    enum class Part : quint8 { None, Chip, Cancel, Dismiss };
    struct Hit {
        Part part = Part::None;
        std::size_t index = 0;
        bool operator==(const Hit&) const = default;
    };
    Hit hitAt(const QPointF& point) const;
    void act(const Hit& hit);
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
    bool m_chosen = false;
};

}
