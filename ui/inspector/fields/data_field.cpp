#include "ui/inspector/fields/data_field.h"

#include <QHBoxLayout>

#include "model/text/escapes.h"
#include "netcore/base/quoted.h"

namespace ui {

using namespace netcore;

std::optional<std::vector<std::byte>> bytesOfTyped(const QString& text)
{
    const auto typed = model::bytesFromEscaped(text);
    if (!typed) {
        return std::nullopt;
    }
    const auto bytes = bytesOf({typed->constData(), static_cast<std::size_t>(typed->size())});
    return std::vector<std::byte>(bytes.begin(), bytes.end());
}

QString escapeProblem()
{
    return CallField::tr("After a backslash comes n, r, t, 0, \\, \" or x with two hexadecimal digits.");
}

DataField::DataField(const FieldContext& context, const QString& name, QWidget* parent)
    : CallField(context, name, parent), m_line(new QLineEdit(this))
{
    const Parameter& size = describe(context.call).parameters[context.slot(ParameterKind::Size)];
    m_length = new LengthEdit(QStringLiteral("arg-") + latin(size.name), this);
    m_line->setObjectName(QStringLiteral("arg-") + name);
    m_line->setAccessibleName(name);
    m_line->setFont(context.workbench.monospace());
    m_line->setPlaceholderText(tr("text; \\n \\x00 as in C"));
    m_line->setText(context.memory.recall(QStringLiteral("data"), QStringLiteral("hello")));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line, 1);
    row->addWidget(m_length);
    setFocusProxy(m_line);
    take();
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
        this->context().memory.keep(QStringLiteral("data"), text);
        take();
        Q_EMIT changed();
    });
    connect(m_length, &QLineEdit::textChanged, this, &CallField::changed);
    connect(m_line, &QLineEdit::returnPressed, this, &CallField::entered);
    connect(m_length, &QLineEdit::returnPressed, this, &CallField::entered);
}

void DataField::take()
{
    if (const auto bytes = bytesOfTyped(m_line->text())) {
        m_length->follow(static_cast<qint64>(bytes->size()));
    }
}

bool DataField::read(Call& call) const
{
    auto bytes = bytesOfTyped(m_line->text());
    const auto length = m_length->value();
    if (!bytes || !length) {
        return false;
    }
    call.data = std::move(*bytes);
    call.arguments[context().slot(ParameterKind::Size)] = *length;
    return true;
}

QString DataField::problem() const
{
    return !bytesOfTyped(m_line->text()) ? escapeProblem()
        : !m_length->value()             ? tr("The length is a number of bytes.")
                                         : QString();
}

}
