#include "ui/inspector/fields/option_field.h"

#include <QCompleter>
#include <QHBoxLayout>

#include "netcore/names/option_text.h"
#include "ui/inspector/fields/constant_field.h"
#include "ui/inspector/fields/field_parts.h"
#include "ui/inspector/fields/option_words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr std::int64_t kUnknownRoom = 256; // bytes, for a value of which no length is known

std::int64_t levelNamed(const char* name)
{
    return valueOf(optionLevels(), name).value_or(1);
}

}

OptionField::OptionField(const FieldContext& context, QWidget* parent)
    : CallField(context, {}, parent)
    , m_level(
          new ConstantEdit(QStringLiteral("arg-level"), {optionLevels(), {}}, levelNamed("SOL_SOCKET"), this))
    , m_option(new ConstantEdit(QStringLiteral("arg-optname"), {}, 0, this))
    , m_all(new QCheckBox(tr("also those of other kinds of socket"), this))
    , m_meaning(makeHint(this, "optionMeaning"))
{
    auto* form = makeInnerForm(this);
    addInnerRow(*form, QStringLiteral("level"), m_level);
    addInnerRow(*form, QStringLiteral("optname"), m_option);
    m_all->setObjectName(QStringLiteral("allOptions"));
    form->addRow(m_all);
    wire(*this, *m_level, QStringLiteral("option level"));
    offerLevel();
    m_option->setText(QStringLiteral("SO_RCVBUF"));
    wire(*this, *m_option, QStringLiteral("option name"));
    makeValue(*form);
    form->addRow(m_meaning);
    connect(m_level, &ConstantEdit::changed, this, &OptionField::offerLevel);
    connect(m_level, &ConstantEdit::changed, this, &OptionField::takeOption);
    connect(m_option, &ConstantEdit::changed, this, &OptionField::findLevel);
    connect(m_option, &ConstantEdit::changed, this, &OptionField::takeOption);
    connect(m_all, &QCheckBox::toggled, this, &OptionField::offerLevel);
    findLevel(); // a remembered name may be of another level
    takeOption();
}

void OptionField::makeValue(QFormLayout& form)
{
    if (!sets()) {
        m_room = new ConstantEdit(QStringLiteral("arg-optlen"), {nullChoice(), {}}, sizeof(int), this);
        addInnerRow(form, QStringLiteral("optlen"), m_room);
        m_room->setCodeFont(context().workbench.monospace());
        connect(m_room, &ConstantEdit::changed, this, &CallField::changed);
        connect(m_room, &ConstantEdit::entered, this, &CallField::entered);
        return;
    }
    auto* box = new QWidget(this);
    m_value = new QLineEdit(box);
    m_value->setObjectName(QStringLiteral("arg-optval"));
    m_value->setAccessibleName(QStringLiteral("optval"));
    m_value->setFont(context().workbench.monospace());
    m_length = new LengthEdit(QStringLiteral("arg-optlen"), box);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_value, 1);
    row->addWidget(m_length);
    addInnerRow(form, QStringLiteral("optval"), box);
    connect(m_value, &QLineEdit::textChanged, this, &OptionField::takeValue);
    connect(m_value, &QLineEdit::textEdited, this, [this](const QString& text) {
        context().memory.keep(QStringLiteral("value of ") + m_option->text(), text);
    });
    connect(m_length, &QLineEdit::textChanged, this, &CallField::changed);
    connect(m_value, &QLineEdit::returnPressed, this, &CallField::entered);
    connect(m_length, &QLineEdit::returnPressed, this, &CallField::entered);
}

const OptionDescription* OptionField::option() const
{
    const auto level = m_level->value();
    const auto name = m_option->value();
    return level && name ? describeOption(static_cast<int>(*level), static_cast<int>(*name)) : nullptr;
}

void OptionField::offerLevel()
{
    const FieldContext& socket = context();
    const std::int64_t level = m_level->value().value_or(-1);
    std::vector<NamedValue> names;
    QStringList everywhere;
    for (const OptionDescription& one : allOptions()) {
        const bool fits = m_all->isChecked() || appliesTo(one, socket.domain, socket.type, socket.protocol);
        if (!fits || !(sets() ? one.canWrite() : one.canRead())) {
            continue;
        }
        everywhere.append(latin(one.name));
        if (one.level == level) {
            names.push_back({one.number, one.name});
        }
    }
    const auto number = m_option->value();
    m_names = std::move(names);
    m_option->setNames({m_names, {}});
    m_option->setCompletions(everywhere);
    if (number && !m_option->value()) { // its name belongs to the level before
        m_option->setValue(*number);
    }
}

// A name says which level it is of; there are none with two meanings but those of multicast.
void OptionField::findLevel()
{
    const std::string name = m_option->text().toStdString();
    const std::int64_t level = m_level->value().value_or(-1);
    if (optionNamed(static_cast<int>(level), name) != nullptr) {
        if (!m_option->value()) { // one of another kind of socket, or another name of it
            m_all->setChecked(true);
        }
        return;
    }
    if (const OptionDescription* found = optionNamed(name)) {
        m_level->setText(m_level->textOf(found->level));
        if (!m_option->value()) {
            m_all->setChecked(true);
        }
    }
}

void OptionField::takeOption()
{
    const OptionDescription* now = option();
    if (now == m_shown && now != nullptr) {
        return;
    }
    m_shown = now;
    const std::size_t size = now != nullptr ? sizeOf(now->type) : 0;
    if (m_room != nullptr) {
        m_room->setText(QString::number(size != 0 ? static_cast<std::int64_t>(size) : kUnknownRoom));
    }
    if (m_value != nullptr) {
        m_value->setPlaceholderText(
            now != nullptr ? optionExample(now->type) : QStringLiteral("{01 00 00 00}"));
        m_value->setCompleter(now != nullptr && now->names != nullptr
                ? new QCompleter(namesIn(now->names()), m_value)
                : nullptr);
        m_value->setText(context().memory.recall(QStringLiteral("value of ") + m_option->text(),
            now != nullptr ? optionExample(now->type) : QString()));
        takeValue();
    }
    m_meaning->setText(now == nullptr ? tr("No option of Linux is known by this number: its value is bytes.")
                                      : optionWords(*now, context().workbench.explainer().purpose(*now)));
    Q_EMIT changed();
}

std::optional<std::vector<std::byte>> OptionField::typedValue() const
{
    if (m_value->text() == u"NULL") {
        return std::vector<std::byte>();
    }
    const auto level = static_cast<int>(m_level->value().value_or(-1));
    const auto name = static_cast<int>(m_option->value().value_or(-1));
    const auto parsed = parseOptionValue(level, name, m_value->text().toStdString());
    return parsed.ok() ? std::optional(parsed.value()) : std::nullopt;
}

void OptionField::takeValue()
{
    const auto value = typedValue();
    markWrong(*m_value, !value);
    if (value) {
        m_length->follow(static_cast<qint64>(value->size()));
    }
    Q_EMIT changed();
}

bool OptionField::read(Call& call) const
{
    const auto level = m_level->value();
    const auto name = m_option->value();
    if (!level || !name) {
        return false;
    }
    call.arguments[1] = *level;
    call.arguments[2] = *name;
    if (m_room != nullptr) {
        const auto room = m_room->value();
        call.wantsAddress = room != kNullChoice;
        call.arguments[4] = call.wantsAddress ? room.value_or(0) : 0;
        return room.has_value();
    }
    auto value = typedValue();
    const auto length = m_length->value();
    if (!value || !length) {
        return false;
    }
    call.wantsAddress = m_value->text() != u"NULL";
    call.arguments[4] = *length;
    if (call.wantsAddress) {
        call.details = OptionBytes {std::move(*value), static_cast<std::uint32_t>(*length)};
    }
    return true;
}

QString OptionField::problem() const
{
    Call call;
    if (read(call)) {
        return {};
    }
    if (!m_level->value() || !m_option->value()) {
        return tr("level and optname are numbers, or names from their lists.");
    }
    if (m_value != nullptr && !typedValue()) {
        const auto parsed = parseOptionValue(static_cast<int>(*m_level->value()),
            static_cast<int>(*m_option->value()), m_value->text().toStdString());
        return optionProblem(parsed.problem().reason);
    }
    return tr("The length is a number of bytes.");
}

}
