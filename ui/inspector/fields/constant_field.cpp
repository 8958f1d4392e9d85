#include "ui/inspector/fields/constant_field.h"

#include <QVBoxLayout>
#include <array>

#include "ui/inspector/fields/field_parts.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

ConstantEdit* alone(CallField& field, ConstantEdit* edit, const QString& key)
{
    wire(field, *edit, key);
    auto* row = new QVBoxLayout(&field);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(edit);
    field.setFocusProxy(edit->line());
    return edit;
}

}

NameTable nullChoice()
{
    static constexpr std::array kNull {NamedValue {kNullChoice, "NULL"}};
    return kNull;
}

ConstantField::ConstantField(const FieldContext& context, ParameterKind kind, const QString& name,
    ConstantEdit::Names names, std::int64_t value, QWidget* parent)
    : CallField(context, name, parent), m_slot(context.slot(kind))
{
    auto* edit = new ConstantEdit(QStringLiteral("arg-") + name, names, value, this);
    m_edit = alone(*this, edit, context.key(name));
}

bool ConstantField::read(Call& call) const
{
    const auto value = m_edit->value();
    call.arguments[m_slot] = value.value_or(0);
    return value.has_value();
}

QString ConstantField::problem() const
{
    return m_edit->value() ? QString() : tr("%1 is a number, or a name from its list.").arg(caption());
}

RoomField::RoomField(const FieldContext& context, QWidget* parent)
    : CallField(context, QStringLiteral("addrlen"), parent)
{
    auto* edit
        = new ConstantEdit(QStringLiteral("arg-addrlen"), {nullChoice(), {}}, sizeof(sockaddr_storage), this);
    setHint(*edit, tr("The room offered for the address, in bytes; NULL where it is not wanted"));
    m_edit = alone(*this, edit, context.key(QStringLiteral("addrlen")));
}

bool RoomField::read(Call& call) const
{
    const auto value = m_edit->value();
    call.wantsAddress = value != kNullChoice;
    call.arguments[context().slot(ParameterKind::LengthInOut)] = call.wantsAddress ? value.value_or(0) : 0;
    return value.has_value();
}

QString RoomField::problem() const
{
    return m_edit->value() ? QString() : tr("The room for the address is a number of bytes, or NULL.");
}

}
