// A set of flags as a button that says them, with a menu to tick them.
#pragma once

#include <QToolButton>

#include "netcore/names/constants.h"

namespace ui {

class FlagsButton : public QToolButton {
    Q_OBJECT

public:
    FlagsButton(netcore::NameTable table, std::int64_t value, QWidget* parent = nullptr);

    std::int64_t value() const { return m_value; }

Q_SIGNALS:
    void changed();

private:
    void showValue();

    netcore::NameTable m_table;
    std::int64_t m_value;
};

}
