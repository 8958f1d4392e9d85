#include "ui/files/keeping_popup.h"

#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace ui {

KeepingPopup::KeepingPopup(Workbench& workbench, Preferences& preferences, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_form(new KeepingForm(workbench, preferences, this))
{
    setObjectName(QStringLiteral("keepingPopup"));
    setAccessibleName(tr("What is kept"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height();
    column->setContentsMargins(gap, gap, gap, gap);
    column->addWidget(m_form);
}

void KeepingPopup::openAt(const QPoint& globalPosition)
{
    m_form->showRules();
    adjustSize();
    const QRect room = screen()->availableGeometry();
    move(std::min(globalPosition.x(), room.right() - width()),
        std::min(globalPosition.y(), room.bottom() - height()));
    show();
    m_form->focusFirst();
}

void KeepingPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

}
