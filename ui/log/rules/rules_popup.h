// The colour rules of the log, edited: what is changed is seen in the rows at once.
#pragma once

#include <QFrame>

#include "ui/log/rules/colour_rule.h"
#include "ui/workbench.h"

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace ui {

class RulesPopup : public QFrame {
    Q_OBJECT

public:
    RulesPopup(Workbench& workbench, const QList<ColourRule>& rules, QWidget* parent);

    const QList<ColourRule>& rules() const { return m_rules; }
    void openAt(const QPoint& globalPosition);

Q_SIGNALS:
    void changed(const QList<ColourRule>& rules);

private:
    void makeLines();
    QWidget* makeLine(qsizetype rule);
    QWidget* makeEdits(QWidget* line, qsizetype rule, QLabel* problem);
    void setRules(const QList<ColourRule>& rules);
    void change(qsizetype rule, const ColourRule& to);

    Workbench& m_workbench;
    QList<ColourRule> m_rules;
    QVBoxLayout* m_lines;
};

}
