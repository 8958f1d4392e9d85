#include "ui/inspector/fields/field_parts.h"

namespace ui {

QFormLayout* makeInnerForm(QWidget* parent)
{
    auto* form = new QFormLayout(parent);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

void addInnerRow(QFormLayout& form, const QString& caption, QWidget* input)
{
    auto* label = new QLabel(caption, input->parentWidget());
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", QStringLiteral("dim"));
    label->setBuddy(input);
    form.addRow(label, input);
}

QLabel* makeHint(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setProperty("role", QStringLiteral("dim"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void wire(CallField& field, ConstantEdit& edit, const QString& key)
{
    const FieldContext context = field.context();
    edit.setCodeFont(context.workbench.monospace());
    if (context.memory.knows(key)) {
        edit.setText(context.memory.recall(key));
    }
    QObject::connect(&edit, &ConstantEdit::edited, &field,
        [context, key, &edit] { context.memory.keep(key, edit.text()); });
    QObject::connect(&edit, &ConstantEdit::changed, &field, &CallField::changed);
    QObject::connect(&edit, &ConstantEdit::entered, &field, &CallField::entered);
}

}
