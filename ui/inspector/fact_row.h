// One line of a list of facts: its name, its value, and what it was before. A button: it can be chosen, by
// key too.
#pragma once

#include <QAbstractButton>

#include "ui/workbench.h"

namespace ui {

class FactRow : public QAbstractButton {
    Q_OBJECT

public:
    FactRow(Workbench& workbench, const QString& name, QWidget* parent = nullptr);

    struct Value {
        QString now;
        QString before; // shown dim in front, where it was another
        bool marked = false; // an accent bar: it has changed
        bool quiet = false; // dim: the default, or not known
        bool wrong = false;
        bool operator==(const Value&) const = default;
    };
    void setValue(const Value& value);
    const Value& value() const { return m_value; }
    QString name() const { return text(); }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont codeFont() const;

    Workbench& m_workbench;
    Value m_value;
};

}
