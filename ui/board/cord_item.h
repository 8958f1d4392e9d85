// A cord between two cards, or from a card to a peer that is not ours. Bytes travel along it.
#pragma once

#include <QGraphicsObject>
#include <QPainterPath>
#include <QVariantAnimation>

#include "model/graph/socket_edges.h"
#include "ui/workbench.h"

namespace ui {

class SocketCard;

class CordItem : public QGraphicsObject {
    Q_OBJECT

public:
    CordItem(Workbench& workbench, const model::SocketEdge& edge, SocketCard* from, SocketCard* to);

    const model::SocketEdge& edge() const { return m_edge; }
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    // The cards have moved.
    void follow();
    // Bytes have left the socket: a dot runs to the other end, and the words stay at the cord.
    void carry(netcore::SocketId sender, const QString& what);

private:
    void layOut();
    QString label() const;
    QPen cordPen() const;
    void paintCore(QPainter& painter) const;
    void paintForeign(QPainter& painter) const;
    void paintLabel(QPainter& painter) const;

    Workbench& m_workbench;
    const model::SocketEdge m_edge;
    SocketCard* const m_from; // the scene's
    SocketCard* const m_to; // may be none: a foreign peer
    QPainterPath m_path;
    QRectF m_foreignCard;
    QString m_carried;
    bool m_backwards = false;
    QVariantAnimation m_travel;
};

}
