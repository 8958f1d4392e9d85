// BoardScene: the grid, the look, and the bytes that travel.

#include <QGraphicsView>
#include <QPainter>
#include <QVarLengthArray>
#include <cmath>

#include "ui/board/board_scene.h"
#include "ui/board/cord_labels.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qreal kGrid = BoardNode::kGrid;

}

void BoardScene::showTraffic(quint64 first, quint64 count)
{
    if (!m_workbench.isAtPresent()) {
        return;
    }
    constexpr quint64 kMost = 512; // of a tick: more cannot be seen anyway
    const model::EventStore& store = m_workbench.session().store();
    for (model::Row row = count > kMost ? first + count - kMost : first; row < first + count; ++row) {
        const Event event = store.event(row);
        if (event.kind != EventKind::Call || !sendsData(event.call) || event.result < 0) {
            continue;
        }
        if (m_passing->take(row)) {
            continue;
        }
        for (CordItem* cord : m_cords->of(event.socket)) {
            const model::SocketEdge& edge = cord->edge();
            const bool oneWay = edge.kind == model::EdgeKind::DatagramPeer && edge.from != event.socket;
            if (edge.kind != model::EdgeKind::AcceptedFrom && !oneWay) {
                cord->carry(event.socket, static_cast<quint64>(event.result), words::traffic(store, row));
                if (cord->labelIsLoose()) {
                    m_labels->placeSoon();
                }
            }
        }
    }
}

void BoardScene::seenHasChanged()
{
    m_labels->placeWhileMoving();
}

void BoardScene::restyle()
{
    m_motion->setAllowed(m_workbench.theme().moves);
    for (const auto& [id, card] : m_cards) {
        card->refresh();
    }
    m_cords->restyle();
    m_passing->showMoment(); // drawn anew
    for (QGraphicsView* view : views()) {
        view->resetCachedContent(); // grid and cords
    }
    update();
}

void BoardScene::drawBackground(QPainter* painter, const QRectF& rect)
{
    const Theme& theme = m_workbench.theme();
    painter->fillRect(rect, theme.window);
    // From far away only every fifth line, and then every 25th: a grid, not a grey.
    const qreal scale = painter->worldTransform().m11();
    const qreal step = kGrid * (scale < 0.12 ? 25 : scale < 0.45 ? 5 : 1);
    QColor line = theme.grid;
    line.setAlpha(theme.dark ? 110 : 130);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(line, 0));
    QVarLengthArray<QLineF, 256> lines;
    for (qreal x = std::floor(rect.left() / step) * step; x <= rect.right(); x += step) {
        lines.append(QLineF(x, rect.top(), x, rect.bottom()));
    }
    for (qreal y = std::floor(rect.top() / step) * step; y <= rect.bottom(); y += step) {
        lines.append(QLineF(rect.left(), y, rect.right(), y));
    }
    painter->drawLines(lines.data(), static_cast<int>(lines.size()));
    m_cords->paint(*painter, rect, scale < BoardNode::kFar);
}

}
