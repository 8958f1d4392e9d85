// The option of getsockopt() and setsockopt(): its level, its name, its value and the length of that.
#pragma once

#include <QCheckBox>
#include <QLabel>
#include <vector>

#include "netcore/names/options.h"
#include "ui/inspector/fields/call_field.h"
#include "ui/inspector/fields/constant_edit.h"
#include "ui/inspector/fields/length_edit.h"

class QFormLayout;

namespace ui {

class OptionField : public CallField {
    Q_OBJECT

public:
    OptionField(const FieldContext& context, QWidget* parent);

    bool read(netcore::Call& call) const override;
    QString problem() const override;
    QWidget* firstInput() override { return m_option->line(); }

private:
    bool sets() const { return context().call == netcore::CallId::Setsockopt; }
    const netcore::OptionDescription* option() const;
    void makeValue(QFormLayout& form);
    void offerLevel(); // what the list of names holds
    void findLevel(); // of a name that belongs to another one
    void takeOption();
    void takeValue();
    std::optional<std::vector<std::byte>> typedValue() const;

    ConstantEdit* m_level;
    ConstantEdit* m_option;
    QCheckBox* m_all;
    QLineEdit* m_value = nullptr; // of setsockopt()
    LengthEdit* m_length = nullptr;
    ConstantEdit* m_room = nullptr; // of getsockopt(): bytes, or NULL
    QLabel* m_meaning;
    std::vector<netcore::NamedValue> m_names;
    const netcore::OptionDescription* m_shown = nullptr;
};

}
