#include "ui/inspector/fields/address_field.h"

#include <QVBoxLayout>

#include "ui/address_proposal.h"

namespace ui {

using namespace netcore;

AddressField::AddressField(const FieldContext& context, const QString& name, QWidget* parent)
    : CallField(context, name, parent)
    , m_edit(new AddressEdit(context, name, QStringLiteral("addrlen"), this))
{
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit);
    setFocusProxy(m_edit->line());
    m_edit->setText(context.memory.knows(memoryKey()) ? context.memory.recall(memoryKey()) : proposed());
    connect(m_edit, &AddressEdit::edited, this,
        [this] { this->context().memory.keep(memoryKey(), m_edit->text()); });
    connect(m_edit, &AddressEdit::changed, this, &CallField::changed);
    connect(m_edit, &AddressEdit::entered, this, &CallField::entered);
}

QString AddressField::memoryKey() const
{
    return context().key(QString::number(context().domain));
}

QString AddressField::proposed() const
{
    const model::SocketNode* self = context().workbench.graph().find(context().socket);
    const bool binds = context().call == CallId::Bind || self == nullptr;
    return binds ? addressToBind(context().workbench, context().domain)
                 : addressToReach(context().workbench, *self);
}

// Somebody has written meanwhile, or a new socket could be meant: a proposal that nobody has touched follows.
void AddressField::follow()
{
    const bool typed = context().memory.knows(memoryKey());
    if (!typed && context().call != CallId::Bind && !m_edit->line()->hasFocus()) {
        m_edit->setText(proposed());
    }
}

bool AddressField::read(Call& call) const
{
    return m_edit->read(call, call.arguments[context().slot(ParameterKind::LengthIn)]);
}

}
