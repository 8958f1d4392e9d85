#include "ui/find_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QToolButton>

#include "ui/parts.h"

namespace ui {

FindLine::FindLine(const QString& names, const QString& what, int longest, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this))
{
    const auto named = [&names](const char* part) { return names.toLatin1() + part; };
    setObjectName(QString::fromLatin1(named("FindLine")));
    m_field = makeSearch(this, named("Wanted").constData(), what, what);
    m_field->setMaxLength(longest);
    m_found = makeLabel(this, named("Hits").constData(), "dim");
    m_found->setWordWrap(false);
    const int gap = fontMetrics().height() / 4;
    m_row->setContentsMargins(gap, gap, gap, gap);
    m_row->setSpacing(gap);
    m_row->addWidget(m_field, 1);
    m_row->addWidget(m_found);
    const auto addButton = [&](const char* part, QChar sign, const QString& name, const QString& hint) {
        QToolButton* button = makeToolButton(this, named(part).constData(), sign, hint);
        button->setAccessibleName(name);
        button->setProperty("flat", true);
        m_row->addWidget(button);
        return button;
    };
    connect(addButton("PreviousHit", u'↑', tr("Previous"), tr("Previous (Shift+F3)")), &QToolButton::clicked,
        this, [this] { Q_EMIT stepped(false); });
    connect(addButton("NextHit", u'↓', tr("Next"), tr("Next (F3, Enter)")), &QToolButton::clicked, this,
        [this] { Q_EMIT stepped(true); });
    connect(addButton("CloseFind", u'✕', tr("Close"), tr("Close (Esc)")), &QToolButton::clicked, this,
        &FindLine::closed);
    connect(m_field, &QLineEdit::textChanged, this, &FindLine::typed);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { Q_EMIT stepped(true); });
    connect(new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, this, &FindLine::closed);
}

void FindLine::add(QToolButton* button)
{
    button->setProperty("segment", true);
    m_row->insertWidget(m_row->indexOf(m_found), button);
}

void FindLine::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindLine::setWrong(bool wrong)
{
    setLook(*m_field, "wrong", wrong);
}

void FindLine::say(const QString& text)
{
    m_found->setText(text);
}

}
