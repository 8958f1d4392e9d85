// The line below a panel in which something is looked for: what, how often it was found, back, next, away.
#pragma once

#include <QLineEdit>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

class FindLine : public QWidget {
    Q_OBJECT

public:
    // Names of objects begin with `names`: "stream" gives streamFindLine, streamWanted, streamNextHit ...
    FindLine(const QString& names, const QString& what, int longest, QWidget* parent = nullptr);

    void add(QToolButton* button); // behind the field: how it is looked for
    void open(); // shows it, and takes what is typed
    QString wanted() const { return m_field->text(); }
    void setWrong(bool wrong); // what stands there cannot be looked for
    void say(const QString& text); // what was found

Q_SIGNALS:
    void typed();
    void stepped(bool forward);
    void closed(); // by Esc or its button; it is still shown

private:
    QLineEdit* m_field;
    QLabel* m_found;
    QHBoxLayout* m_row;
};

}
