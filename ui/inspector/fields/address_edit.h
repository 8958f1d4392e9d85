// A socket address as a call takes it: text, raw bytes, NULL, and a length that may be wrong. Below it the
// bytes with the meaning of each field.
#pragma once

#include "ui/inspector/address_view.h"
#include "ui/inspector/fields/call_field.h"
#include "ui/inspector/fields/length_edit.h"

namespace ui {

// What somebody has typed for an address.
struct TypedAddress {
    bool ok = false;
    bool isNull = false;
    netcore::Address address;
    QString problem; // where it is not ok
};
// 127.0.0.1:80 · /path · @name · NULL · AF_UNSPEC · (unnamed) · sockaddr{02 00 13 88 ...}
TypedAddress readTypedAddress(const Workbench& workbench, const QString& text);

class AddressEdit : public QWidget {
    Q_OBJECT

public:
    // The lines are called arg-`name` and arg-`lengthName`.
    AddressEdit(const FieldContext& context, const QString& name, const QString& lengthName, QWidget* parent);

    QLineEdit* line() { return m_line; }
    QString text() const { return m_line->text(); }
    void setText(const QString& text) { m_line->setText(text); }
    // The address goes into the call; its length too, as `length`.
    bool read(netcore::Call& call, std::int64_t& length) const;
    QString problem() const;

Q_SIGNALS:
    void changed();
    void edited();
    void entered();

private:
    void take();
    void openMenu();
    void put(const QString& text);

    const FieldContext m_context;
    QLineEdit* m_line;
    LengthEdit* m_length;
    AddressView* m_view;
};

}
