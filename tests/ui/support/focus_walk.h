// Whoever walks by Tab sees where the focus is: at each stop the picture of what has the focus is another one
// than without it, by more than a cursor. It says where not.
#pragma once

#include <QStringList>
#include <QWidget>

namespace uitest {

class FocusWalk {
public:
    // Presses Tab until it comes round. The window must be active, and nothing in it should move.
    void walk(QWidget& root, const QString& where);

    const QStringList& found() const { return m_found; } // what is wrong
    qsizetype stops() const { return m_stops; } // so far

private:
    void judge(QWidget& stop);

    QString m_where;
    QStringList m_found;
    qsizetype m_stops = 0;
};

}
