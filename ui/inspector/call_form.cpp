#include "ui/inspector/call_form.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "model/lifecycle/legality.h"
#include "netcore/names/call_text.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

QLabel* label(QWidget* parent, const char* name, const char* role)
{
    auto* made = new QLabel(parent);
    made->setObjectName(QString::fromLatin1(name));
    made->setProperty("role", QString::fromLatin1(role));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

}

CallForm::CallForm(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_signature(label(this, "callSignature", "plain"))
    , m_rows(new QFormLayout)
    , m_problem(label(this, "callProblem", "error"))
    , m_line(label(this, "callLine", "code"))
    , m_legality(label(this, "callLegality", "dim"))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("callForm"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(14);
    m_rows->setVerticalSpacing(6);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(QStringLiteral("makeCall"));
    m_button->setProperty("primary", true);
    connect(m_button, &QPushButton::clicked, this, qOverload<>(&CallForm::make));

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_button);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_signature);
    column->addLayout(m_rows);
    column->addWidget(m_problem);
    column->addWidget(m_line);
    column->addWidget(m_legality);
    column->addLayout(buttons);
}

void CallForm::show(const model::SocketNode& socket, CallId call)
{
    const Workbench::FormStart start = m_workbench.takeFormStart();
    const bool begins = !start.address.isEmpty() || !start.data.isEmpty();
    const bool same = m_call == call && m_socket == socket.id && !begins;
    m_socket = socket.id;
    m_call = call;
    if (!start.address.isEmpty()) {
        m_memory.keep(contextOf(socket).key(QString::number(socket.domain)), start.address);
    }
    if (!start.data.isEmpty()) {
        m_memory.keep(QStringLiteral("data"), start.data);
    }
    if (!same) {
        rebuild(socket);
    }
    refresh(socket);
}

void CallForm::refresh(const model::SocketNode& socket)
{
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.88);
    m_line->setFont(code);
    code.setWeight(QFont::DemiBold);
    m_signature->setFont(code);
    for (CallField* field : m_fields) {
        field->follow();
    }
    showLegality(socket);
    showPreview();
}

FieldContext CallForm::contextOf(const model::SocketNode& socket)
{
    return {m_workbench, m_memory, m_call, m_socket, socket.domain, socket.type, socket.protocol};
}

void CallForm::rebuild(const model::SocketNode& socket)
{
    m_fields.clear();
    while (m_rows->rowCount() > 0) {
        m_rows->removeRow(0); // deletes the fields
    }
    m_signature->setText(words::signature(m_call));
    m_button->setText(tr("Call %1()").arg(words::callName(m_call)));
    setHint(*m_button, tr("Ctrl+Return"));
    const FieldContext context = contextOf(socket);
    for (const Parameter& parameter : describe(m_call).parameters) {
        if (CallField* field = makeField(context, parameter, this)) {
            addField(field);
        }
    }
}

void CallForm::addField(CallField* field)
{
    m_fields.push_back(field);
    connect(field, &CallField::changed, this, &CallForm::showPreview);
    connect(field, &CallField::entered, this, qOverload<>(&CallForm::make));
    if (field->caption().isEmpty()) {
        m_rows->addRow(field);
        return;
    }
    auto* caption = new QLabel(field->caption(), this);
    caption->setTextFormat(Qt::PlainText);
    caption->setProperty("role", QStringLiteral("dim"));
    caption->setBuddy(field->firstInput());
    m_rows->addRow(caption, field);
}

void CallForm::focusFirstField()
{
    // Where to and what: what a user is most likely to type.
    QWidget* first = m_fields.empty() ? m_button : m_fields.front()->firstInput();
    first = first != nullptr ? first : m_button;
    first->setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(first)) {
        line->selectAll();
    }
}

std::optional<Call> CallForm::read() const
{
    Call call;
    call.id = m_call;
    for (const CallField* field : m_fields) {
        if (!field->read(call)) {
            return std::nullopt;
        }
    }
    return call;
}

QString CallForm::problem() const
{
    for (const CallField* field : m_fields) {
        if (const QString what = field->problem(); !what.isEmpty()) {
            return what;
        }
    }
    return {};
}

void CallForm::showPreview()
{
    const QString wrong = problem();
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty());
    const auto call = read();
    m_button->setEnabled(call.has_value());
    m_line->setVisible(call.has_value());
    if (!call) {
        return;
    }
    const model::SocketGraph& graph = m_workbench.graph();
    const auto numberOf = [&](SocketId id) {
        const model::SocketNode* node = graph.find(id);
        return node != nullptr && node->open ? node->fd : -1;
    };
    CallTextStyle style;
    style.addresses = CallTextStyle::Addresses::Short;
    style.mostData = 48;
    const Call numbered = withDescriptors(*call, numberOf);
    m_line->setText(QString::fromStdString(callText(recordOf(numbered, numberOf(m_socket)), numbered.data,
        numbered.data.size(), CallStage::Planned, style)));
}

void CallForm::showLegality(const model::SocketNode& socket)
{
    const model::Legality legality = model::legality(socket, m_call);
    const bool can = m_workbench.canCall();
    if (const bool primary = can && legality.legal; m_button->property("primary").toBool() != primary) {
        setLook(*m_button, "primary", primary); // it does not ask to be pressed
    }
    m_legality->setText(!can && m_workbench.session().isLive()
            ? tr("This is a moment of the past: no call can be made in it.")
            : !can
            ? tr("This is a recording: no call can be made in it.")
            : tr("Not legal in this state: expect %1. Make it all the same to see what the kernel says.")
                  .arg(QString::fromStdString(errnoText(legality.error))));
    m_legality->setVisible(!can || !legality.legal);
}

void CallForm::make()
{
    if (const auto call = read()) {
        const Ticket ticket = m_workbench.make(*call, m_socket);
        if (ticket != kNoTicket) {
            Q_EMIT made(number(ticket));
        }
    }
}

}
