// A cord between two cards. Bytes travel along it, several at once. The cord itself stands still and belongs
// to the scene's background, which the view keeps painted: paintCord(). The item is what lies on it, the
// words and the bytes on their way.
#pragma once

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGraphicsItem>
#include <QPen>
#include <QStringList>
#include <array>
#include <functional>
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
    QRectF cordRect() const { return m_cordRect; } // with the width of its line
    // A cord that fades is no part of the background: the item is all of it.
    void keepApart() { m_apart = true; }
    void paintCord(QPainter& painter, const QRectF& exposed, bool far) const;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    // The cards have moved. Returns what is to be painted anew of the background.
    QRectF follow();
    // The same where the states of its ends look otherwise now; else nothing.
    QRectF refresh();
    // Bytes have left the socket: a dot runs to the other end, and the words stay at the cord. Of many at
    // once the sum.
    void carry(netcore::SocketId sender, quint64 bytes, const QString& what);
    const QString& carried() const { return m_carried; }

    // Its words, where they stand; empty: none, or no room for them.
    const QString& label() const { return m_label; }
    QRectF labelRect() const { return m_labelRect; }
    // Finds them the first free place: near the middle first, long before short. What is carried is said in
    // any case.
    void placeLabel(const std::function<bool(const QRectF&)>& isFree);
    bool hasWords() const { return !wordings().isEmpty(); }
    QRectF labelReach() const; // no place for them is outside of it
    bool labelIsLoose() const { return m_labelRect.width() > m_labelRoom; } // longer than it was when placed
    std::size_t dots() const { return m_dots.size(); }
    bool advanceTo(qint64 now) override;

private:
    struct Dot {
        qint64 since; // of the motion's clock, ms
        bool backwards;
        QPointF place; // as it is painted
    };
    QRectF rectOf(const Dot& dot) const;
    QPointF placeOf(const Dot& dot, qint64 now) const;
    void layOut();
    QPointF pointAt(qreal t) const; // t: 0 to 1
    QPointF tangentAt(qreal t) const; // its length: by t
    void layOutPieces();
    void strokeCord(QPainter& painter, const QPen& pen, const QRectF& exposed) const;
    // A place for words: how far along the cord, beside what of it they stand, in which of the wordings.
    struct Spot {
        qreal along = 0.5;
        int side = 0;
        int wording = 0;
    };
    QStringList wordings() const; // the longest first; none: nothing to say
    QStringList fittingWordings(const QFontMetricsF& metrics) const;
    bool isSteep() const;
    QRectF boxAt(const Spot& spot, const QSizeF& size) const;
    void layOutLabel();
    QFont labelFont() const;
    QPen cordPen() const;
    bool isDouble() const;
    void paintLabel(QPainter& painter) const;

    Workbench& m_workbench;
    const model::SocketEdge m_edge;
    BoardNode& m_from; // the scene's, outlive it
    BoardNode& m_to;
    std::array<QPointF, 4> m_curve; // of Bézier
    static constexpr std::size_t kPieces = 16;
    struct Piece {
        std::array<QPointF, 4> curve;
        QRectF rect; // with the width of the line
        qreal begin; // along the cord: where the dashes go on
    };
    std::array<Piece, kPieces> m_pieces;
    QPen m_pen;
    QRectF m_cordRect;
    bool m_apart = false;
    QString m_label;
    QRectF m_labelRect; // null: no label
    Spot m_spot;
    bool m_labelFits = true; // false: there is no free place
    qreal m_labelRoom = 0; // so wide the place was seen to be
    QString m_carried;
    quint64 m_burstBytes = 0;
    quint64 m_burstCalls = 0;
    qint64 m_lastCarried = 0; // ms, of the motion's clock
    std::vector<Dot> m_dots;
};

}
