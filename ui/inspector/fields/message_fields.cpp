#include "ui/inspector/fields/message_fields.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include "ui/address_proposal.h"
#include "ui/inspector/fields/constant_field.h"
#include "ui/inspector/fields/data_field.h"
#include "ui/inspector/fields/field_parts.h"
#include "ui/parts.h"
#include "ui/sign_button.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr std::int64_t kControlRoom = 512; // bytes: for dozens of descriptors, or some other messages

QToolButton* flatButton(const char* name, const QString& text, QToolButton* button)
{
    button->setObjectName(QString::fromLatin1(name));
    button->setText(text);
    button->setAccessibleName(withoutSigns(text));
    button->setProperty("flat", true);
    return button;
}

QVBoxLayout* rowsIn(QWidget* parent)
{
    auto* rows = new QVBoxLayout(parent);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    return rows;
}

}

SendMessageField::SendMessageField(const FieldContext& context, QWidget* parent)
    : CallField(context, {}, parent)
    , m_name(new AddressEdit(context, QStringLiteral("msg_name"), QStringLiteral("msg_namelen"), this))
{
    auto* form = makeInnerForm(this);
    auto* buffers = new QWidget(this);
    m_bufferRows = rowsIn(buffers);
    addInnerRow(*form, QStringLiteral("msg_iov"), buffers);
    auto* more = flatButton("addBuffer", tr("+ buffer"), new QToolButton(this));
    connect(more, &QToolButton::clicked, this, [this] {
        addBuffer({});
        m_buffers.back().text->setFocus();
    });
    form->addRow(QString(), more);
    const model::SocketNode* self = context.workbench.graph().find(context.socket);
    const bool toMany = self != nullptr && self->isDatagram() && !self->connected;
    m_name->setText(toMany ? addressToReach(context.workbench, *self) : QStringLiteral("NULL"));
    addInnerRow(*form, QStringLiteral("msg_name"), m_name);
    connect(m_name, &AddressEdit::changed, this, &CallField::changed);
    connect(m_name, &AddressEdit::entered, this, &CallField::entered);
    auto* controls = new QWidget(this);
    m_controlRows = rowsIn(controls);
    form->addRow(controls);
    auto* add = flatButton("addControl", tr("+ control message"), new SignButton(Sign::Below, this));
    m_addControl = add;
    connect(add, &QToolButton::clicked, this, &SendMessageField::openControlMenu);
    form->addRow(add);
    addBuffer(context.memory.recall(QStringLiteral("data"), QStringLiteral("hello")));
}

void SendMessageField::addBuffer(const QString& text)
{
    Buffer buffer {new QWidget(this), nullptr};
    buffer.text = new QLineEdit(text, buffer.row);
    buffer.text->setObjectName(QStringLiteral("buffer-%1").arg(m_made));
    buffer.text->setAccessibleName(tr("Buffer %1").arg(m_buffers.size() + 1));
    buffer.text->setPlaceholderText(tr("no bytes"));
    buffer.text->setFont(context().workbench.monospace());
    auto* remove = flatButton("", QStringLiteral("✕"), new QToolButton(buffer.row));
    remove->setObjectName(QStringLiteral("removeBuffer-%1").arg(m_made));
    remove->setAccessibleName(tr("Remove this buffer"));
    remove->setToolTip(remove->accessibleName());
    ++m_made;
    auto* row = new QHBoxLayout(buffer.row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(buffer.text, 1);
    row->addWidget(remove);
    connect(buffer.text, &QLineEdit::textChanged, this, [this, line = buffer.text] {
        markWrong(*line, !bytesOfTyped(line->text()));
        Q_EMIT changed();
    });
    connect(buffer.text, &QLineEdit::returnPressed, this, &CallField::entered);
    connect(remove, &QToolButton::clicked, this, [this, gone = buffer.row] { removeBuffer(gone); });
    m_bufferRows->addWidget(buffer.row);
    m_buffers.push_back(buffer);
    Q_EMIT changed();
}

void SendMessageField::removeBuffer(QWidget* row)
{
    std::erase_if(m_buffers, [row](const Buffer& buffer) { return buffer.row == row; });
    row->hide();
    row->deleteLater(); // its button has just been pressed
    Q_EMIT changed();
}

void SendMessageField::openControlMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ControlRow::Kind kind : ControlRow::kindsFor(context().domain)) {
        menu->addAction(ControlRow::title(kind), this, [this, kind] { addControl(kind); });
    }
    menu->popup(m_addControl->mapToGlobal(QPoint(0, m_addControl->height())));
}

void SendMessageField::addControl(ControlRow::Kind kind)
{
    auto* row = new ControlRow(context().workbench, kind, context().domain, this);
    m_controlRows->addWidget(row);
    m_controls.push_back(row);
    connect(row, &ControlRow::changed, this, &CallField::changed);
    connect(row, &ControlRow::removed, this, [this, row] {
        std::erase(m_controls, row);
        row->hide();
        row->deleteLater();
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

QWidget* SendMessageField::firstInput()
{
    return m_buffers.empty() ? m_name->line() : m_buffers.front().text;
}

void SendMessageField::follow()
{
    for (ControlRow* row : m_controls) {
        row->follow();
    }
}

bool SendMessageField::read(Call& call) const
{
    MessageDetails details;
    call.data.clear();
    for (const Buffer& buffer : m_buffers) {
        const auto bytes = bytesOfTyped(buffer.text->text());
        if (!bytes) {
            return false;
        }
        details.bufferSizes.push_back(static_cast<std::uint32_t>(bytes->size()));
        call.data.insert(call.data.end(), bytes->begin(), bytes->end());
    }
    for (const ControlRow* row : m_controls) {
        auto message = row->message();
        if (!message) {
            return false;
        }
        details.control.push_back(std::move(*message));
    }
    if (!m_name->read(call, details.nameRoom)) {
        return false;
    }
    if (call.address && details.nameRoom < call.address->length() && details.nameRoom >= 0) { // cut, as typed
        call.address
            = Address::fromBytes(call.address->bytes().first(static_cast<std::size_t>(details.nameRoom)));
    }
    call.details = std::move(details);
    return true;
}

QString SendMessageField::problem() const
{
    for (const Buffer& buffer : m_buffers) {
        if (!bytesOfTyped(buffer.text->text())) {
            return escapeProblem();
        }
    }
    for (const ControlRow* row : m_controls) {
        if (!row->message()) {
            return row->problem();
        }
    }
    return m_name->problem();
}

ReceiveMessageField::ReceiveMessageField(const FieldContext& context, QWidget* parent)
    : CallField(context, {}, parent)
    , m_name(new ConstantEdit(
          QStringLiteral("arg-msg_namelen"), {nullChoice(), {}}, sizeof(sockaddr_storage), this))
    , m_sizes(new QLineEdit(this))
    , m_control(new ConstantEdit(QStringLiteral("arg-msg_controllen"), {}, kControlRoom, this))
{
    const QString key = context.key(QStringLiteral("sizes"));
    m_sizes->setObjectName(QStringLiteral("arg-msg_iov"));
    m_sizes->setAccessibleName(tr("Sizes of the buffers"));
    m_sizes->setText(context.memory.recall(key, QStringLiteral("4096")));
    m_sizes->setFont(context.workbench.monospace());
    setHint(*m_sizes, tr("The size of each buffer: 4, 100 are two"));
    auto* form = makeInnerForm(this);
    addInnerRow(*form, tr("buffers"), m_sizes);
    addInnerRow(*form, QStringLiteral("msg_controllen"), m_control);
    addInnerRow(*form, QStringLiteral("msg_namelen"), m_name);
    wire(*this, *m_name, context.key(QStringLiteral("name")));
    wire(*this, *m_control, context.key(QStringLiteral("control")));
    connect(m_sizes, &QLineEdit::textChanged, this, [this, key](const QString& text) {
        this->context().memory.keep(key, text);
        markWrong(*m_sizes, !sizes());
        Q_EMIT changed();
    });
    connect(m_sizes, &QLineEdit::returnPressed, this, &CallField::entered);
}

std::optional<std::vector<std::uint32_t>> ReceiveMessageField::sizes() const
{
    std::vector<std::uint32_t> all;
    for (const QString& part : m_sizes->text().split(u',', Qt::SkipEmptyParts)) {
        bool ok = false;
        all.push_back(part.trimmed().toUInt(&ok));
        if (!ok) {
            return std::nullopt;
        }
    }
    return all;
}

bool ReceiveMessageField::read(Call& call) const
{
    const auto buffers = sizes();
    const auto name = m_name->value();
    const auto control = m_control->value();
    if (!buffers || !name || !control) {
        return false;
    }
    MessageDetails room;
    room.bufferSizes = *buffers;
    call.wantsAddress = name != kNullChoice;
    room.nameRoom = call.wantsAddress ? *name : 0;
    room.controlRoom = *control;
    call.details = std::move(room);
    return true;
}

QString ReceiveMessageField::problem() const
{
    return !sizes() ? tr("The sizes of the buffers are numbers with commas between: 4, 100.")
        : m_name->value() && m_control->value()
        ? QString()
        : tr("The room for names and control messages is a number of bytes.");
}

}
