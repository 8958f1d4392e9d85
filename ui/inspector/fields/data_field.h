// Bytes to send, typed as text with escapes, and how many of them the call is told.
#pragma once

#include "ui/inspector/fields/call_field.h"
#include "ui/inspector/fields/length_edit.h"

namespace ui {

class DataField : public CallField {
    Q_OBJECT

public:
    DataField(const FieldContext& context, const QString& name, QWidget* parent);

    bool read(netcore::Call& call) const override;
    QString problem() const override;
    QWidget* firstInput() override { return m_line; }

private:
    void take();

    QLineEdit* m_line;
    LengthEdit* m_length;
};

// Bytes of text with C escapes; nothing where an escape is none.
std::optional<std::vector<std::byte>> bytesOfTyped(const QString& text);
QString escapeProblem();

}
