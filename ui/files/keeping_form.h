// What of all that happens is kept: how much of the bytes, and how large the log may become. What is chosen
// holds at once, and in the next session.
#pragma once

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QSpinBox>
#include <QWidget>

#include "ui/preferences.h"
#include "ui/workbench.h"

namespace ui {

class KeepingForm : public QWidget {
    Q_OBJECT

public:
    KeepingForm(Workbench& workbench, Preferences& preferences, QWidget* parent = nullptr);

    void showRules();
    void focusFirst();

private:
    enum Choice : int { All, First, Nothing };
    void lay();
    void take();

    Workbench& m_workbench;
    Preferences& m_preferences;
    QButtonGroup* m_payload;
    QSpinBox* m_first; // bytes
    QCheckBox* m_limited;
    QSpinBox* m_budget; // MiB
    QLabel* m_where;
};

}
