// struct msghdr, as sendmsg() and recvmsg() take it.
#pragma once

#include <QVBoxLayout>
#include <vector>

#include "ui/inspector/fields/address_edit.h"
#include "ui/inspector/fields/call_field.h"
#include "ui/inspector/fields/constant_edit.h"
#include "ui/inspector/fields/control_row.h"

namespace ui {

// Buffers, a destination, control messages: rows that come and go.
class SendMessageField : public CallField {
    Q_OBJECT

public:
    SendMessageField(const FieldContext& context, QWidget* parent);

    bool read(netcore::Call& call) const override;
    QString problem() const override;
    QWidget* firstInput() override;
    void follow() override;

private:
    struct Buffer {
        QWidget* row;
        QLineEdit* text;
    };
    void addBuffer(const QString& text);
    void removeBuffer(QWidget* row);
    void addControl(ControlRow::Kind kind);
    void openControlMenu();

    AddressEdit* m_name;
    QVBoxLayout* m_bufferRows;
    QVBoxLayout* m_controlRows;
    QWidget* m_addControl;
    std::vector<Buffer> m_buffers;
    std::vector<ControlRow*> m_controls;
    int m_made = 0; // rows, for their names
};

// The room that is offered: for the sender's name, in buffers, for control messages.
class ReceiveMessageField : public CallField {
    Q_OBJECT

public:
    ReceiveMessageField(const FieldContext& context, QWidget* parent);

    bool read(netcore::Call& call) const override;
    QString problem() const override;
    QWidget* firstInput() override { return m_sizes; }

private:
    std::optional<std::vector<std::uint32_t>> sizes() const;

    ConstantEdit* m_name;
    QLineEdit* m_sizes;
    ConstantEdit* m_control;
};

}
