#include "ui/board/board_scene.h"

#include <QApplication>
#include <QGraphicsView>
#include <QPixmapCache>
#include <algorithm>
#include <cmath>

#include "ui/board/cord_labels.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qreal kGrid = BoardNode::kGrid;
constexpr int kClock = 100; // ms
constexpr int kRefresh = 33; // ms
constexpr int kCardCache = 48 * 1024; // KiB: the painted cards of a large screen

}

BoardScene::BoardScene(Workbench& workbench, QObject* parent)
    : QGraphicsScene(parent)
    , m_workbench(workbench)
    , m_motion(new BoardMotion(this))
    , m_cords(new BoardCords(workbench, m_motion, *this, [this](SocketId socket) { return cardOf(socket); }))
    , m_passing(
          new PassingCords(workbench, m_motion, *this, [this](SocketId socket) { return cardOf(socket); }))
    , m_edits(new BoardEdits(workbench, *this))
    , m_linking(new Linking(workbench, *this))
    , m_drops(new CardDrops(
          workbench, [this] { return mayCall(); }, this))
    , m_labels(new CordLabels(*this))
{
    setItemIndexMethod(NoIndex); // cards move and cords with them: an index would be rebuilt at each step
    QPixmapCache::setCacheLimit(std::max(QPixmapCache::cacheLimit(), kCardCache));
    m_motion->setAllowed(workbench.theme().moves);
    connect(&workbench, &Workbench::socketsChanged, this, &BoardScene::takeChanges);
    connect(&workbench, &Workbench::momentChanged, this, &BoardScene::showGraph);
    connect(&workbench.session(), &model::Session::appended, this, &BoardScene::showTraffic);
    connect(&workbench, &Workbench::selectionChanged, this, &BoardScene::showChosen);
    connect(&workbench, &Workbench::themeChanged, this, &BoardScene::restyle);
    connect(&workbench.annotations(), &model::Annotations::changed, this, [this](quint64 row) {
        for (const auto& [id, card] : m_cards) {
            if (const model::SocketNode* node = graph().find(id); node != nullptr && node->created == row) {
                card->refresh(); // its note
            }
        }
    });
    connect(m_cords, &BoardCords::peerNamed, this, &BoardScene::updateCords);
    connect(m_cords, &BoardCords::peerAdded, this, [this](BoardNode* peer) {
        m_edits->watch(*peer);
        connect(peer, &BoardNode::moved, this, [this, peer] { followNode(*peer); });
    });
    m_clock.setInterval(kClock);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        for (const auto& [id, card] : m_cards) {
            if (card->hasClock()) {
                card->update();
            }
        }
    });
    m_refresh.setInterval(kRefresh);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &BoardScene::refreshCards);
}

BoardScene::~BoardScene()
{
    // Items tell of their last changes while they go: nobody shall listen any more.
    for (const auto& [id, card] : m_cards) {
        card->disconnect(this);
    }
    m_edits->disconnect();
}

SocketCard* BoardScene::cardOf(SocketId socket) const
{
    const auto found = m_cards.find(socket);
    return found == m_cards.end() ? nullptr : found->second;
}

SocketCard* BoardScene::cardAt(const QPointF& place) const
{
    SocketCard* top = nullptr;
    for (const auto& [id, card] : m_cards) {
        if (card->onBoard().adjusted(-8, -8, 8, 8).contains(place)
            && (top == nullptr || card->zValue() > top->zValue())) {
            top = card;
        }
    }
    return top;
}

std::vector<SocketId> BoardScene::selectedSockets() const
{
    std::vector<SocketId> all;
    for (const auto& [id, card] : m_cards) {
        if (card->isSelected() || id == m_workbench.selected()) {
            all.push_back(id);
        }
    }
    return all;
}

QRectF BoardScene::seen() const
{
    const QGraphicsView* view = views().isEmpty() ? nullptr : views().first();
    return view != nullptr ? view->mapToScene(view->viewport()->rect()).boundingRect() : QRectF();
}

QSizeF BoardScene::room() const
{
    constexpr QSizeF kUsual(1080, 480);
    return views().isEmpty() ? kUsual : QSizeF(views().first()->viewport()->size());
}

QRectF BoardScene::contentRect() const
{
    QRectF rect;
    for (const auto& [id, card] : m_cards) {
        rect |= QRectF(card->destination(), card->cardRect().size()).adjusted(-8, -8, 8, 10);
    }
    for (const auto& [key, peer] : m_cords->peers()) {
        rect |= QRectF(peer->destination(), peer->cardRect().size()).adjusted(-8, -8, 8, 8);
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
    const std::size_t before = m_cards.size();
    for (const SocketId id : m_workbench.moment().changedSockets()) {
        const model::SocketNode* node = graph().find(id);
        if (node == nullptr) {
            removeCard(id); // before it was made; its place is kept
            continue;
        }
        if (m_dismissed.contains(id)) {
            continue;
        }
        if (cardOf(id) != nullptr) {
            m_stale.insert(id);
        } else {
            addCard(*node);
        }
    }
    if (m_cards.size() != before) {
        Q_EMIT contentChanged();
    }
    if (!m_refresh.isActive()) {
        refreshCards();
    }
}

// The present was left, or entered again: what can be done with a card is another thing.
void BoardScene::showGraph()
{
    m_linking->leave();
    for (const auto& [id, card] : m_cards) {
        m_stale.insert(id);
    }
    refreshCards();
    m_passing->showMoment();
}

void BoardScene::refreshCards()
{
    for (const SocketId id : std::exchange(m_stale, {})) {
        if (SocketCard* card = cardOf(id)) {
            card->refresh();
            m_cords->refresh(id);
            Q_EMIT cardRefreshed(number(id));
        }
    }
    updateCords();
    runClock();
    m_refresh.start();
}

void BoardScene::runClock()
{
    const bool clock
        = std::ranges::any_of(m_cards, [](const auto& entry) { return entry.second->hasClock(); });
    if (clock != m_clock.isActive()) {
        clock ? m_clock.start() : m_clock.stop();
    }
}

void BoardScene::addCard(const model::SocketNode& node)
{
    auto* card = new SocketCard(m_workbench, m_motion, node.id);
    m_cards.emplace(node.id, card);
    addItem(card);
    placeCard(*card, node);
    wire(*card);
    if (m_workbench.selected() == node.id) {
        m_chosen = card;
        card->setChosen(true);
    }
    Q_EMIT cardAdded(number(node.id));
}

void BoardScene::wire(SocketCard& card)
{
    const SocketId id = card.socket();
    m_edits->watch(card);
    connect(&card, &SocketCard::moved, this, [this, &card] {
        m_passing->follow(card);
        followNode(card);
    });
    connect(&card, &SocketCard::callWanted, this,
        [this, id](int call) { perform(id, static_cast<CallId>(call)); });
    connect(&card, &SocketCard::cancelWanted, this,
        [this](quint32 ticket) { m_workbench.session().cancel(Ticket {ticket}); });
    connect(&card, &SocketCard::dismissed, this, [this, id] { dismiss(id); });
    connect(&card, &SocketCard::plugPulled, this, [this, id] { m_linking->begin(id); });
    connect(&card, &SocketCard::plugMoved, m_linking, &Linking::moveTo);
    connect(&card, &SocketCard::plugDropped, this, [this](const QPointF& place, const QPoint& global) {
        m_linking->moveTo(place);
        m_linking->drop(global);
    });
    connect(
        &card, &SocketCard::dropped, this, [this, id](const QMimeData* data) { m_drops->take(id, *data); });
    connect(&card, &SocketCard::menuWanted, this,
        [this, id](const QPoint& place) { Q_EMIT menuWanted(number(id), place); });
}

void BoardScene::placeCard(SocketCard& card, const model::SocketNode& node)
{
    if (const auto known = m_places.find(node.id); known != m_places.end()) {
        card.setPos(known->second);
        return;
    }
    if (m_nextPlace && !node.accepted && node.receivedThrough == kNoSocket) {
        card.setPos(freePlaceAt(onGrid(*m_nextPlace), card.cardRect().size()));
        const bool half = node.has(CallId::Socketpair) && node.peer == kNoSocket; // the other comes beside it
        m_nextPlace = half ? std::optional(card.pos() + QPointF(card.cardRect().width() + 4 * kGrid, 0))
                           : std::nullopt;
        return;
    }
    const qreal unit = QFontMetricsF(QApplication::font()).height() / 16;
    const qreal column = std::round((card.cardRect().width() + 96 * unit) / kGrid) * kGrid;
    const qreal row = std::round(176 * unit / kGrid) * kGrid; // a card with a blocked call fits
    m_placement.setProportion(room().width() / room().height() * row / column);
    const model::Cell cell = m_placement.place(node);
    const QPointF place(
        2 * kGrid + cell.x() * column, 2 * kGrid + cell.y() * row + (cell.x() % 3 == 1 ? kGrid : 0));
    // Somebody may have put a card there; beside it a cord and its words need room.
    card.setPos(freePlaceAt(place, card.cardRect().size(), 3 * kGrid));
}

QPointF BoardScene::freePlaceAt(QPointF place, const QSizeF& size, qreal beside) const
{
    const auto isTaken = [&] {
        const QRectF wanted(place, size);
        const bool byCard = std::ranges::any_of(m_cards, [&](const auto& entry) {
            return entry.second->onBoard().adjusted(-beside, -6, beside, 6).intersects(wanted)
                && entry.second->pos() != QPointF(); // the new one itself is not placed yet
        });
        return byCard || std::ranges::any_of(m_cords->peers(), [&](const auto& entry) {
            return entry.second->onBoard().adjusted(-6, -6, 6, 6).intersects(wanted);
        });
    };
    while (isTaken()) {
        place.ry() += kGrid;
    }
    return place;
}

void BoardScene::updateCords()
{
    if (m_cords->update(graph())) { // a cord may lead to a peer beside the cards
        Q_EMIT contentChanged();
    }
}

void BoardScene::showChosen()
{
    SocketCard* card = cardOf(m_workbench.selected());
    if (m_chosen != nullptr && m_chosen != card) {
        m_chosen->setChosen(false);
    }
    m_chosen = card;
    if (card != nullptr) {
        card->setChosen(true);
        if (!card->isSelected() && mouseGrabberItem() == nullptr) {
            clearSelection();
        }
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

void BoardScene::followNode(const BoardNode& node)
{
    m_cords->follow(node);
    Q_EMIT nodeMoved();
}

void BoardScene::removeCard(SocketId socket)
{
    SocketCard* card = cardOf(socket);
    if (card == nullptr) {
        return;
    }
    m_places[socket] = card->destination();
    m_cards.erase(socket);
    m_stale.erase(socket);
    if (m_chosen == card) {
        m_chosen = nullptr;
    }
    m_cords->update(graph()); // its cords go before it
    m_passing->leave(socket);
    card->disconnect(this);
    removeItem(card);
    card->deleteLater(); // it may be the one that is being clicked
}

}
