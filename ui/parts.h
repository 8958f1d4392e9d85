// Small widgets that every panel is made of.
#pragma once

#include <QFrame>
#include <QLabel>

class QLineEdit;
class QMenu;
class QScrollArea;
class QToolButton;

namespace ui {

// A thin separator, the width of its parent.
QFrame* makeLine(QWidget* parent);
// Plain text that wraps. The role is the style sheet's: "dim", "error", "code" ...
QLabel* makeLabel(QWidget* parent, const char* objectName, const char* role, const QString& text = {});
// A field by which a list is narrowed down; it can be cleared.
QLineEdit* makeSearch(
    QWidget* parent, const char* objectName, const QString& name, const QString& placeholder);
// Scrolls its content down, never sideways, and lets the panel's colour through. Takes the content.
QScrollArea* makeColumnScroll(QWidget* parent, QWidget* content);
// The words of a button, without its signs: "Scenario" of "▶ Scenario". Of a sign alone, itself.
QString withoutSigns(const QString& text);
QToolButton* makeToolButton(
    QWidget* parent, const char* objectName, const QString& text, const QString& toolTip);
// A button below which something opens; without words, three dots.
QToolButton* makeOpener(QWidget* parent, const char* objectName, const QString& text, const QString& toolTip);
// A button that opens the menu below itself, which its sign says.
QToolButton* makeMenuButton(
    QWidget* parent, const char* objectName, const QString& text, const QString& toolTip, QMenu* menu);
// What a widget is for or would do: shown under the mouse, and read out. It is plain text, whatever is in it.
void setHint(QWidget& widget, const QString& text);
// A dynamic property that the style sheet asks for: it looks again.
void setLook(QWidget& widget, const char* property, const QVariant& value);

}
