// A cord between two cards. Bytes travel along it, several at once.
#pragma once

#include <QCoreApplication>
#include <QGraphicsItem>
#include <QPainterPath>
#include <array>
#include <vector>

#include "model/graph/socket_edges.h"
#include "ui/board/board_motion.h"
#include "ui/workbench.h"

namespace ui {

class BoardNode;

class CordItem : public QGraphicsItem, public Moving {
    Q_DECLARE_TR_FUNCTIONS(CordItem)

public:
    static constexpr std::size_t kMostDots = 6; // on one cord at a time; bytes of more are in the label's sum

    CordItem(Workbench& workbench, BoardMotion* motion, const model::SocketEdge& edge, BoardNode& from,
        BoardNode& to);

    const model::SocketEdge& edge() const { return m_edge; }
    const BoardNode& from() const { return m_from; }
    const BoardNode& to() const { return m_to; }
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    // The cards have moved.
    void follow();
    // Whether its ends or their states look otherwise now.
    void refresh();
    // Bytes have left the socket: a dot runs to the other end, and the words stay at the cord. Of many at
    // once the sum.
    void carry(netcore::SocketId sender, quint64 bytes, const QString& what);
    const QString& carried() const { return m_carried; }
    std::size_t dots() const { return m_dots.size(); }
    bool advanceTo(qint64 now) override;

private:
    struct Dot {
        qint64 since; // of the motion's clock, ms
        bool backwards;
    };
    void layOut();
    QPointF pointAt(qreal t) const;
    QString label() const;
    void layOutLabel();
    QFont labelFont() const;
    QPen cordPen() const;
    bool isDouble() const;
    void paintLabel(QPainter& painter) const;

    Workbench& m_workbench;
    const model::SocketEdge m_edge;
    BoardNode& m_from; // the scene's, outlive it
    BoardNode& m_to;
    QPainterPath m_path;
    std::array<QPointF, 4> m_curve; // of the path
    QString m_label;
    QRectF m_labelRect; // null: no label
    QString m_carried;
    quint64 m_burstBytes = 0;
    quint64 m_burstCalls = 0;
    qint64 m_lastCarried = 0; // ms, of the motion's clock
    std::vector<Dot> m_dots;
};

}
