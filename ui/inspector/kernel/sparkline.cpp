#include "ui/inspector/kernel/sparkline.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/access/accessible_role.h"

namespace ui {

namespace {

constexpr int kMargin = 14;

}

Sparkline::Sparkline(Workbench& workbench, const QString& name, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_name(name)
{
    installRole<Sparkline, QAccessible::Chart>();
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize Sparkline::sizeHint() const
{
    return {100, fontMetrics().height() * 2 + 10};
}

void Sparkline::setPoints(std::vector<Point> points, const QString& most)
{
    if (points != m_points || most != m_most) {
        m_points = std::move(points);
        m_most = most;
        setAccessibleName(tr("%1 over time, at most %2").arg(m_name, m_most));
        update();
    }
}

void Sparkline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_workbench.theme();
    const QRectF area = QRectF(rect()).adjusted(kMargin, 3, -kMargin, -4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.field);
    painter.drawRoundedRect(area, 5, 5);
    const QRectF plot = area.adjusted(6, 5, -6, -5);
    if (m_points.size() > 1) {
        qreal highest = 1;
        for (const Point& point : m_points) {
            highest = std::max(highest, point.value);
        }
        const auto start = static_cast<qreal>(m_points.front().time);
        const qreal span = std::max<qreal>(static_cast<qreal>(m_points.back().time) - start, 1);
        const auto place = [&](const Point& point) {
            return QPointF(plot.left() + (static_cast<qreal>(point.time) - start) / span * plot.width(),
                plot.bottom() - point.value / highest * plot.height());
        };
        QPainterPath line(place(m_points.front()));
        for (std::size_t i = 1; i < m_points.size(); ++i) {
            const QPointF next = place(m_points[i]);
            line.lineTo(next.x(), line.currentPosition().y());
            line.lineTo(next);
        }
        QPainterPath filled = line;
        filled.lineTo(plot.bottomRight());
        filled.lineTo(plot.bottomLeft());
        painter.setBrush(theme.accentSoft);
        painter.drawPath(filled);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 1.3));
        painter.drawPath(line);
    }
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    painter.setPen(theme.dim);
    painter.drawText(plot.adjusted(0, -2, 0, 2), Qt::AlignLeft | Qt::AlignTop, m_name);
    painter.drawText(plot.adjusted(0, -2, 0, 2), Qt::AlignRight | Qt::AlignTop, tr("max %1").arg(m_most));
}

}
