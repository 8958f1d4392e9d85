// What is kept, at hand: see keeping_form.h.
#pragma once

#include <QFrame>

#include "ui/files/keeping_form.h"

namespace ui {

class KeepingPopup : public QFrame {
    Q_OBJECT

public:
    KeepingPopup(Workbench& workbench, Preferences& preferences, QWidget* parent = nullptr);

    void openAt(const QPoint& globalPosition);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    KeepingForm* m_form;
};

}
