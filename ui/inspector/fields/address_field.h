// const struct sockaddr * and its length.
#pragma once

#include "ui/inspector/fields/address_edit.h"

namespace ui {

class AddressField : public CallField {
    Q_OBJECT

public:
    AddressField(const FieldContext& context, const QString& name, QWidget* parent);

    bool read(netcore::Call& call) const override;
    QString problem() const override { return m_edit->problem(); }
    QWidget* firstInput() override { return m_edit->line(); }
    void follow() override;

private:
    QString proposed() const;
    QString memoryKey() const;

    AddressEdit* m_edit;
};

}
