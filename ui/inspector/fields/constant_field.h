// Parameters that are one number, and the room for an address.
#pragma once

#include "ui/inspector/fields/call_field.h"
#include "ui/inspector/fields/constant_edit.h"

namespace ui {

class ConstantField : public CallField {
    Q_OBJECT

public:
    ConstantField(const FieldContext& context, netcore::ParameterKind kind, const QString& name,
        ConstantEdit::Names names, std::int64_t value, QWidget* parent);

    bool read(netcore::Call& call) const override;
    QString problem() const override;
    QWidget* firstInput() override { return m_edit->line(); }

private:
    const std::size_t m_slot;
    ConstantEdit* m_edit;
};

// struct sockaddr * and socklen_t *: the room that is offered to the kernel for an address, or NULL.
class RoomField : public CallField {
    Q_OBJECT

public:
    RoomField(const FieldContext& context, QWidget* parent);

    bool read(netcore::Call& call) const override;
    QString problem() const override;
    QWidget* firstInput() override { return m_edit->line(); }

private:
    ConstantEdit* m_edit;
};

// A choice beside numbers: no pointer at all. No length is so small.
inline constexpr std::int64_t kNullChoice = INT64_MIN;
netcore::NameTable nullChoice(); // "NULL"

}
