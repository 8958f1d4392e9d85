#include "ui/board/board_view.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

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

QWidget* BoardView::makeWelcome()
{
    auto* welcome = new QWidget(this);
    welcome->setObjectName(QStringLiteral("welcome"));
    auto* title = new QLabel(tr("Sockets, seen and touched"), welcome);
    const auto enlarge = [title] {
        QFont large = QApplication::font(); // grows with the presenter's big type
        large.setPointSizeF(large.pointSizeF() * 1.7);
        large.setWeight(QFont::DemiBold);
        title->setFont(large);
    };
    enlarge();
    connect(&m_workbench, &Workbench::themeChanged, title, enlarge);
    auto* text
        = new QLabel(tr("Every click is a real system call. Nothing listens until you say so."), welcome);
    text->setProperty("role", QStringLiteral("dim"));
    auto* create = new QPushButton(tr("New socket…"), welcome);
    create->setObjectName(QStringLiteral("welcomeNewSocket"));
    create->setProperty("primary", true);
    auto* watch = new QPushButton(tr("Watch a first connection"), welcome);
    watch->setObjectName(QStringLiteral("welcomeFirstConnection"));
    auto* hint = new QLabel(tr("Ctrl+N, or a double click on the board, makes a socket."), welcome);
    hint->setProperty("role", QStringLiteral("dim"));

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(create);
    buttons->addWidget(watch);
    buttons->addStretch();
    auto* column = new QVBoxLayout(welcome);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addWidget(text, 0, Qt::AlignHCenter);
    column->addLayout(buttons);
    column->addWidget(hint, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(create, &QPushButton::clicked, this,
        [this, create] { Q_EMIT newSocketWanted(create->mapToGlobal(create->rect().bottomLeft())); });
    connect(watch, &QPushButton::clicked, this, &BoardView::firstConnectionWanted);
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
    if (const SocketCard* card = m_scene->cardOf(m_workbench.selected())) {
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
