#include "ui/tab_order.h"

#include <QScrollArea>
#include <algorithm>
#include <tuple>

namespace ui {

namespace {

bool takesTab(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.isVisible() && widget.isEnabled()
        && widget.focusProxy() == nullptr;
}

// A widget and what is in it.
struct Unit {
    QRect place; // of its parent
    QList<QWidget*> stops;
};

// A line is what stands beside the first of it: with its middle above that one's lower edge.
void sortByLines(std::vector<Unit>& units)
{
    const auto fromTop = [](const Unit& unit) { return std::tuple(unit.place.top(), unit.place.left()); };
    std::ranges::stable_sort(units, {}, fromTop);
    for (auto begin = units.begin(); begin != units.end();) {
        const int bottom = begin->place.bottom();
        const auto end = std::find_if(
            begin, units.end(), [bottom](const Unit& unit) { return unit.place.center().y() > bottom; });
        const auto next = std::max(end, begin + 1);
        std::stable_sort(
            begin, next, [](const Unit& a, const Unit& b) { return a.place.left() < b.place.left(); });
        begin = next;
    }
}

void addStops(QWidget& widget, QList<QWidget*>& stops)
{
    if (takesTab(widget)) {
        stops += &widget;
    }
    std::vector<Unit> units;
    for (QObject* object : widget.children()) {
        auto* child = qobject_cast<QWidget*>(object);
        if (child != nullptr && !child->isWindow() && child->isVisible()) {
            Unit unit {child->geometry(), {}};
            addStops(*child, unit.stops);
            if (!unit.stops.isEmpty()) {
                units.push_back(std::move(unit));
            }
        }
    }
    sortByLines(units);
    for (const Unit& unit : units) {
        stops += unit.stops;
    }
}

void bringIntoSight(QWidget& widget)
{
    for (QWidget* above = widget.parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            area->ensureWidgetVisible(&widget);
        }
    }
}

}

QList<QWidget*> tabOrder(QWidget& window)
{
    QList<QWidget*> stops;
    addStops(window, stops);
    return stops;
}

bool focusNextInOrder(QWidget& window, bool forward)
{
    const QList<QWidget*> stops = tabOrder(window);
    if (stops.isEmpty()) {
        return false;
    }
    const qsizetype count = stops.size();
    const qsizetype now = stops.indexOf(window.focusWidget());
    const qsizetype next = now < 0 ? (forward ? 0 : count - 1) : (now + (forward ? 1 : count - 1)) % count;
    stops[next]->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    bringIntoSight(*stops[next]);
    return true;
}

}
