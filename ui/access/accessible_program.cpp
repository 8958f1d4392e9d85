#include "ui/access/accessible_program.h"

#include <QAccessibleObject>
#include <QAccessibleWidget>
#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QTimer>

namespace ui {

namespace {

QAccessibleInterface* programInterface()
{
    return QAccessible::queryAccessibleInterface(qApp);
}

// One of this program's own: who gives it a name wants it to be found.
bool isOwnPopup(const QWidget& widget)
{
    return widget.windowType() == Qt::Popup && !widget.accessibleName().isEmpty()
        && qobject_cast<const QMenu*>(&widget) == nullptr;
}

// Those that are open, and that nothing else has as its child: a menu of the menu bar is found there.
QList<QAccessibleInterface*> openPopups()
{
    QList<QAccessibleInterface*> popups;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        const bool isMenu = qobject_cast<QMenu*>(widget) != nullptr;
        if (!widget->isVisible() || (!isMenu && !isOwnPopup(*widget))) {
            continue;
        }
        QAccessibleInterface* popup = QAccessible::queryAccessibleInterface(widget);
        const QAccessibleInterface* above = popup != nullptr ? popup->parent() : nullptr;
        const bool isElsewhere
            = above != nullptr && above->object() != qApp && above->indexOfChild(popup) >= 0;
        if (popup != nullptr && !isElsewhere) {
            popups += popup;
        }
    }
    return popups;
}

class AccessibleProgram final : public QAccessibleApplication {
public:
    int childCount() const override
    {
        return QAccessibleApplication::childCount() + static_cast<int>(openPopups().size());
    }
    QAccessibleInterface* child(int index) const override
    {
        const int windows = QAccessibleApplication::childCount();
        return index < windows ? QAccessibleApplication::child(index) : openPopups().value(index - windows);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const int window = QAccessibleApplication::indexOfChild(child);
        const auto popup = openPopups().indexOf(const_cast<QAccessibleInterface*>(child));
        return window >= 0 || popup < 0 ? window
                                        : QAccessibleApplication::childCount() + static_cast<int>(popup);
    }
};

// Tells that the popup has come and gone.
class PopupTeller final : public QObject {
public:
    explicit PopupTeller(QWidget& popup) : QObject(&popup), m_popup(popup)
    {
        popup.installEventFilter(this);
        QTimer::singleShot(0, this, [this] { // it is just being asked for the first time
            if (m_popup.isVisible()) {
                tell(QAccessible::ObjectCreated);
            }
        });
    }

protected:
    bool eventFilter(QObject* /*popup*/, QEvent* event) override
    {
        if (event->type() == QEvent::Show) {
            tell(QAccessible::ObjectCreated);
        } else if (event->type() == QEvent::Hide) {
            tell(QAccessible::ObjectDestroyed);
        }
        return false;
    }

private:
    void tell(QAccessible::Event what)
    {
        QAccessibleEvent event(&m_popup, what);
        QAccessible::updateAccessibility(&event);
    }

    QWidget& m_popup;
};

class AccessiblePopup final : public QAccessibleWidget {
public:
    explicit AccessiblePopup(QWidget& popup) : QAccessibleWidget(&popup, QAccessible::Dialog)
    {
        new PopupTeller(popup); // the popup's
    }
    QAccessibleInterface* parent() const override { return programInterface(); }
};

QAccessibleInterface* make(const QString& /*className*/, QObject* object)
{
    if (object == qApp) {
        return new AccessibleProgram;
    }
    auto* widget = qobject_cast<QWidget*>(object);
    return widget != nullptr && isOwnPopup(*widget) ? new AccessiblePopup(*widget) : nullptr;
}

}

void installAccessibleProgram()
{
    QAccessible::installFactory(make);
}

}
