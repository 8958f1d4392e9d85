// A view that paints its items by itself, for who does not see it: a list whose items are made when they are
// asked for. On the thread of the window, as all of QAccessible.
#pragma once

#include <QAbstractScrollArea>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <deque>
#include <optional>

namespace ui {

// One item. Qt owns it, and may have it longer than there is a view: everything is asked of isThere() first.
class AccessibleItem : public QAccessibleInterface {
public:
    explicit AccessibleItem(QAbstractScrollArea& view) : m_area(&view) { }

    bool isValid() const final { return m_area != nullptr && isThere(); }
    QObject* object() const final { return nullptr; }
    QAccessibleInterface* parent() const final { return QAccessible::queryAccessibleInterface(m_area); }
    QAccessibleInterface* child(int /*index*/) const final { return nullptr; }
    int childCount() const final { return 0; }
    int indexOfChild(const QAccessibleInterface* /*item*/) const final { return -1; }
    QAccessibleInterface* childAt(int /*x*/, int /*y*/) const final { return nullptr; }
    QAccessible::Role role() const final { return QAccessible::ListItem; }
    void setText(QAccessible::Text /*kind*/, const QString& /*text*/) final { }
    QString text(QAccessible::Text kind) const final;
    QRect rect() const final; // of the screen
    QAccessible::State state() const final;

protected:
    virtual bool isThere() const = 0;
    virtual QString name() const = 0;
    virtual QString description() const { return {}; }
    virtual QRect place() const = 0; // in the viewport; empty: out of sight
    virtual bool isSelected() const = 0;
    virtual bool isCurrent() const = 0; // where the keys go, when the view has the focus
    virtual bool canSelectMany() const { return false; }

private:
    const QPointer<QAbstractScrollArea> m_area;
};

// The list. Items are known by a key of the view's own: a row's index, a socket's number.
class AccessibleItems : public QAccessibleWidget {
public:
    explicit AccessibleItems(QAbstractScrollArea& view);
    ~AccessibleItems() override;

    QAccessibleInterface* child(int index) const final;
    int indexOfChild(const QAccessibleInterface* item) const final;
    QAccessibleInterface* childAt(int x, int y) const final; // of the screen
    QAccessibleInterface* focusChild() const final;

protected:
    virtual quint64 keyOf(int index) const = 0; // 0 <= index < childCount()
    virtual int indexOf(quint64 key) const = 0; // -1: none
    virtual AccessibleItem* make(quint64 key) const = 0;
    virtual std::optional<quint64> keyAt(const QPoint& inViewport) const = 0;
    virtual std::optional<quint64> currentKey() const = 0;

    QAccessibleInterface* item(quint64 key) const; // made, if it was not yet
    void forget(quint64 key) const;

private:
    QAbstractScrollArea& m_area;
    mutable QHash<quint64, QAccessible::Id> m_items;
    mutable std::deque<quint64> m_order; // the oldest first
};

// Tells a screen reader that the focus within the view is at that child now; -1: at the view itself.
void tellFocus(QAbstractScrollArea& view, int child);

// Once in a program for each kind of view, before the first one is asked: Access is made of a View&.
template<typename View, typename Access> void installAccess()
{
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory([](const QString& /*className*/, QObject* object) {
            auto* view = qobject_cast<View*>(object);
            return static_cast<QAccessibleInterface*>(view != nullptr ? new Access(*view) : nullptr);
        });
        return true;
    }();
}

}
