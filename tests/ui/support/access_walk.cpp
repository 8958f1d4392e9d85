#include "tests/ui/support/access_walk.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDialogButtonBox>
#include <QKeySequence>
#include <QLabel>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <algorithm>
#include <map>

namespace uitest {

using namespace Qt::StringLiterals;

namespace {

bool takesKeys(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isVisible() && widget.isEnabled()
        && widget.focusProxy() == nullptr && !widget.objectName().startsWith(u"qt_"_s);
}

QList<QWidget*> controlsOf(const QWidget& root)
{
    QList<QWidget*> controls;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        if (takesKeys(*widget) && widget->window() == root.window()) {
            controls += widget;
        }
    }
    return controls;
}

bool hasWords(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isLetterOrNumber(); });
}

// "New socket ▾": it would be read out.
bool hasSigns(const QString& name)
{
    return std::any_of(
        name.begin(), name.end(), [](QChar letter) { return letter.category() == QChar::Symbol_Other; });
}

}

void AccessWalk::say(const QWidget& control, const QString& what)
{
    const QString own = control.objectName();
    const QString text = m_where + u": "_s + QString::fromLatin1(control.metaObject()->className()) + u' '
        + (own.isEmpty() && control.parentWidget() != nullptr
                ? u"in "_s + control.parentWidget()->objectName()
                : own)
        + u' ' + what;
    if (!m_found.contains(text)) {
        m_found += text;
    }
}

void AccessWalk::judge(const QWidget& root, const QString& where)
{
    m_where = where;
    for (QWidget* control : controlsOf(root)) {
        judgeControl(*control);
    }
    judgeLetters(root);
}

void AccessWalk::judgeControl(QWidget& control)
{
    const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&control);
    if (spoken == nullptr) {
        say(control, u"cannot be read out"_s);
        return;
    }
    const QString name = spoken->text(QAccessible::Name);
    if (name.isEmpty()) {
        say(control, u"has no name"_s);
    }
    if (hasSigns(name)) {
        say(control, u"has signs in its name: "_s + name);
    }
    if (spoken->text(QAccessible::Description).contains(u"<span"_s)) {
        say(control, u"is described with markup"_s);
    }
    if (spoken->role() == QAccessible::Client || spoken->role() == QAccessible::NoRole) {
        say(control, u"has no role"_s);
    }
    const bool isQts = qobject_cast<const QDialogButtonBox*>(control.parentWidget()) != nullptr;
    if (control.objectName().isEmpty() && !isQts) {
        say(control, u"has no objectName"_s);
    }
    const auto* button = qobject_cast<const QAbstractButton*>(&control);
    if (button != nullptr && !hasWords(button->text()) && button->toolTip().isEmpty()) {
        say(control, u"has neither words nor a tooltip"_s);
    }
}

void AccessWalk::judgeLetters(const QWidget& root)
{
    std::map<QString, QString> letters;
    const auto take = [&](const QWidget& widget, const QString& text) {
        const QString letter = QKeySequence::mnemonic(text).toString();
        const auto [entry, isNew] = letters.try_emplace(letter, text);
        if (!letter.isEmpty() && !isNew) {
            say(widget, u"has the letter of “"_s + entry->second + u"”: “"_s + text + u'”');
        }
    };
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != root.window()) {
            continue;
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            take(*button, button->text());
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                take(*tabs, tabs->tabText(i));
            }
        } else if (const auto* label = qobject_cast<const QLabel*>(widget);
                   label != nullptr && label->buddy() != nullptr) {
            take(*label, label->text());
        }
    }
}

void AccessWalk::tabThrough(QWidget& root, const QString& where)
{
    m_where = where;
    const QList<QWidget*> all = controlsOf(root);
    QSet<QWidget*> missing(all.begin(), all.end());
    missing.remove(QApplication::focusWidget());
    for (qsizetype i = 0; i < 3 * all.size() && !missing.isEmpty(); ++i) {
        QTest::keyClick(root.window()->windowHandle(), Qt::Key_Tab);
        missing.remove(QApplication::focusWidget());
    }
    for (const QWidget* control : missing) {
        const auto* button = qobject_cast<const QAbstractButton*>(control);
        const bool oneOfSome = button != nullptr && (button->autoExclusive() || button->group() != nullptr);
        if (!oneOfSome) { // those are reached by the arrows
            say(*control, u"is not reached by Tab"_s);
        }
    }
}

}
