#include "ui/board/board_view.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <algorithm>

#include "ui/board/board_accessible.h"
#include "ui/board/board_actions.h"
#include "ui/board/minimap.h"
#include "ui/help/welcome.h"
#include "ui/parts.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qreal kSmallest = 0.02; // a thousand cards are in sight
constexpr qreal kReadable = 0.62; // below that cards cannot be read: only where it was asked for
constexpr qreal kReadableFromAfar = 0.72; // the same in type that a room is to read
constexpr qreal kLargest = 3;
constexpr qreal kRoom = 24;
constexpr std::size_t kManyCards = 30; // from here on a small map helps

}

BoardView::BoardView(Workbench& workbench, QWidget* parent)
    : QGraphicsView(parent)
    , m_workbench(workbench)
    , m_scene(new BoardScene(workbench, this))
    , m_actions(new BoardActions(workbench, *this))
    , m_minimap(new Minimap(workbench, *this))
    , m_welcome(makeWelcome())
    , m_emptyText(makeLabel(this, "boardEmpty", "dim"))
{
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setAttribute(Qt::WA_TransparentForMouseEvents);
    installAccess<BoardView, AccessibleBoard>();
    setObjectName(QStringLiteral("board"));
    setAccessibleName(tr("Board of sockets"));
    setScene(m_scene);
    setFrameShape(NoFrame);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setRenderHint(QPainter::Antialiasing);
    setOptimizationFlag(DontSavePainterState);
    setViewportUpdateMode(SmartViewportUpdate);
    setCacheMode(CacheBackground); // grid and cords are painted once, not with each byte that moves on them
    setTransformationAnchor(AnchorUnderMouse);
    setDragMode(RubberBandDrag);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->grabGesture(Qt::PinchGesture);
    connect(m_scene, &BoardScene::contentChanged, this, [this] {
        showWelcome();
        fit();
        showMinimap();
        AccessibleBoard::tellCards(*this);
    });
    connect(m_scene, &BoardScene::cardRefreshed, this,
        [this](quint64 socket) { AccessibleBoard::tellCard(*this, static_cast<SocketId>(socket)); });
    connect(m_scene, &BoardScene::menuWanted, m_actions, [this](quint64 socket, const QPoint& place) {
        m_actions->showCardMenu(static_cast<SocketId>(socket), place);
    });
    connect(&workbench, &Workbench::selectionChanged, this, [this] {
        // Not while a button is down on it: what is under the mouse would be dragged along.
        if (m_scene->mouseGrabberItem() == nullptr) {
            if (m_fits) {
                followChosen();
            } else {
                showCard(m_workbench.selected());
            }
        }
        tellChosen();
    });
    connect(&workbench, &Workbench::momentChanged, this, &BoardView::showWelcome);
    connect(this, &BoardView::seenChanged, m_scene, &BoardScene::seenHasChanged);
    fit();
}

BoardView::~BoardView()
{
    m_scene->disconnect(this); // its cards go with it, and nobody shall count them
}

Welcome* BoardView::makeWelcome()
{
    auto* welcome = new Welcome(m_workbench, this);
    connect(welcome, &Welcome::newSocketWanted, this, &BoardView::newSocketWanted);
    connect(welcome, &Welcome::firstConnectionWanted, this, &BoardView::firstConnectionWanted);
    connect(welcome, &Welcome::lessonWanted, this, &BoardView::lessonWanted);
    connect(welcome, &Welcome::lessonsWanted, this, &BoardView::lessonsWanted);
    return welcome;
}

void BoardView::showWelcome()
{
    const bool empty = m_scene->isEmpty();
    const bool past = !m_workbench.isAtPresent();
    if (past) {
        m_emptyText->setText(tr("At this moment there was no socket."));
    } else {
        m_emptyText->setText(tr("The first socket comes with the next step (F10)."));
    }
    m_emptyText->setGeometry(rect());
    m_emptyText->setVisible(empty && (past || m_hasSteps));
    m_welcome->setGeometry(rect()); // first: else it is laid out twice
    m_welcome->setVisible(empty && !past && !m_hasSteps);
}

void BoardView::setHasSteps(bool steps)
{
    m_hasSteps = steps;
    showWelcome();
}

void BoardView::showMinimap()
{
    m_minimap->setVisible(m_scene->cards().size() >= kManyCards);
    const QSize size = m_minimap->sizeHint();
    m_minimap->setGeometry(
        QRect(viewport()->geometry().bottomRight() - QPoint(size.width() + 11, size.height() + 11), size));
    Q_EMIT seenChanged();
}

void BoardView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    showWelcome();
    fit();
    showMinimap();
}

void BoardView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    if (showsFocus()) {
        viewport()->update(); // the frame stays where it is
    }
    Q_EMIT seenChanged();
}

void BoardView::paintEvent(QPaintEvent* event)
{
    QGraphicsView::paintEvent(event);
    if (showsFocus()) {
        QPainter painter(viewport());
        paintFocusFrame(painter, viewport()->rect(), m_workbench.theme());
    }
}

void BoardView::fit()
{
    const QRectF content = m_scene->contentRect();
    const QSizeF seen = viewport()->size();
    if (!m_fits) {
        m_scene->setSceneRect(content.adjusted(-seen.width(), -seen.height(), seen.width(), seen.height()));
        Q_EMIT seenChanged();
        return;
    }
    // From the origin, where the first card stands, unless something was put left of it or above.
    const QRectF room(QPointF(std::min(0.0, content.left() - kRoom), std::min(0.0, content.top() - kRoom)),
        QPointF(content.right() + kRoom, content.bottom() + kRoom));
    const qreal wanted = std::min(seen.width() / room.width(), seen.height() / room.height());
    const qreal least = m_fitsWhole ? kSmallest : leastReadable();
    const qreal scale = content.isEmpty() ? 1 : std::clamp(wanted, least, 1.0);
    m_scene->setSceneRect(room.left(), room.top(), std::max(room.width(), seen.width() / scale) - 1,
        std::max(room.height(), seen.height() / scale) - 1);
    setTransform(QTransform::fromScale(scale, scale));
    followChosen();
    Q_EMIT seenChanged();
}

qreal BoardView::leastReadable() const
{
    const qreal type = QFontMetricsF(QApplication::font()).height() / 16; // 1.6: the presenter's
    return std::clamp(
        kReadable + (kReadableFromAfar - kReadable) * (type - 1) / 0.6, kReadable, kReadableFromAfar);
}

bool BoardView::isCut() const
{
    const QRectF content = m_scene->contentRect();
    return !content.isEmpty() && !mapToScene(viewport()->rect()).boundingRect().contains(content);
}

// Where all cannot be shown in a size that can be read: what happens now.
void BoardView::followChosen()
{
    const SocketCard* card = m_scene->cardOf(m_workbench.selected());
    if (card == nullptr || !isCut()) {
        return;
    }
    const QSizeF seen = mapToScene(viewport()->rect()).boundingRect().size();
    QRectF wanted = card->onBoard();
    for (const CordItem* cord : m_scene->cords().of(card->socket())) {
        const QRectF with = wanted | cord->from().onBoard() | cord->to().onBoard();
        if (with.width() + 2 * kRoom <= seen.width() && with.height() + 2 * kRoom <= seen.height()) {
            wanted = with;
        }
    }
    const int room = static_cast<int>(kRoom * zoom());
    ensureVisible(wanted, room, room);
}

void BoardView::fitAll()
{
    m_fits = true;
    m_fitsWhole = true;
    fit();
}

void BoardView::zoomBy(qreal factor)
{
    m_fits = false;
    m_fitsWhole = false;
    fit();
    const qreal now = zoom();
    const qreal wanted = std::clamp(now * factor, kSmallest, kLargest);
    scale(wanted / now, wanted / now);
    Q_EMIT seenChanged();
}

void BoardView::zoomAt(const QPointF& place, qreal factor)
{
    const QPoint pixel = place.toPoint();
    const QPointF there = mapToScene(pixel);
    setTransformationAnchor(NoAnchor);
    zoomBy(factor);
    setTransformationAnchor(AnchorUnderMouse);
    const QPoint moved = mapFromScene(there) - pixel;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved.y());
}

void BoardView::zoomToSelection()
{
    QRectF all;
    for (const SocketId socket : m_scene->selectedSockets()) {
        all |= m_scene->cardOf(socket)->onBoard();
    }
    if (all.isEmpty()) {
        fitAll();
        return;
    }
    m_fits = false;
    fit();
    constexpr qreal kAround = 60;
    const QRectF room = all.adjusted(-kAround, -kAround, kAround, kAround);
    const qreal wanted = std::min(viewport()->width() / room.width(), viewport()->height() / room.height());
    const qreal scale = std::clamp(wanted, kSmallest, 1.6);
    setTransform(QTransform::fromScale(scale, scale));
    centerOn(room.center());
    Q_EMIT seenChanged();
}

void BoardView::centreOn(const QPointF& place)
{
    m_fits = false;
    fit();
    centerOn(place);
}

void BoardView::choose(SocketId socket)
{
    m_workbench.select(socket);
    showCard(socket);
}

// A screen reader says which card it is.
void BoardView::tellChosen()
{
    if (hasFocus()) {
        const auto& cards = m_scene->cards();
        const auto chosen = cards.find(m_workbench.selected());
        tellFocus(*this, chosen == cards.end() ? -1 : static_cast<int>(std::distance(cards.begin(), chosen)));
    }
}

void BoardView::showCard(SocketId socket)
{
    if (const SocketCard* card = m_scene->cardOf(socket)) {
        ensureVisible(card);
    }
}

void BoardView::connectByKeys()
{
    if (m_scene->linking().beginByKeys(m_workbench.selected())) {
        setFocus();
        showCard(m_scene->linking().target());
    }
}

void BoardView::editNote(SocketId socket)
{
    SocketCard* card = m_scene->cardOf(socket);
    if (card == nullptr) {
        return;
    }
    delete m_noteEditor;
    auto* editor = new QLineEdit(viewport());
    m_noteEditor = editor;
    editor->setObjectName(QStringLiteral("noteEditor"));
    editor->setAccessibleName(tr("Note"));
    editor->setPlaceholderText(tr("A note on this socket"));
    editor->setMaxLength(200);
    editor->setText(m_scene->edits().note(socket));
    editor->selectAll();
    const QRect place = mapFromScene(card->onBoard()).boundingRect();
    const int height = editor->sizeHint().height();
    editor->setGeometry(place.left(), std::min(place.bottom() + 4, viewport()->height() - height),
        std::max(place.width(), 160), height);
    editor->show();
    editor->setFocus();
    connect(editor, &QLineEdit::returnPressed, this, [this, editor, socket] {
        m_scene->edits().setNote(socket, editor->text().simplified());
        setFocus(); // which ends it
    });
    connect(editor, &QLineEdit::editingFinished, editor, &QObject::deleteLater);
}

}
