// BoardScene: cards that were taken off it.

#include <limits>
#include <vector>

#include "ui/board/board_scene.h"

namespace ui {

using namespace netcore;

void BoardScene::setDismissed(SocketId socket, bool dismissed)
{
    if (dismissed) {
        m_dismissed.insert(socket);
        removeCard(socket);
        m_placement.forget(socket); // others may stand there
        if (m_workbench.selected() == socket) {
            m_workbench.select(kNoSocket);
        }
    } else if (m_dismissed.erase(socket) > 0) {
        const model::SocketNode* node = graph().find(socket);
        if (node != nullptr && cardOf(socket) == nullptr) {
            addCard(*node);
            SocketCard* card = cardOf(socket);
            card->setPos(QPointF()); // somebody may stand in its place meanwhile
            card->setPos(freePlaceAt(m_places[socket], card->cardRect().size()));
            m_cords->update(graph());
        }
    }
    Q_EMIT contentChanged();
}

void BoardScene::dismissClosed()
{
    dismissClosed(0, std::numeric_limits<model::Row>::max());
}

void BoardScene::dismissClosed(model::Row first, model::Row end)
{
    std::vector<SocketId> closed;
    for (const auto& [id, card] : m_cards) {
        const model::SocketNode* node = graph().find(id);
        if (node != nullptr && !node->open && node->created >= first && node->created < end) {
            closed.push_back(id);
        }
    }
    m_edits->dismiss(closed);
}

}
