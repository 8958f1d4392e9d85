// A cord being drawn from a card's plug to another card, by mouse or by keys: what it would be, while it is
// drawn, and the call when it is let go.
#pragma once

#include <QObject>
#include <QPointer>

#include "model/layout/link_plan.h"
#include "ui/workbench.h"

class QMenu;

namespace ui {

class BoardScene;
class SocketCard;
class RubberCord;

class Linking : public QObject {
    Q_OBJECT

public:
    Linking(Workbench& workbench, BoardScene& scene);

    bool isActive() const { return m_from != netcore::kNoSocket; }
    bool isByKeys() const { return isActive() && m_byKeys; }
    netcore::SocketId target() const { return m_target; }

    void begin(netcore::SocketId from);
    // Aims at the first socket that fits. False: there is nothing to connect, and problem() has said why.
    bool beginByKeys(netcore::SocketId from);
    void moveTo(const QPointF& place);
    void aimAt(netcore::SocketId target);
    void aimAtNext(int step); // by keys: those that fit first
    // Does it, or asks what is meant: by a menu at that place of the screen. Over nothing: a listener's
    // client is made there, any other cord is no more than left.
    void drop(const QPoint& globalPlace);
    void leave();

    // Why that is not what connect() is for; empty: it is.
    QString reason(
        const model::LinkPlan& plan, const model::SocketNode& from, const model::SocketNode& to) const;

private:
    std::vector<netcore::SocketId> candidates() const;
    static model::LinkPlan planOf(const model::SocketNode& from, const model::SocketNode& to);
    bool fitsAny(const model::SocketNode& from) const;
    void makeClient(const model::SocketNode& listener, std::optional<QPointF> place);
    void showAims();
    void showAim(SocketCard& card);
    void ask(const model::LinkPlan& plan, netcore::SocketId from, netcore::SocketId to, const QPoint& place);
    void addChoice(QMenu& menu, const char* name, const QString& text, const std::function<void()>& act);

    Workbench& m_workbench;
    BoardScene& m_scene;
    RubberCord* m_rubber; // the scene's
    netcore::SocketId m_from = netcore::kNoSocket;
    netcore::SocketId m_target = netcore::kNoSocket;
    QPointF m_place; // of the cord's end, on the scene
    bool m_byKeys = false;
};

}
