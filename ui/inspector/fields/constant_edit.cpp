#include "ui/inspector/fields/constant_edit.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QMenu>
#include <QStringListModel>
#include <QStyle>
#include <algorithm>

#include "ui/inspector/fields/call_field.h"
#include "ui/sign_button.h"

namespace ui {

using namespace netcore;

void markWrong(QWidget& input, bool wrong)
{
    if (input.property("wrong").toBool() != wrong) {
        const QFont font = input.font(); // the style puts its own back
        input.setProperty("wrong", wrong);
        input.style()->unpolish(&input);
        input.style()->polish(&input);
        input.setFont(font);
    }
}

ConstantEdit::ConstantEdit(const QString& name, Names names, std::int64_t value, QWidget* parent)
    : QWidget(parent)
    , m_names(names)
    , m_line(new QLineEdit(this))
    , m_button(new SignButton(Sign::Below, this))
    , m_words(new QStringListModel(this))
{
    m_line->setObjectName(name);
    m_line->setAccessibleName(name.section(u'-', -1));
    m_button->setObjectName(name + QStringLiteral("-menu"));
    m_button->setAccessibleName(tr("Names for %1").arg(m_line->accessibleName()));
    m_button->setToolTip(m_button->accessibleName());
    m_button->setProperty("flat", true);
    m_button->setFixedWidth(fontMetrics().height() + 6);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_line, 1);
    row->addWidget(m_button);
    setFocusProxy(m_line);
    m_line->setText(textOf(value));
    auto* completer = new QCompleter(m_words, m_line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(completer);
    setNames(names);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        markWrong(*m_line, !this->value());
        Q_EMIT changed();
    });
    connect(m_line, &QLineEdit::textEdited, this, &ConstantEdit::edited);
    // The completer writes the line by itself: that is the user's doing as well.
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &ConstantEdit::edited);
    connect(m_line, &QLineEdit::returnPressed, this, &ConstantEdit::entered);
    connect(m_button, &QToolButton::clicked, this, &ConstantEdit::openMenu);
}

void ConstantEdit::setNames(Names names)
{
    m_names = names;
    m_button->setVisible(!names.choices.empty() || !names.flags.empty());
    QStringList all;
    for (const NameTable table : {names.choices, names.flags}) {
        for (const NamedValue& one : table) {
            all.append(latin(one.name));
        }
    }
    setCompletions(all);
    markWrong(*m_line, !value());
}

// The completer stays the same: it may be what has just written the line.
void ConstantEdit::setCompletions(const QStringList& names)
{
    const QStringList words
        = m_names.flags.empty() ? names : QStringList(); // it would put one name over all flags
    if (m_words->stringList() != words) {
        m_words->setStringList(words);
    }
}

std::int64_t ConstantEdit::allFlags() const
{
    std::int64_t all = 0;
    for (const NamedValue& flag : m_names.flags) {
        all |= flag.value;
    }
    return all;
}

QString ConstantEdit::textOf(std::int64_t value) const
{
    if (m_names.choices.empty() && m_names.flags.empty()) {
        return QString::number(value);
    }
    if (m_names.choices.empty()) {
        return QString::fromStdString(flagsText(m_names.flags, value));
    }
    const std::int64_t flags = value < 0 ? 0 : value & allFlags();
    const auto name = nameOf(m_names.choices, value & ~flags);
    const QString choice = name ? latin(*name) : QString::number(value & ~flags);
    return flags == 0 ? choice : choice + u'|' + QString::fromStdString(flagsText(m_names.flags, flags));
}

std::optional<std::int64_t> ConstantEdit::termValue(const QString& term) const
{
    const std::string name = term.toStdString();
    for (const NameTable table : {m_names.choices, m_names.flags}) {
        if (const auto known = valueOf(table, name)) {
            return known;
        }
    }
    bool ok = false;
    const qlonglong number = term.toLongLong(&ok, term.startsWith(u"0x", Qt::CaseInsensitive) ? 16 : 10);
    return ok ? std::optional<std::int64_t>(number) : std::nullopt;
}

std::optional<std::int64_t> ConstantEdit::value() const
{
    std::int64_t sum = 0;
    const QStringList terms = m_line->text().split(u'|');
    for (const QString& term : terms) {
        const auto one = termValue(term.trimmed());
        if (!one) {
            return std::nullopt;
        }
        sum = terms.size() == 1 ? *one : sum | *one;
    }
    return sum;
}

void ConstantEdit::setValue(std::int64_t value)
{
    const QSignalBlocker silent(this);
    m_line->setText(textOf(value));
}

void ConstantEdit::addChoice(QMenu& menu, const NamedValue& choice)
{
    QAction* action = menu.addAction(latin(choice.name));
    action->setCheckable(true);
    action->setChecked((value().value_or(-1) & ~allFlags()) == choice.value);
    connect(action, &QAction::triggered, this, [this, chosen = choice.value] {
        m_line->setText(textOf(chosen | (value().value_or(0) & allFlags())));
        Q_EMIT edited();
    });
}

void ConstantEdit::addFlag(QMenu& menu, const NamedValue& flag)
{
    QAction* action = menu.addAction(latin(flag.name));
    action->setCheckable(true);
    action->setChecked((value().value_or(0) & flag.value) == flag.value);
    connect(action, &QAction::toggled, this, [this, bit = flag.value](bool on) {
        const std::int64_t before = value().value_or(0);
        m_line->setText(textOf(on ? before | bit : before & ~bit));
        Q_EMIT edited();
    });
}

void ConstantEdit::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < m_names.choices.size(); ++i) {
        const auto earlier = m_names.choices.first(i);
        const NamedValue& choice = m_names.choices[i];
        if (std::ranges::find(earlier, choice.value, &NamedValue::value) == earlier.end()) {
            addChoice(*menu, choice); // a second name of a value is for reading only
        }
    }
    if (!m_names.choices.empty() && !m_names.flags.empty()) {
        menu->addSeparator();
    }
    for (const NamedValue& flag : m_names.flags) {
        addFlag(*menu, flag);
    }
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height())));
}

}
