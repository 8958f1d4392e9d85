// ThroughputPlot and the hands: zoom, pan, choose.

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/throughput/throughput_plot.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr std::uint64_t kNarrowest = 20'000; // ns that are shown
constexpr double kZoomStep = 1.25;
constexpr double kNotch = 120; // of a wheel
constexpr int kLeastDrag = 4; // px: less is a click

}

void ThroughputPlot::setZoom(Range range)
{
    const Range all = whole();
    const bool everything = range.begin <= all.begin && range.end >= all.end;
    m_zoomed = everything || range.isEmpty() ? Range {} : range;
    m_counted = 0;
    start();
    Q_EMIT rangeChanged();
}

void ThroughputPlot::showAll()
{
    m_chosen = {};
    setZoom({});
    Q_EMIT rangeChosen();
}

void ThroughputPlot::zoomToChosen()
{
    if (!m_chosen.isEmpty()) {
        const std::uint64_t length = std::max(m_chosen.length(), kNarrowest);
        const Range range {m_chosen.begin, m_chosen.begin + length};
        m_chosen = {};
        setZoom(range);
        Q_EMIT rangeChosen();
    }
}

void ThroughputPlot::zoomBy(double factor, double around)
{
    const Range old = shown();
    const Range all = whole();
    const double wanted = static_cast<double>(old.length()) / factor;
    const auto length = static_cast<std::uint64_t>(
        std::clamp(wanted, static_cast<double>(kNarrowest), static_cast<double>(all.length())));
    const double share
        = std::clamp((around - plotArea().left()) / std::max(plotArea().width(), 1.0), 0.0, 1.0);
    const auto before = static_cast<std::uint64_t>(share * static_cast<double>(length));
    const std::uint64_t centre = timeAt(around);
    const std::uint64_t latest = all.end - std::min(all.end, length);
    const std::uint64_t begin
        = std::clamp(centre - std::min(centre, before), all.begin, std::max(all.begin, latest));
    setZoom({begin, begin + length});
}

void ThroughputPlot::panBy(double share)
{
    if (showsAll()) {
        return;
    }
    const Range all = whole();
    const std::uint64_t length = m_zoomed.length();
    const double wanted = static_cast<double>(m_zoomed.begin) + share * static_cast<double>(length);
    const std::uint64_t latest = std::max(all.begin, all.end - std::min(all.end, length));
    const auto begin = static_cast<std::uint64_t>(
        std::clamp(wanted, static_cast<double>(all.begin), static_cast<double>(latest)));
    setZoom({begin, begin + length});
}

void ThroughputPlot::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y())) {
        panBy(-turned.x() / kNotch * 0.1);
    } else if (turned.y() != 0) {
        zoomBy(std::pow(kZoomStep, turned.y() / kNotch), event->position().x());
    }
    event->accept();
}

void ThroughputPlot::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    m_pannedFrom = shown();
    if (event->button() == Qt::LeftButton && !m_chosen.isEmpty()) {
        m_chosen = {};
        update();
        Q_EMIT rangeChosen();
    }
}

void ThroughputPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed || std::abs(event->pos().x() - m_pressed->x()) < kLeastDrag) {
        return;
    }
    if (event->buttons() & Qt::LeftButton) {
        const std::uint64_t one = timeAt(m_pressed->x());
        const std::uint64_t other = timeAt(event->pos().x());
        m_chosen = {std::min(one, other), std::max(one, other)};
        update();
    } else if (event->buttons() & (Qt::RightButton | Qt::MiddleButton)) {
        panBy((m_pressed->x() - event->pos().x()) / std::max(plotArea().width(), 1.0));
        m_pressed = event->pos();
    }
}

void ThroughputPlot::mouseReleaseEvent(QMouseEvent* event)
{
    const model::EventStore& store = m_workbench.session().store();
    if (m_pressed && event->button() == Qt::LeftButton && store.size() > 0) {
        const bool dragged = !m_chosen.isEmpty();
        const model::Row row = model::firstRowAt(store, dragged ? m_chosen.begin : timeAt(event->pos().x()));
        Q_EMIT rowWanted(std::min(row, store.size() - 1));
        if (dragged) {
            Q_EMIT rangeChosen();
        }
    }
    m_pressed.reset();
}

void ThroughputPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        showAll();
    }
}

void ThroughputPlot::keyPressEvent(QKeyEvent* event)
{
    const double centre = plotArea().center().x();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Up:
        zoomBy(kZoomStep, centre);
        break;
    case Qt::Key_Minus:
    case Qt::Key_Down:
        zoomBy(1 / kZoomStep, centre);
        break;
    case Qt::Key_Left:
        panBy(-0.2);
        break;
    case Qt::Key_Right:
        panBy(0.2);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        zoomToChosen();
        break;
    case Qt::Key_Home:
    case Qt::Key_Escape:
        showAll();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

QString ThroughputPlot::toolTipAt(double x) const
{
    const std::uint64_t time = timeAt(x);
    if (m_data.bins().empty() || time < m_data.begin()) {
        return {};
    }
    const std::size_t step = (time - m_data.begin()) / m_data.binWidth() / group();
    const std::uint64_t start = m_workbench.session().startTime();
    QString text
        = words::moment(time - std::min(start, time)) + u'\n' + tr("all: %1").arg(rateText(rateAt(time)));
    for (std::size_t i = 0; i < m_data.shown().size(); ++i) {
        text += u'\n' + nameOf(m_data.shown()[i]) + QStringLiteral(": ")
            + rateText(rateOf(m_data.binsOf(i), step));
    }
    return text;
}

bool ThroughputPlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = plotArea().contains(help->pos()) ? toolTipAt(help->pos().x()) : QString();
        QToolTip::showText(help->globalPos(), words::plainToolTip(text), this);
        return true;
    }
    return QWidget::event(event);
}

}
