#include "ui/parts.h"

#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVariant>
#include <algorithm>

#include "ui/sign_button.h"
#include "ui/words.h"

namespace ui {

QFrame* makeLine(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("role", QStringLiteral("line"));
    return line;
}

QLabel* makeLabel(QWidget* parent, const char* objectName, const char* role, const QString& text)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(QString::fromLatin1(objectName));
    label->setProperty("role", QString::fromLatin1(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLineEdit* makeSearch(
    QWidget* parent, const char* objectName, const QString& name, const QString& placeholder)
{
    auto* search = new QLineEdit(parent);
    search->setObjectName(QString::fromLatin1(objectName));
    search->setAccessibleName(name);
    search->setPlaceholderText(placeholder);
    search->setClearButtonEnabled(true);
    return search;
}

QScrollArea* makeColumnScroll(QWidget* parent, QWidget* content)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() turns it on
    return scroll;
}

QString withoutSigns(const QString& text)
{
    QStringList words;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (std::any_of(word.begin(), word.end(), [](QChar letter) { return letter.isLetterOrNumber(); })) {
            words.append(word);
        }
    }
    return words.isEmpty() ? text : words.join(u' ').remove(u'&');
}

namespace {

void nameButton(QToolButton& button, const char* objectName, const QString& text, const QString& toolTip)
{
    button.setObjectName(QString::fromLatin1(objectName));
    button.setText(text);
    const bool hasWords
        = std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isLetterOrNumber(); });
    button.setAccessibleName(hasWords ? withoutSigns(text) : toolTip);
    setHint(button, toolTip);
    button.setFocusPolicy(Qt::StrongFocus);
}

}

QToolButton* makeToolButton(
    QWidget* parent, const char* objectName, const QString& text, const QString& toolTip)
{
    auto* button = new QToolButton(parent);
    nameButton(*button, objectName, text, toolTip);
    return button;
}

QToolButton* makeOpener(QWidget* parent, const char* objectName, const QString& text, const QString& toolTip)
{
    auto* button = new SignButton(text.isEmpty() ? Sign::More : Sign::Below, parent);
    nameButton(*button, objectName, text, toolTip);
    return button;
}

QToolButton* makeMenuButton(
    QWidget* parent, const char* objectName, const QString& text, const QString& toolTip, QMenu* menu)
{
    QToolButton* button = makeOpener(parent, objectName, text, toolTip);
    button->setProperty("flat", true);
    menu->setAccessibleName(button->accessibleName());
    // popup() returns at once: the menu of a tool button itself would run an event loop of its own.
    QObject::connect(button, &QToolButton::clicked, menu,
        [button, menu] { menu->popup(button->mapToGlobal(button->rect().bottomLeft())); });
    return button;
}

void setHint(QWidget& widget, const QString& text)
{
    widget.setToolTip(text.isEmpty() ? QString() : words::plainToolTip(text));
    widget.setAccessibleDescription(text); // or the tooltip would be read out, with its markup
}

void setLook(QWidget& widget, const char* property, const QVariant& value)
{
    if (widget.property(property) != value) {
        widget.setProperty(property, value);
        widget.style()->unpolish(&widget);
        widget.style()->polish(&widget);
    }
}

}
