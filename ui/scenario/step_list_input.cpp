// StepList: the mouse, the keys, and what is read out.

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

#include "ui/access/accessible_items.h"
#include "ui/scenario/step_list.h"

namespace ui {

int StepList::wholeHeightOf(std::size_t entry) const
{
    return heightOf(entry) + (entry == current() ? m_below : 0);
}

// With what stands before it, and some of what follows.
void StepList::bringIntoSight(std::size_t entry)
{
    const int row = lineHeight() + kRowSpace;
    const int top = topOf(entry) + verticalScrollBar()->value();
    const int height = entry < m_entries.size() ? wholeHeightOf(entry) : 0;
    if (top - row < verticalScrollBar()->value()) {
        verticalScrollBar()->setValue(top - row);
    } else if (top + height + row > verticalScrollBar()->value() + viewport()->height()) {
        verticalScrollBar()->setValue(top + height + row - viewport()->height());
    }
}

QString StepList::itemText(std::uint64_t entry) const
{
    const bool next = entry == current();
    const QString state = entry < current() ? tr("done")
        : !next                             ? tr("to come")
        : m_failed                          ? tr("not as expected")
                                            : tr("next");
    const QString text = tr("Step %1, %2: %3").arg(entry + 1).arg(state, shownText(entry));
    return next ? (text + u' ' + belowText(entry)).trimmed() : text;
}

QRect StepList::itemRect(std::uint64_t entry) const
{
    const QRect place(0, topOf(entry), viewport()->width(), wholeHeightOf(entry));
    return place.intersects(viewport()->rect()) ? place : QRect();
}

std::optional<std::uint64_t> StepList::itemAt(QPoint position) const
{
    const std::size_t entry = entryAt(position.y());
    return entry < m_entries.size() ? std::optional<std::uint64_t>(entry) : std::nullopt;
}

void StepList::pick(std::size_t entry)
{
    if (entry < doneCount()) {
        Q_EMIT picked(m_entries[entry].step);
    }
}

void StepList::goTo(std::size_t entry)
{
    m_at = std::min(entry, m_entries.size() - 1);
    bringIntoSight(*m_at);
    viewport()->update();
    tellFocus(*this, static_cast<int>(*m_at));
}

void StepList::mousePressEvent(QMouseEvent* event)
{
    if (foldPlace().contains(event->pos())) {
        unfold();
        return;
    }
    if (const auto entry = itemAt(event->pos())) {
        m_at = entry;
        viewport()->update();
        pick(*entry);
    }
}

void StepList::keyPressEvent(QKeyEvent* event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto page
        = static_cast<std::size_t>(std::max(1, viewport()->height() / (lineHeight() + kRowSpace) - 1));
    const std::size_t here = m_at.value_or(current());
    if (m_entries.empty()) {
        QAbstractScrollArea::keyPressEvent(event);
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_PageUp) {
        goTo(here - std::min(here, event->key() == Qt::Key_Up ? std::size_t {1} : page));
    } else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown) {
        goTo(here + (event->key() == Qt::Key_Down ? 1 : page));
    } else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        goTo(event->key() == Qt::Key_Home ? 0 : m_entries.size());
    } else if (enters && folds() && here >= doneCount()) {
        unfold();
    } else if (enters) {
        pick(here);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool StepList::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const bool points = foldPlace().contains(mouse->pos()) || entryAt(mouse->pos().y()) < doneCount();
        viewport()->setCursor(points ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    return QAbstractScrollArea::viewportEvent(event);
}

// The keys begin where the scenario is.
void StepList::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!m_entries.empty() && event->reason() != Qt::MouseFocusReason) {
        goTo(current());
    }
}

void StepList::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}
