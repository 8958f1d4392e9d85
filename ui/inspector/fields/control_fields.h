// fcntl() and ioctl(): what to do, and the argument that this takes.
#pragma once

#include <QLabel>

#include "ui/inspector/fields/call_field.h"
#include "ui/inspector/fields/constant_edit.h"

namespace ui {

class FileCommandField : public CallField {
    Q_OBJECT

public:
    FileCommandField(const FieldContext& context, QWidget* parent);

    bool read(netcore::Call& call) const override;
    QString problem() const override;
    QWidget* firstInput() override { return m_command->line(); }

private:
    void take();

    ConstantEdit* m_command;
    ConstantEdit* m_argument;
    QLabel* m_meaning;
};

class ControlRequestField : public CallField {
    Q_OBJECT

public:
    ControlRequestField(const FieldContext& context, QWidget* parent);

    bool read(netcore::Call& call) const override;
    QString problem() const override;
    QWidget* firstInput() override { return m_request->line(); }

private:
    void take();

    ConstantEdit* m_request;
    ConstantEdit* m_value;
    QLabel* m_meaning;
};

}
