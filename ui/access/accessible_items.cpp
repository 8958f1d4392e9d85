#include "ui/access/accessible_items.h"

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype kMostItems = 512; // that are kept: a reader goes from item to item, not over all of them

}

QString AccessibleItem::text(QAccessible::Text kind) const
{
    if (!isValid()) {
        return {};
    }
    return kind == QAccessible::Name ? name() : kind == QAccessible::Description ? description() : QString();
}

QRect AccessibleItem::rect() const
{
    const QRect shown = isValid() ? place() : QRect();
    return shown.isEmpty() ? QRect() : QRect(m_area->viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

QAccessible::State AccessibleItem::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (isValid()) {
        state.selectable = state.focusable = true;
        state.multiSelectable = canSelectMany();
        state.selected = isSelected();
        state.focused = isCurrent() && m_area->hasFocus();
        state.offscreen = !m_area->viewport()->rect().intersects(place());
    }
    return state;
}

AccessibleItems::AccessibleItems(QAbstractScrollArea& view)
    : QAccessibleWidget(&view, QAccessible::List), m_area(view)
{
}

AccessibleItems::~AccessibleItems()
{
    for (const QAccessible::Id id : std::as_const(m_items)) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

QAccessibleInterface* AccessibleItems::item(quint64 key) const
{
    if (const auto known = m_items.constFind(key); known != m_items.cend()) {
        return QAccessible::accessibleInterface(*known);
    }
    if (m_items.size() >= kMostItems) {
        forget(m_order.front());
    }
    AccessibleItem* made = make(key);
    m_items.insert(key, QAccessible::registerAccessibleInterface(made)); // owned by Qt from here
    m_order.push_back(key);
    return made;
}

void AccessibleItems::forget(quint64 key) const
{
    if (const auto known = m_items.constFind(key); known != m_items.cend()) {
        QAccessible::deleteAccessibleInterface(*known);
        m_items.erase(known);
        m_order.erase(std::find(m_order.begin(), m_order.end(), key));
    }
}

QAccessibleInterface* AccessibleItems::child(int index) const
{
    return index >= 0 && index < childCount() ? item(keyOf(index)) : nullptr;
}

int AccessibleItems::indexOfChild(const QAccessibleInterface* item) const
{
    for (auto known = m_items.cbegin(); known != m_items.cend(); ++known) {
        if (QAccessible::accessibleInterface(known.value()) == item) {
            return indexOf(known.key());
        }
    }
    return -1;
}

QAccessibleInterface* AccessibleItems::childAt(int x, int y) const
{
    const auto key = keyAt(m_area.viewport()->mapFromGlobal(QPoint(x, y)));
    return key ? item(*key) : nullptr;
}

QAccessibleInterface* AccessibleItems::focusChild() const
{
    const auto key = m_area.hasFocus() ? currentKey() : std::nullopt;
    return key ? item(*key) : nullptr;
}

void tellFocus(QAbstractScrollArea& view, int child)
{
    if (QAccessible::isActive()) {
        QAccessibleEvent event(&view, QAccessible::Focus);
        event.setChild(child);
        QAccessible::updateAccessibility(&event);
    }
}

}
