#include "ui/board/cord_labels.h"

#include <QGraphicsView>
#include <algorithm>
#include <vector>

#include "ui/board/board_scene.h"

namespace ui {

namespace {

constexpr int kWhileMoving = 40; // ms: not at each step of a card that is dragged
constexpr qreal kAir = 3; // around words

// Of those only what is near: a board may have a thousand.
class Obstacles {
public:
    void add(const QRectF& rect) { m_all.push_back(rect.adjusted(-kAir, -kAir, kAir, kAir)); }
    void look(const QRectF& around)
    {
        m_near.clear();
        for (const QRectF& rect : m_all) {
            if (rect.intersects(around)) {
                m_near.push_back(rect);
            }
        }
    }
    bool isFree(const QRectF& box) const
    {
        return std::none_of(
            m_near.begin(), m_near.end(), [&](const QRectF& rect) { return rect.intersects(box); });
    }

private:
    std::vector<QRectF> m_all;
    std::vector<QRectF> m_near;
};

}

CordLabels::CordLabels(BoardScene& scene) : QObject(&scene), m_scene(scene)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &CordLabels::place);
    connect(&scene, &BoardScene::contentChanged, this, &CordLabels::placeSoon);
    connect(&scene, &BoardScene::nodeMoved, this, &CordLabels::placeWhileMoving);
}

void CordLabels::placeSoon()
{
    m_soon.start(0);
}

void CordLabels::placeWhileMoving()
{
    if (!m_soon.isActive()) {
        m_soon.start(kWhileMoving);
    }
}

// Those in sight, and none from so far away that they are not painted: of a thousand cards few.
void CordLabels::place()
{
    const QRectF seen = m_scene.seen();
    if (m_scene.views().isEmpty() || m_scene.views().front()->transform().m11() < BoardNode::kFar) {
        return;
    }
    Obstacles obstacles;
    for (const auto& [id, card] : m_scene.cards()) {
        obstacles.add(card->onBoard());
    }
    for (const auto& [key, peer] : m_scene.cords().peers()) {
        obstacles.add(peer->onBoard());
    }
    std::vector<CordItem*> inSight;
    for (CordItem* cord : m_scene.cords().all()) {
        if (cord->boundingRect().intersects(seen)) {
            inSight.push_back(cord);
        } else if (!cord->labelRect().isNull()) {
            obstacles.add(cord->labelRect());
        }
    }
    for (CordItem* cord : inSight) {
        if (!cord->hasWords()) {
            continue;
        }
        obstacles.look(cord->labelReach());
        cord->placeLabel([&](const QRectF& box) { return obstacles.isFree(box); });
        if (const QRectF taken = cord->labelRect(); !taken.isNull()) {
            obstacles.add(taken);
        }
    }
}

}
