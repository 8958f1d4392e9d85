// The sequence for who does not see it: a list, and each call an item of it.

#include "ui/sequence/sequence_view.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <climits>

namespace ui {

namespace {

constexpr qsizetype kMostItems = 512; // that are kept: a reader goes from row to row, not over all of them

class SequenceItem : public QAccessibleInterface {
public:
    SequenceItem(SequenceView& view, int index) : m_view(&view), m_index(index) { }

    bool isValid() const override { return m_view != nullptr && index() < m_view->shownRows(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface* /*item*/) const override { return -1; }
    QAccessibleInterface* childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text /*kind*/, const QString& /*text*/) override { }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view->spokenRow(row()) : QString();
    }
    QRect rect() const override
    {
        const QRect place = isValid() ? m_view->rowRect(index()) : QRect();
        return place.isEmpty() ? QRect()
                               : QRect(m_view->viewport()->mapToGlobal(place.topLeft()), place.size());
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (isValid()) {
            state.selectable = state.focusable = true;
            state.selected = m_view->currentRow() == row();
            state.focused = m_view->hasFocus() && m_view->currentRow() == row();
            state.offscreen = m_view->rowRect(index()).isEmpty();
        }
        return state;
    }

private:
    std::uint64_t index() const { return static_cast<std::uint64_t>(m_index); }
    model::Row row() const { return m_view->rows().at(index()); }

    QPointer<SequenceView> m_view;
    int m_index;
};

class SequenceList : public QAccessibleWidget {
public:
    explicit SequenceList(SequenceView& view) : QAccessibleWidget(&view, QAccessible::List), m_view(view) { }
    ~SequenceList() override { forget(); }

    int childCount() const override
    {
        return static_cast<int>(std::min<std::uint64_t>(m_view.shownRows(), INT_MAX));
    }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        if (const auto known = m_items.constFind(index); known != m_items.cend()) {
            return QAccessible::accessibleInterface(*known);
        }
        if (m_items.size() >= kMostItems) {
            forget();
        }
        auto* item = new SequenceItem(m_view, index);
        m_items.insert(index, QAccessible::registerAccessibleInterface(item)); // owned by Qt from here
        return item;
    }
    int indexOfChild(const QAccessibleInterface* item) const override
    {
        return m_items.key(QAccessible::uniqueId(const_cast<QAccessibleInterface*>(item)), -1);
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const auto index = m_view.indexAt(m_view.viewport()->mapFromGlobal(QPoint(x, y)));
        return index ? child(static_cast<int>(*index)) : nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        return m_view.hasFocus() && m_view.currentRow()
            ? child(static_cast<int>(m_view.rows().indexOf(*m_view.currentRow())))
            : nullptr;
    }

private:
    void forget() const
    {
        for (const QAccessible::Id id : std::as_const(m_items)) {
            QAccessible::deleteAccessibleInterface(id);
        }
        m_items.clear();
    }

    SequenceView& m_view;
    mutable QHash<int, QAccessible::Id> m_items;
};

QAccessibleInterface* makeInterface(const QString& /*className*/, QObject* object)
{
    auto* view = qobject_cast<SequenceView*>(object);
    return view ? new SequenceList(*view) : nullptr;
}

}

void installSequenceAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed);
}

}
