// SequenceView and the hands: choosing, walking, zooming.

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <climits>
#include <cmath>

#include "ui/access/accessible_items.h"
#include "ui/log/log_row_text.h"
#include "ui/sequence/sequence_view.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::SequenceAxis;

namespace {

constexpr double kZoomStep = 1.25;
constexpr std::uint64_t kFarthest = 1U << 18; // rows that are looked at for the next call of a life line
constexpr int kWheelStep = 120; // eighths of a degree: QWheelEvent

}

std::optional<std::uint64_t> SequenceView::indexAt(QPoint position) const
{
    const int y = position.y() - headerHeight();
    if (y < 0) {
        return std::nullopt;
    }
    const std::uint64_t index = m_axis.indexAt(m_scroll.top() + static_cast<std::uint64_t>(y / unitHeight()));
    return index < shownRows() ? std::optional(index) : std::nullopt;
}

QRect SequenceView::rowRect(std::uint64_t index) const
{
    const std::uint64_t unit = m_axis.unitOf(index);
    if (unit + SequenceAxis::kRowUnits <= m_scroll.top() || unit >= m_scroll.top() + m_scroll.page()) {
        return {};
    }
    const double y = (static_cast<double>(unit) - static_cast<double>(m_scroll.top())) * unitHeight();
    return QRectF(0, headerHeight() + y, viewport()->width(), m_rowHeight).toAlignedRect();
}

std::optional<std::size_t> SequenceView::laneAt(QPoint position) const
{
    for (std::size_t lane = 0; lane < m_picture.lanes.size(); ++lane) {
        if (laneRect(lane).contains(position)) {
            return lane;
        }
    }
    return std::nullopt;
}

std::optional<std::uint64_t> SequenceView::currentItem() const
{
    return m_current ? std::optional(rows().indexOf(*m_current)) : std::nullopt;
}

void SequenceView::choose(std::uint64_t index)
{
    m_current = rows().at(index);
    bringIntoSight(index);
    viewport()->update();
    tellFocus(*this, static_cast<int>(std::min<std::uint64_t>(index, INT_MAX)));
    Q_EMIT rowPicked(*m_current);
}

void SequenceView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (event->pos().y() < headerHeight()) {
        const auto lane = laneAt(event->pos());
        if (lane && m_picture.lanes[*lane].key.socket != kNoSocket) {
            m_workbench.select(m_picture.lanes[*lane].key.socket);
        }
    } else if (const auto index = indexAt(event->pos())) {
        choose(*index);
    }
}

void SequenceView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto index = indexAt(event->pos())) {
        Q_EMIT rowOpened(rows().at(*index));
    }
}

void SequenceView::wheelEvent(QWheelEvent* event)
{
    const double turns = static_cast<double>(event->angleDelta().y()) / kWheelStep;
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        zoomBy(std::pow(kZoomStep, turns));
        event->accept();
    } else {
        QAbstractScrollArea::wheelEvent(event);
    }
}

bool SequenceView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const bool plain = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
        if (plain
            && (key.key() == Qt::Key_Space || key.key() == Qt::Key_Plus || key.key() == Qt::Key_Minus
                || key.key() == Qt::Key_0 || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void SequenceView::keyPressEvent(QKeyEvent* event)
{
    if (!moveByKey(*event) && !actByKey(*event)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool SequenceView::moveByKey(const QKeyEvent& event)
{
    const std::uint64_t count = shownRows();
    if (count == 0) {
        return false;
    }
    const bool known = m_current && rows().indexOf(*m_current) < count;
    const std::uint64_t here
        = known ? rows().indexOf(*m_current) : std::min(m_axis.indexAt(m_scroll.top()), count - 1);
    const std::uint64_t page = std::max<std::uint64_t>(m_scroll.page() / SequenceAxis::kRowUnits, 2) - 1;
    const bool control = (event.modifiers() & Qt::ControlModifier) != 0;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (control) {
            walk(event.key() == Qt::Key_Down);
        } else if (!known) {
            choose(here);
        } else {
            choose(event.key() == Qt::Key_Up ? here - std::min<std::uint64_t>(here, 1)
                                             : std::min(here + 1, count - 1));
        }
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        stepAside(event.key() == Qt::Key_Right);
        return true;
    case Qt::Key_PageUp:
        choose(here - std::min(here, page));
        return true;
    case Qt::Key_PageDown:
        choose(std::min(here + page, count - 1));
        return true;
    case Qt::Key_Home:
        choose(0);
        return true;
    case Qt::Key_End:
        choose(count - 1);
        setFollow(true);
        return true;
    default:
        return false;
    }
}

bool SequenceView::actByKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Space:
        setFollow(!m_scroll.follows());
        return true;
    case Qt::Key_Plus:
        zoomBy(kZoomStep);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / kZoomStep);
        return true;
    case Qt::Key_0:
        resetZoom();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current) {
            const SocketId socket = socketOfRow(m_source, *m_current);
            if (socket != kNoSocket) {
                m_workbench.select(socket);
            }
        }
        return true;
    default:
        return false;
    }
}

// To the next call of the same life line, or the one before.
void SequenceView::walk(bool forward)
{
    if (!m_current) {
        return;
    }
    const model::EventStore& store = m_workbench.session().store();
    const model::LaneKey key = model::laneOf(store, *m_source.facts, m_by, *m_current);
    const std::uint64_t count = shownRows();
    std::uint64_t index = rows().indexOf(*m_current);
    for (std::uint64_t looked = 0; looked < kFarthest && (forward ? index + 1 < count : index > 0);
         ++looked) {
        index += forward ? 1 : ~std::uint64_t {0};
        if (model::laneOf(store, *m_source.facts, m_by, rows().at(index)) == key) {
            choose(index);
            return;
        }
    }
}

// To the nearest call in sight on the life line at the left or right.
void SequenceView::stepAside(bool right)
{
    make();
    const auto here = std::ranges::find_if(
        m_scene.steps, [this](const model::SequenceStep& step) { return step.row == m_current; });
    if (here == m_scene.steps.end() || !here->lane || (!right && *here->lane == 0)) {
        horizontalScrollBar()->triggerAction(
            right ? QAbstractSlider::SliderSingleStepAdd : QAbstractSlider::SliderSingleStepSub);
        return;
    }
    const std::size_t wanted = right ? *here->lane + 1 : *here->lane - 1;
    const model::SequenceStep* nearest = nullptr;
    for (const model::SequenceStep& step : m_scene.steps) {
        const bool isNearer
            = nearest == nullptr || std::abs(step.y - here->y) < std::abs(nearest->y - here->y);
        if (step.lane == wanted && isNearer) {
            nearest = &step;
        }
    }
    if (nearest != nullptr) {
        choose(rows().indexOf(nearest->row));
    }
}

bool SequenceView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto index = indexAt(help->pos());
        const auto lane = index ? std::nullopt : laneAt(help->pos());
        if (index) {
            QToolTip::showText(help->globalPos(),
                words::plainToolTip(logRowToolTip(m_source, rows().at(*index))), viewport(), rowRect(*index));
        } else if (lane) {
            const auto& title = m_picture.lanes[*lane];
            QToolTip::showText(help->globalPos(), words::plainToolTip(title.title + u'\n' + title.subtitle),
                viewport(), laneRect(*lane));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void SequenceView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void SequenceView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}
