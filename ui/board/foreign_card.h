// A peer that is not ours: another program here, or another machine. Grey, and without calls.
#pragma once

#include "model/layout/peer_watch.h"
#include "ui/board/board_node.h"
#include "ui/workbench.h"

namespace ui {

class ForeignCard : public BoardNode {
    Q_OBJECT

public:
    ForeignCard(Workbench& workbench, BoardMotion* motion, const QString& key);

    const QString& key() const { return m_key; }
    // What stands on it: who it is, and the addresses by which our sockets know it.
    void show(const model::PeerOwner& owner, const QStringList& addresses);
    // Where something was sent to, whoever is there.
    void showAddress(const QString& address);
    QString title() const { return m_title; }
    const QStringList& addresses() const { return m_addresses; }
    void restyle();

    QRectF boundingRect() const override { return cardRect().adjusted(-6, -6, 6, 8); }
    QRectF cardRect() const override { return {QPointF(), m_size}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void showLines(const QString& title, const QStringList& addresses, const QString& what);
    void layOut();

    Workbench& m_workbench;
    const QString m_key;
    QString m_title;
    QStringList m_addresses;
    QSizeF m_size;
};

}
