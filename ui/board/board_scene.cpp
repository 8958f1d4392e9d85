#include "ui/board/board_scene.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr int kGrid = 24;

QString trafficText(const model::EventStore& store, model::Row row)
{
    constexpr std::size_t kPreview = 18;
    const Event event = store.event(row);
    const auto data = store.data(row);
    const auto shown = data.first(std::min(data.size(), kPreview));
    const QString text = words::shown({reinterpret_cast<const char*>(shown.data()), shown.size()});
    return words::bytes(event.result) + QStringLiteral(" “") + text
        + (shown.size() < data.size() ? QStringLiteral("…”") : QStringLiteral("”"));
}

}

BoardScene::BoardScene(Workbench& workbench, QObject* parent) : QGraphicsScene(parent), m_workbench(workbench)
{
    setItemIndexMethod(NoIndex); // cards move and cords with them: an index would be rebuilt at each step
    connect(&workbench.session(), &model::Session::socketsChanged, this, &BoardScene::takeChanges);
    connect(&workbench.session(), &model::Session::appended, this, &BoardScene::showTraffic);
    connect(&workbench, &Workbench::selectionChanged, this, &BoardScene::showChosen);
    connect(&workbench, &Workbench::themeChanged, this, &BoardScene::restyle);
    m_clock.setInterval(100);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        for (const auto& [id, card] : m_cards) {
            if (card->hasClock()) {
                card->update();
            }
        }
    });
}

SocketCard* BoardScene::cardOf(SocketId socket) const
{
    const auto found = m_cards.find(socket);
    return found == m_cards.end() ? nullptr : found->second;
}

QRectF BoardScene::contentRect() const
{
    QRectF rect;
    for (const auto& [id, card] : m_cards) {
        rect |= card->mapRectToScene(card->boundingRect());
    }
    for (const CordItem* cord : m_cords) {
        if (cord->edge().kind == model::EdgeKind::Foreign) {
            rect |= cord->mapRectToScene(cord->boundingRect().adjusted(0, 30, -160, -30));
        }
    }
    return rect;
}

SocketId BoardScene::next(SocketId current, int step) const
{
    std::vector<SocketCard*> cards;
    for (const auto& [id, card] : m_cards) {
        cards.push_back(card);
    }
    if (cards.empty()) {
        return kNoSocket;
    }
    std::ranges::sort(cards, {}, [](const SocketCard* card) { return std::pair(card->y(), card->x()); });
    const auto found = std::ranges::find(cards, current, &SocketCard::socket);
    const auto count = static_cast<int>(cards.size());
    const int index = found == cards.end() ? (step > 0 ? -1 : 0) : static_cast<int>(found - cards.begin());
    return cards[static_cast<std::size_t>((index + step + count) % count)]->socket();
}

void BoardScene::takeChanges()
{
    const std::size_t before = m_cards.size() + m_cords.size();
    const model::SocketGraph& graph = m_workbench.session().graph();
    bool clock = false;
    for (const SocketId id : m_workbench.session().changedSockets()) {
        const model::SocketNode* node = graph.find(id);
        if (node == nullptr || m_dismissed.contains(id)) {
            continue;
        }
        if (SocketCard* card = cardOf(id)) {
            card->refresh();
        } else {
            addCard(*node);
        }
    }
    updateCords();
    for (const auto& [id, card] : m_cards) {
        clock = clock || card->hasClock();
    }
    if (clock != m_clock.isActive()) {
        clock ? m_clock.start() : m_clock.stop();
    }
    if (m_cards.size() + m_cords.size() != before) { // a cord may lead to a peer beside the cards
        Q_EMIT contentChanged();
    }
}

void BoardScene::addCard(const model::SocketNode& node)
{
    const SocketId id = node.id;
    auto* card = new SocketCard(m_workbench, id);
    m_cards.emplace(id, card);
    addItem(card);
    placeCard(*card, node);
    card->setChosen(m_workbench.selected() == id);
    connect(card, &SocketCard::moved, this, [this, card] {
        for (CordItem* cord : m_cords) {
            if (cord->edge().from == card->socket() || cord->edge().to == card->socket()) {
                cord->follow();
            }
        }
    });
    connect(card, &SocketCard::callWanted, this,
        [this, id](int call) { perform(id, static_cast<CallId>(call)); });
    connect(card, &SocketCard::cancelWanted, this,
        [this](quint32 ticket) { m_workbench.session().cancel(Ticket {ticket}); });
    connect(card, &SocketCard::dismissed, this, [this, id] { dismiss(id); });
}

void BoardScene::placeCard(SocketCard& card, const model::SocketNode& node)
{
    const model::Cell cell = m_placement.place(node);
    const qreal unit = QFontMetricsF(QApplication::font()).height() / 16;
    const qreal column = std::round((card.cardRect().width() + 96 * unit) / kGrid) * kGrid;
    const qreal row = std::round(176 * unit / kGrid) * kGrid; // a card with a blocked call fits
    card.setPos(2 * kGrid + cell.x() * column, 2 * kGrid + cell.y() * row + (cell.x() == 1 ? kGrid : 0));
}

void BoardScene::updateCords()
{
    std::vector<model::SocketEdge> edges = model::edgesOf(m_workbench.session().graph());
    std::erase_if(edges, [this](const model::SocketEdge& edge) {
        return cardOf(edge.from) == nullptr || (edge.to != kNoSocket && cardOf(edge.to) == nullptr);
    });
    std::erase_if(m_cords, [&](CordItem* cord) {
        const bool gone = std::ranges::find(edges, cord->edge()) == edges.end();
        if (gone) {
            delete cord; // takes itself out of the scene
        }
        return gone;
    });
    for (const model::SocketEdge& edge : edges) {
        const bool known
            = std::ranges::any_of(m_cords, [&](const CordItem* cord) { return cord->edge() == edge; });
        if (!known) {
            auto* cord = new CordItem(m_workbench, edge, cardOf(edge.from), cardOf(edge.to));
            m_cords.push_back(cord);
            addItem(cord);
        }
    }
    for (CordItem* cord : m_cords) {
        cord->update();
    }
}

void BoardScene::showTraffic(quint64 first, quint64 count)
{
    // Only the last bytes of a tick are seen anyway.
    constexpr quint64 kMost = 64;
    const model::EventStore& store = m_workbench.session().store();
    for (model::Row row = count > kMost ? first + count - kMost : first; row < first + count; ++row) {
        const Event event = store.event(row);
        const bool sends = sendsData(event.call);
        if (event.kind != EventKind::Call || !sends || event.result < 0) {
            continue;
        }
        for (CordItem* cord : m_cords) {
            const bool carries = cord->edge().kind != model::EdgeKind::AcceptedFrom
                && (cord->edge().from == event.socket || cord->edge().to == event.socket);
            if (carries) {
                cord->carry(event.socket, trafficText(store, row));
            }
        }
    }
}

void BoardScene::showChosen()
{
    for (const auto& [id, card] : m_cards) {
        card->setChosen(id == m_workbench.selected());
    }
}

void BoardScene::perform(SocketId socket, CallId call)
{
    constexpr std::size_t kReceive = 4096;
    constexpr int kBacklog = 5;
    switch (call) {
    case CallId::Listen:
        m_workbench.make(calls::listen(kBacklog), socket);
        break;
    case CallId::Accept4:
        m_workbench.make(calls::accept4(SOCK_CLOEXEC), socket);
        break;
    case CallId::Recv:
        m_workbench.make(calls::recv(kReceive), socket);
        break;
    case CallId::Recvfrom:
        m_workbench.make(calls::recvfrom(kReceive), socket);
        break;
    case CallId::Close:
        m_workbench.make(calls::close(), socket);
        break;
    default:
        m_workbench.showForm(socket, call); // these want to know what or where to
        break;
    }
}

void BoardScene::dismiss(SocketId socket)
{
    SocketCard* card = cardOf(socket);
    if (card == nullptr) {
        return;
    }
    m_dismissed.insert(socket);
    m_cards.erase(socket);
    m_placement.forget(socket);
    updateCords();
    card->deleteLater(); // it may be the one that is being clicked
    removeItem(card);
    if (m_workbench.selected() == socket) {
        m_workbench.select(kNoSocket);
    }
    Q_EMIT contentChanged();
}

void BoardScene::dismissClosed()
{
    std::vector<SocketId> closed;
    for (const auto& [id, card] : m_cards) {
        const model::SocketNode* node = m_workbench.session().graph().find(id);
        if (node != nullptr && !node->open) {
            closed.push_back(id);
        }
    }
    for (const SocketId id : closed) {
        dismiss(id);
    }
}

void BoardScene::restyle()
{
    for (const auto& [id, card] : m_cards) {
        card->refresh();
    }
    for (CordItem* cord : m_cords) {
        cord->follow();
    }
    update();
}

void BoardScene::drawBackground(QPainter* painter, const QRectF& rect)
{
    const Theme& theme = m_workbench.theme();
    painter->fillRect(rect, theme.window);
    QColor line = theme.line;
    line.setAlpha(theme.dark ? 110 : 130);
    painter->setPen(QPen(line, 0));
    for (qreal x = std::floor(rect.left() / kGrid) * kGrid; x <= rect.right(); x += kGrid) {
        painter->drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    }
    for (qreal y = std::floor(rect.top() / kGrid) * kGrid; y <= rect.bottom(); y += kGrid) {
        painter->drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    }
}

}
