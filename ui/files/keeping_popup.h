// What of all that happens is kept: how much of the bytes, and how large the log may become.
#pragma once

#include <QButtonGroup>
#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QSpinBox>

#include "ui/preferences.h"
#include "ui/workbench.h"

namespace ui {

class KeepingPopup : public QFrame {
    Q_OBJECT

public:
    KeepingPopup(Workbench& workbench, Preferences& preferences, QWidget* parent = nullptr);

    void openAt(const QPoint& globalPosition);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Choice : int { All, First, Nothing };
    void lay();
    void showRules();
    void take(); // what is chosen holds from now on, and in the next session

    Workbench& m_workbench;
    Preferences& m_preferences;
    QButtonGroup* m_payload;
    QSpinBox* m_first; // bytes
    QCheckBox* m_limited;
    QSpinBox* m_budget; // MiB
    QLabel* m_where;
};

}
