#include "ui/inspector/flags_button.h"

#include <QMenu>

namespace ui {

using namespace netcore;

FlagsButton::FlagsButton(NameTable table, std::int64_t value, QWidget* parent)
    : QToolButton(parent), m_table(table), m_value(value)
{
    auto* menu = new QMenu(this);
    for (const NamedValue& flag : table) {
        QAction* action = menu->addAction(
            QString::fromLatin1(flag.name.data(), static_cast<qsizetype>(flag.name.size())));
        action->setCheckable(true);
        action->setChecked((value & flag.value) != 0);
        connect(action, &QAction::toggled, this, [this, bit = flag.value](bool on) {
            m_value = on ? m_value | bit : m_value & ~bit;
            showValue();
            Q_EMIT changed();
        });
    }
    setMenu(menu);
    setPopupMode(InstantPopup);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    showValue();
}

void FlagsButton::showValue()
{
    setText(QString::fromStdString(flagsText(m_table, m_value)) + QStringLiteral(" ▾"));
    setAccessibleName(text());
}

}
