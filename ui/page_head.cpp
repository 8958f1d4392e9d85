#include "ui/page_head.h"

#include <QButtonGroup>
#include <QToolButton>

#include "ui/parts.h"

namespace ui {

PageHead::PageHead(const char* objectName, QWidget* parent)
    : FoldingRow(objectName, parent), m_gap(fontMetrics().height() / 2)
{
    row().setContentsMargins(0, m_gap / 2, 0, m_gap / 2);
    row().setSpacing(2);
    row().addStretch(1);
}

QButtonGroup* PageHead::addChoices(std::initializer_list<Choice> choices)
{
    auto* group = new QButtonGroup(this);
    row().addSpacing(m_gap / 2);
    for (const Choice& choice : choices) {
        QToolButton* button = makeToolButton(this, choice.objectName, choice.text, choice.hint);
        button->setProperty("segment", true);
        button->setCheckable(true);
        button->setChecked(group->buttons().isEmpty());
        group->addButton(button, static_cast<int>(group->buttons().size()));
        row().addWidget(button);
    }
    row().addSpacing(m_gap / 2);
    return group;
}

void PageHead::add(QWidget* widget)
{
    row().addSpacing(m_gap / 2);
    row().addWidget(widget);
}

QToolButton* PageHead::addButton(const char* objectName, const QString& text, const QString& hint)
{
    QToolButton* button = makeToolButton(this, objectName, text, hint);
    add(button);
    return button;
}

QToolButton* PageHead::addSwitch(const char* objectName, const QString& text, const QString& hint, bool on)
{
    QToolButton* button = addButton(objectName, text, hint);
    button->setCheckable(true);
    button->setChecked(on);
    return button;
}

}
