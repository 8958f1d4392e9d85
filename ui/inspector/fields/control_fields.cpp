#include "ui/inspector/fields/control_fields.h"

#include <QFormLayout>
#include <algorithm>
#include <array>

#include "netcore/names/file_control.h"
#include "ui/inspector/fields/field_parts.h"

namespace ui {

using namespace netcore;

namespace {

constexpr std::array kDescriptorFlags {NamedValue {fileControl::kCloseOnExec, "FD_CLOEXEC"}};

bool takesArgument(std::int64_t command)
{
    constexpr std::array kWithout {fileControl::kGetDescriptorFlags, fileControl::kGetFlags,
        fileControl::kGetOwner, fileControl::kGetSignal, fileControl::kGetPipeSize, fileControl::kGetSeals};
    return std::ranges::find(kWithout, command) == kWithout.end();
}

std::int64_t numberOf(const char* request)
{
    return valueOf(controlRequests(), request).value_or(0);
}

}

FileCommandField::FileCommandField(const FieldContext& context, QWidget* parent)
    : CallField(context, {}, parent)
    , m_command(
          new ConstantEdit(QStringLiteral("arg-op"), {fileCommands(), {}}, fileControl::kGetFlags, this))
    , m_argument(new ConstantEdit(QStringLiteral("arg-arg"), {}, 0, this))
    , m_meaning(makeHint(this, "opMeaning"))
{
    auto* form = makeInnerForm(this);
    addInnerRow(*form, QStringLiteral("op"), m_command);
    addInnerRow(*form, QStringLiteral("arg"), m_argument);
    form->addRow(m_meaning);
    wire(*this, *m_command, context.key(QStringLiteral("op")));
    wire(*this, *m_argument, context.key(QStringLiteral("arg")));
    connect(m_command, &ConstantEdit::changed, this, &FileCommandField::take);
    take();
}

void FileCommandField::take()
{
    const std::int64_t command = m_command->value().value_or(-1);
    const auto before = m_argument->value();
    m_argument->setNames(command == fileControl::kSetFlags ? ConstantEdit::Names {{}, fileFlags()}
            : command == fileControl::kSetDescriptorFlags  ? ConstantEdit::Names {{}, kDescriptorFlags}
                                                           : ConstantEdit::Names {});
    if (before && !m_argument->value()) { // names of another command
        m_argument->setValue(*before);
    } else if (!m_argument->value()) {
        m_argument->setValue(0);
    }
    m_argument->setVisible(takesArgument(command));
    if (auto* form = qobject_cast<QFormLayout*>(layout())) {
        form->labelForField(m_argument)->setVisible(takesArgument(command));
    }
    m_meaning->setText(command == fileControl::kSetFlags
            ? tr("Sets the flags of the open file description: all its duplicates "
                 "have them. O_NONBLOCK makes calls return EAGAIN instead of sleeping.")
            : command == fileControl::kGetFlags
            ? tr("Answers with the access mode and the flags, O_NONBLOCK among them.")
            : command == fileControl::kDuplicate || command == fileControl::kDuplicateCloseOnExec
            ? tr("Another number for the same socket: the lowest that is free, from arg on.")
            : command == fileControl::kSetDescriptorFlags
            ? tr("FD_CLOEXEC closes this number when the process calls exec().")
            : QString());
    m_meaning->setVisible(!m_meaning->text().isEmpty());
}

bool FileCommandField::read(Call& call) const
{
    const auto command = m_command->value();
    const auto argument = m_argument->value();
    const bool needs = command && takesArgument(*command);
    call.arguments[1] = command.value_or(0);
    call.arguments[2] = needs ? argument.value_or(0) : 0;
    return command && (!needs || argument);
}

QString FileCommandField::problem() const
{
    Call call;
    return read(call) ? QString() : tr("op and arg are numbers, or names from their lists.");
}

ControlRequestField::ControlRequestField(const FieldContext& context, QWidget* parent)
    : CallField(context, {}, parent)
    , m_request(
          new ConstantEdit(QStringLiteral("arg-op"), {controlRequests(), {}}, numberOf("FIONREAD"), this))
    , m_value(new ConstantEdit(QStringLiteral("arg-value"), {}, 0, this))
    , m_meaning(makeHint(this, "opMeaning"))
{
    auto* form = makeInnerForm(this);
    addInnerRow(*form, QStringLiteral("op"), m_request);
    addInnerRow(*form, QStringLiteral("*value"), m_value);
    form->addRow(m_meaning);
    wire(*this, *m_request, context.key(QStringLiteral("op")));
    wire(*this, *m_value, context.key(QStringLiteral("value")));
    connect(m_request, &ConstantEdit::changed, this, &ControlRequestField::take);
    take();
}

void ControlRequestField::take()
{
    const std::int64_t request = m_request->value().value_or(-1);
    m_meaning->setText(request == numberOf("FIONREAD")
            ? tr("How many bytes wait to be read; of a UDP socket those of "
                 "the next message.")
            : request == numberOf("SIOCOUTQ")    ? tr("How much was sent and not yet acknowledged.")
            : request == numberOf("SIOCOUTQNSD") ? tr("How much was written and not yet sent.")
            : request == numberOf("SIOCATMARK")  ? tr("1 where the next byte comes behind urgent data.")
            : request == numberOf("FIONBIO")     ? tr("1 makes the socket non-blocking, 0 blocking.")
                                                 : QString());
    m_meaning->setVisible(!m_meaning->text().isEmpty());
}

bool ControlRequestField::read(Call& call) const
{
    const auto request = m_request->value();
    const auto value = m_value->value();
    call.arguments[1] = request.value_or(0);
    call.arguments[2] = value.value_or(0);
    return request && value;
}

QString ControlRequestField::problem() const
{
    Call call;
    return read(call) ? QString() : tr("op and *value are numbers, or names from their lists.");
}

}
