// What somebody without a mouse or without eyes needs of every window: names, roles, the Tab key, a mark
// where the focus is, letters that mean one thing. It says what is missing.
#pragma once

#include <QStringList>
#include <QWidget>

namespace uitest {

class AccessWalk {
public:
    // All that is visible in it and takes keys.
    void judge(const QWidget& root, const QString& where);
    // Presses Tab until everything was reached. The window must be active.
    void tabThrough(QWidget& root, const QString& where);

    const QStringList& found() const { return m_found; } // what is wrong

private:
    void judgeControl(QWidget& control);
    void judgeLetters(const QWidget& root);
    void say(const QWidget& control, const QString& what);

    QString m_where;
    QStringList m_found;
};

}
