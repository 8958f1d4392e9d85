// A view of rows, for who does not see it: a list, and each row an item of it.
#pragma once

#include <algorithm>
#include <climits>

#include "ui/access/accessible_items.h"

namespace ui {

// View has, for rows counted from 0:
//   std::uint64_t itemCount() const;
//   QString itemText(std::uint64_t) const;                    what is read out
//   QRect itemRect(std::uint64_t) const;                      in the viewport; empty: out of sight
//   bool isItemSelected(std::uint64_t) const;
//   std::optional<std::uint64_t> itemAt(QPoint) const;        of the viewport
//   std::optional<std::uint64_t> currentItem() const;         where the keys go
//   static constexpr bool kSelectsMany;
template<typename View> class AccessibleRow : public AccessibleItem {
public:
    AccessibleRow(View& view, quint64 index) : AccessibleItem(view), m_view(view), m_index(index) { }

protected:
    bool isThere() const override { return m_index < m_view.itemCount(); }
    QString name() const override { return m_view.itemText(m_index); }
    QRect place() const override { return m_view.itemRect(m_index); }
    bool isSelected() const override { return m_view.isItemSelected(m_index); }
    bool isCurrent() const override { return m_view.currentItem() == m_index; }
    bool canSelectMany() const override { return View::kSelectsMany; }

private:
    View& m_view; // isValid() knows whether it is still there
    const quint64 m_index;
};

template<typename View> class AccessibleRows : public AccessibleItems {
public:
    explicit AccessibleRows(View& view) : AccessibleItems(view), m_view(view) { }

    int childCount() const override { return asIndex(m_view.itemCount()); }

protected:
    quint64 keyOf(int index) const override { return static_cast<quint64>(index); }
    int indexOf(quint64 key) const override { return key < m_view.itemCount() ? asIndex(key) : -1; }
    AccessibleItem* make(quint64 key) const override { return new AccessibleRow<View>(m_view, key); }
    std::optional<quint64> keyAt(const QPoint& inViewport) const override
    {
        return m_view.itemAt(inViewport);
    }
    std::optional<quint64> currentKey() const override { return m_view.currentItem(); }

private:
    static int asIndex(quint64 rows) { return static_cast<int>(std::min<quint64>(rows, INT_MAX)); }

    View& m_view;
};

}
