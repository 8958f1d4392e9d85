// The controls of a page of the lower panel, at the right of its tabs: choices of one out of some, and
// buttons.
#pragma once

#include <initializer_list>

#include "ui/folding_row.h"

class QButtonGroup;
class QToolButton;

namespace ui {

class PageHead : public FoldingRow {
    Q_OBJECT

public:
    explicit PageHead(const char* objectName, QWidget* parent = nullptr);

    struct Choice {
        const char* objectName;
        QString text;
        QString hint;
    };
    // One out of these, side by side: the first one is chosen. Its ids count from 0.
    QButtonGroup* addChoices(std::initializer_list<Choice> choices);
    void add(QWidget* widget); // with room before it
    // One that is pressed or not.
    QToolButton* addSwitch(const char* objectName, const QString& text, const QString& hint, bool on);
    QToolButton* addButton(const char* objectName, const QString& text, const QString& hint);

private:
    int m_gap;
};

}
