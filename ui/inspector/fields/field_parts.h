// What fields with several inputs are put together from.
#pragma once

#include <QFormLayout>
#include <QLabel>

#include "ui/inspector/fields/call_field.h"
#include "ui/inspector/fields/constant_edit.h"

namespace ui {

QFormLayout* makeInnerForm(QWidget* parent); // as the form around it
void addInnerRow(QFormLayout& form, const QString& caption, QWidget* input);
QLabel* makeHint(QWidget* parent, const char* name); // dim, wraps
// Its text is remembered under the key; what happens in it happens to the field.
void wire(CallField& field, ConstantEdit& edit, const QString& key);

}
