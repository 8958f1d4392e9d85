// The rows of a log, as LogView and SequenceView show them, for who does not see them.
#pragma once

#include <algorithm>
#include <climits>

#include "model/store/event_store.h"
#include "ui/access/accessible_items.h"

namespace ui {

// View has shownRows(), rowAt(index), currentRow(), indexOf(row), isSelected(row), rowRect(index),
// indexAt(position), spokenRow(row), kSelectsMany.
template<typename View> class AccessibleRow : public AccessibleItem {
public:
    AccessibleRow(View& view, quint64 index) : AccessibleItem(view), m_view(view), m_index(index) { }

protected:
    bool isThere() const override { return m_index < m_view.shownRows(); }
    QString name() const override { return m_view.spokenRow(row()); }
    QRect place() const override { return m_view.rowRect(m_index); }
    bool isSelected() const override { return m_view.isSelected(row()); }
    bool isCurrent() const override { return m_view.currentRow() == row(); }
    bool canSelectMany() const override { return View::kSelectsMany; }

private:
    model::Row row() const { return m_view.rowAt(m_index); }

    View& m_view; // isValid() knows whether it is still there
    const quint64 m_index;
};

template<typename View> class AccessibleRows : public AccessibleItems {
public:
    explicit AccessibleRows(View& view) : AccessibleItems(view), m_view(view) { }

    int childCount() const override { return asIndex(m_view.shownRows()); }

protected:
    quint64 keyOf(int index) const override { return static_cast<quint64>(index); }
    int indexOf(quint64 key) const override { return key < m_view.shownRows() ? asIndex(key) : -1; }
    AccessibleItem* make(quint64 key) const override { return new AccessibleRow<View>(m_view, key); }
    std::optional<quint64> keyAt(const QPoint& inViewport) const override
    {
        return m_view.indexAt(inViewport);
    }
    std::optional<quint64> currentKey() const override
    {
        const auto row = m_view.currentRow();
        return row ? std::optional<quint64>(m_view.indexOf(*row)) : std::nullopt;
    }

private:
    static int asIndex(quint64 rows) { return static_cast<int>(std::min<quint64>(rows, INT_MAX)); }

    View& m_view;
};

}
