#include "ui/board/minimap.h"

#include <QMouseEvent>
#include <QPainter>

#include "ui/board/board_view.h"
#include "ui/state_tone.h"

namespace ui {

namespace {

constexpr int kPause = 120; // ms
constexpr qreal kPadding = 6;

}

Minimap::Minimap(Workbench& workbench, BoardView& view) : QWidget(&view), m_workbench(workbench), m_view(view)
{
    setObjectName(QStringLiteral("minimap"));
    setAccessibleName(tr("Map of the board"));
    setToolTip(tr("Click or drag: goes there"));
    setCursor(Qt::PointingHandCursor);
    setVisible(false);
    m_later.setInterval(kPause);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    const auto lookSoon = [this] {
        if (isVisible() && !m_later.isActive()) {
            m_later.start();
        }
    };
    connect(&view.board(), &QGraphicsScene::changed, this, lookSoon);
    connect(&view, &BoardView::seenChanged, this, qOverload<>(&QWidget::update));
}

QSize Minimap::sizeHint() const
{
    const int unit = fontMetrics().height();
    return {unit * 12, unit * 8};
}

QRectF Minimap::shown() const
{
    return m_view.board().contentRect().adjusted(-48, -48, 48, 48);
}

qreal Minimap::scale() const
{
    const QRectF all = shown();
    return std::min((width() - 2 * kPadding) / all.width(), (height() - 2 * kPadding) / all.height());
}

void Minimap::paintEvent(QPaintEvent* /*event*/)
{
    const Theme& theme = m_workbench.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    QColor paper = theme.panel;
    paper.setAlpha(238);
    painter.setBrush(paper);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.translate(kPadding, kPadding);
    painter.scale(scale(), scale());
    painter.translate(-shown().topLeft());
    for (const auto& [id, card] : m_view.board().cards()) {
        const model::SocketNode* node = m_workbench.graph().find(id);
        const bool sleeps = node != nullptr && !node->blocked.empty();
        QColor colour = sleeps ? theme.waiting : theme.ofDomain(node != nullptr ? node->domain : 0);
        colour.setAlphaF(static_cast<float>(card->opacity()));
        painter.fillRect(card->onBoard(), id == m_workbench.selected() ? theme.accent : colour);
    }
    for (const auto& [key, peer] : m_view.board().cords().peers()) {
        painter.fillRect(peer->onBoard(), theme.faint);
    }
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect() & shown();
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
    m_view.centreOn(shown().topLeft() + (place - QPointF(kPadding, kPadding)) / scale());
}

}
