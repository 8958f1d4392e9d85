#include "ui/board/board_view.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/help/welcome.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qreal kSmallest = 0.35;
constexpr qreal kLargest = 3;

}

BoardView::BoardView(Workbench& workbench, QWidget* parent)
    : QGraphicsView(parent)
    , m_workbench(workbench)
    , m_scene(new BoardScene(workbench, this))
    , m_welcome(makeWelcome())
{
    setObjectName(QStringLiteral("board"));
    setAccessibleName(tr("Board of sockets"));
    setScene(m_scene);
    setFrameShape(NoFrame);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(SmartViewportUpdate);
    setTransformationAnchor(AnchorUnderMouse);
    setDragMode(ScrollHandDrag);
    viewport()->setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_scene, &BoardScene::contentChanged, this, [this] {
        showWelcome();
        fit();
    });
    connect(m_scene, &BoardScene::changed, this, [this] {
        viewport()->setCursor(m_scene->isEmpty() ? Qt::ArrowCursor : viewport()->cursor().shape());
    });
    fit();
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
    m_welcome->setVisible(m_scene->isEmpty());
    m_welcome->setGeometry(rect());
}

void BoardView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    showWelcome();
    fit();
}

void BoardView::fit()
{
    constexpr qreal kRoom = 24;
    const QRectF content = m_scene->contentRect().adjusted(0, 0, kRoom, kRoom);
    const QSizeF seen = viewport()->size();
    if (!m_fits) {
        m_scene->setSceneRect(content.adjusted(-seen.width(), -seen.height(), seen.width(), seen.height()));
        return;
    }
    const qreal wanted = std::min(seen.width() / content.right(), seen.height() / content.bottom());
    const qreal scale = content.isEmpty() ? 1 : std::clamp(wanted, kSmallest, 1.0);
    m_scene->setSceneRect(0, 0, std::max(content.right(), seen.width() / scale) - 1,
        std::max(content.bottom(), seen.height() / scale) - 1);
    setTransform(QTransform::fromScale(scale, scale));
}

void BoardView::fitAll()
{
    m_fits = true;
    fit();
}

void BoardView::zoomBy(qreal factor)
{
    m_fits = false;
    fit();
    const qreal now = transform().m11();
    const qreal wanted = std::clamp(now * factor, kSmallest, kLargest);
    scale(wanted / now, wanted / now);
}

void BoardView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomBy(std::pow(1.0015, event->angleDelta().y()));
        event->accept();
        return;
    }
    QGraphicsView::wheelEvent(event);
}

void BoardView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        m_workbench.select(m_scene->next(m_workbench.selected(), 1));
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        m_workbench.select(m_scene->next(m_workbench.selected(), -1));
        break;
    case Qt::Key_Escape:
        m_workbench.select(kNoSocket);
        break;
    default:
        QGraphicsView::keyPressEvent(event);
        return;
    }
    showCard(m_workbench.selected());
}

void BoardView::showCard(SocketId socket)
{
    if (const SocketCard* card = m_scene->cardOf(socket)) {
        ensureVisible(card);
    }
}

void BoardView::mousePressEvent(QMouseEvent* event)
{
    QGraphicsView::mousePressEvent(event);
    if (itemAt(event->pos()) == nullptr) {
        m_workbench.select(kNoSocket);
    }
}

void BoardView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (itemAt(event->pos()) == nullptr) {
        Q_EMIT newSocketWanted(event->globalPosition().toPoint());
        return;
    }
    QGraphicsView::mouseDoubleClickEvent(event);
}

bool BoardView::viewportEvent(QEvent* event)
{
    // ScrollHandDrag shows an open hand everywhere: the board is for pointing, a drag on empty ground still
    // pans.
    const bool handled = QGraphicsView::viewportEvent(event);
    if (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::Enter) {
        viewport()->setCursor(Qt::ArrowCursor);
    }
    return handled;
}

}
