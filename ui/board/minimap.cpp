#include "ui/board/minimap.h"

#include <QMouseEvent>
#include <QPainter>

#include "ui/access/accessible_role.h"
#include "ui/board/board_view.h"
#include "ui/state_tone.h"

namespace ui {

namespace {

constexpr int kPause = 120; // ms
constexpr qreal kPadding = 6;
constexpr float kFaded = 0.55F; // of what is closed

}

Minimap::Minimap(Workbench& workbench, BoardView& view) : QWidget(&view), m_workbench(workbench), m_view(view)
{
    installRole<Minimap, QAccessible::Graphic>();
    setObjectName(QStringLiteral("minimap"));
    setAccessibleName(tr("Map of the board"));
    setToolTip(tr("Click or drag: goes there"));
    setCursor(Qt::PointingHandCursor);
    setVisible(false);
    m_later.setInterval(kPause);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &Minimap::draw);
    const auto lookSoon = [this] {
        if (isVisible() && !m_later.isActive()) {
            m_later.start();
        }
    };
    // Not QGraphicsScene::changed(): who listens to that makes each frame of the board dear.
    connect(&view.board(), &BoardScene::contentChanged, this, lookSoon);
    connect(&view.board(), &BoardScene::cardRefreshed, this, lookSoon);
    connect(&view.board(), &BoardScene::nodeMoved, this, lookSoon);
    connect(&workbench, &Workbench::selectionChanged, this, lookSoon);
    connect(&workbench, &Workbench::themeChanged, this, lookSoon);
    connect(&view, &BoardView::seenChanged, this, qOverload<>(&QWidget::update));
}

QSize Minimap::sizeHint() const
{
    const int unit = fontMetrics().height();
    return {unit * 12, unit * 8};
}

qreal Minimap::scale() const
{
    return std::min((width() - 2 * kPadding) / m_shown.width(), (height() - 2 * kPadding) / m_shown.height());
}

void Minimap::resizeEvent(QResizeEvent* /*event*/)
{
    draw();
}

void Minimap::showEvent(QShowEvent* /*event*/)
{
    draw();
}

void Minimap::draw()
{
    const Theme& theme = m_workbench.theme();
    m_shown = m_view.board().contentRect().adjusted(-48, -48, 48, 48);
    m_picture = QPixmap(size() * devicePixelRatio());
    m_picture.setDevicePixelRatio(devicePixelRatio());
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    QColor paper = theme.panel;
    paper.setAlpha(238);
    painter.setBrush(paper);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.translate(kPadding, kPadding);
    painter.scale(scale(), scale());
    painter.translate(-m_shown.topLeft());
    for (const auto& [id, card] : m_view.board().cards()) {
        const model::SocketNode* node = m_workbench.graph().find(id);
        const bool sleeps = node != nullptr && !node->blocked.empty();
        QColor colour = sleeps ? theme.waiting : theme.ofDomain(node != nullptr ? node->domain : 0);
        colour.setAlphaF(card->isFaded() ? kFaded : 1.F);
        painter.fillRect(card->onBoard(), id == m_workbench.selected() ? theme.accent : colour);
    }
    for (const auto& [key, peer] : m_view.board().cords().peers()) {
        painter.fillRect(peer->onBoard(), theme.faint);
    }
    update();
}

void Minimap::paintEvent(QPaintEvent* /*event*/)
{
    const Theme& theme = m_workbench.theme();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.translate(kPadding, kPadding);
    painter.scale(scale(), scale());
    painter.translate(-m_shown.topLeft());
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect() & m_shown;
    painter.setPen(QPen(theme.accent, 0));
    QColor glass = theme.accent;
    glass.setAlpha(30);
    painter.setBrush(glass);
    painter.drawRect(seen);
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    follow(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        follow(event->position());
    }
}

void Minimap::follow(QPointF place)
{
    m_view.centreOn(m_shown.topLeft() + (place - QPointF(kPadding, kPadding)) / scale());
}

}
