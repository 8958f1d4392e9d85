// A widget that paints itself, and is one thing for who does not see it: a picture, a document, an alert.
#pragma once

#include "ui/access/accessible_items.h"

namespace ui {

template<QAccessible::Role itsRole> class AccessibleAs : public QAccessibleWidget {
public:
    explicit AccessibleAs(QWidget& widget) : QAccessibleWidget(&widget, itsRole) { }
};

// Once in a program for each kind of widget, before the first one is asked.
template<typename Widget, QAccessible::Role role> void installRole()
{
    installAccess<Widget, AccessibleAs<role>>();
}

}
