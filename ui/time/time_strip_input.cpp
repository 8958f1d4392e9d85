// TimeStrip: mouse, wheel and keys.

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <cmath>

#include "ui/time/time_strip.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr double kFlagReach = 5; // px
constexpr double kEndReach = 3; // px from the right end: the present

}

std::uint64_t TimeStrip::happened() const
{
    return m_workbench.isAtPresent() ? m_rows.size() : m_rows.indexOf(m_workbench.end());
}

void TimeStrip::step(int events)
{
    const std::uint64_t count = m_rows.size();
    if (count == 0) {
        return;
    }
    const std::uint64_t now = happened();
    const std::uint64_t distance = static_cast<std::uint64_t>(std::abs(events));
    const std::uint64_t wanted = events < 0 ? now - std::min(now, distance) : std::min(now + distance, count);
    Q_EMIT touched();
    if (wanted == count && events > 0) {
        toPresent();
    } else {
        m_workbench.showMoment(wanted == 0 ? 0 : m_rows.at(wanted - 1) + 1);
    }
}

bool TimeStrip::hasPast() const
{
    return m_workbench.session().store().size() != 0;
}

void TimeStrip::toStart()
{
    if (!hasPast()) {
        return;
    }
    Q_EMIT touched();
    m_workbench.showMoment(0);
}

void TimeStrip::toPresent()
{
    Q_EMIT touched();
    m_workbench.showMoment(std::nullopt);
}

void TimeStrip::moveTo(double x)
{
    if (x >= track().right() - kEndReach || !hasPast()) {
        toPresent();
        return;
    }
    Q_EMIT touched();
    m_workbench.showMoment(model::firstRowAt(m_workbench.session().store(), timeAt(x) + 1));
}

std::optional<model::Row> TimeStrip::flagAt(QPointF position) const
{
    const model::EventStore& store = m_workbench.session().store();
    std::optional<model::Row> nearest;
    double distance = kFlagReach;
    for (const auto& [row, annotation] : m_workbench.annotations().all()) {
        const double x = row < store.size() ? xOf(store.event(row).end()) + 3 : -1e9;
        if (std::abs(position.x() - x) <= distance) {
            distance = std::abs(position.x() - x);
            nearest = row;
        }
    }
    return position.y() <= track().center().y() ? nearest : std::nullopt;
}

void TimeStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (const auto row = flagAt(event->position())) {
        Q_EMIT touched();
        m_workbench.showMoment(*row + 1);
        Q_EMIT rowPicked(*row);
        return;
    }
    m_dragging = true;
    moveTo(event->position().x());
}

void TimeStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging) {
        moveTo(event->position().x());
    }
    setCursor(flagAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TimeStrip::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
}

void TimeStrip::wheelEvent(QWheelEvent* event)
{
    constexpr int kNotch = 120;
    m_wheel += event->angleDelta().y();
    step(-m_wheel / kNotch);
    m_wheel %= kNotch;
    event->accept();
}

void TimeStrip::keyPressEvent(QKeyEvent* event)
{
    constexpr int kPage = 20; // events
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        break;
    case Qt::Key_Right:
        step(1);
        break;
    case Qt::Key_PageUp:
        step(-kPage);
        break;
    case Qt::Key_PageDown:
        step(kPage);
        break;
    case Qt::Key_Home:
        toStart();
        break;
    case Qt::Key_End:
    case Qt::Key_Escape:
        toPresent();
        break;
    default:
        QWidget::keyPressEvent(event);
        break;
    }
}

QString TimeStrip::toolTipAt(QPointF position) const
{
    if (const auto row = flagAt(position)) {
        const QString comment = m_workbench.annotations().comment(*row);
        return comment.isEmpty() ? tr("A mark at row %1").arg(*row + 1) : words::shown(comment.toStdString());
    }
    if (!hasPast()) {
        return tr("Nothing has happened yet.");
    }
    const std::uint64_t time = timeAt(position.x());
    const model::Row end = model::firstRowAt(m_workbench.session().store(), time + 1);
    return tr("%1: %2 of %3 events had happened. A click shows everything as it was then.")
        .arg(timeText(time), words::count(m_rows.indexOf(end)), words::count(m_rows.size()));
}

bool TimeStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), words::plainToolTip(toolTipAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

}
