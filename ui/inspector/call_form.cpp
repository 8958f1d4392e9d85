#include "ui/inspector/call_form.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

#include "model/lifecycle/legality.h"
#include "model/text/escapes.h"
#include "netcore/base/quoted.h"
#include "netcore/names/call_text.h"
#include "ui/address_proposal.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using K = ParameterKind;

namespace {

constexpr int kReceiveSize = 4096;
constexpr int kBacklog = 5; // small, so that a full accept queue can be seen

QLabel* label(QWidget* parent, const char* name, const char* role)
{
    auto* made = new QLabel(parent);
    made->setObjectName(QString::fromLatin1(name));
    made->setProperty("role", QString::fromLatin1(role));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

std::vector<std::byte> toBytes(const QByteArray& data)
{
    const auto bytes = bytesOf({data.constData(), static_cast<std::size_t>(data.size())});
    return {bytes.begin(), bytes.end()};
}

}

CallForm::CallForm(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_signature(label(this, "callSignature", "plain"))
    , m_fields(new QFormLayout)
    , m_problem(label(this, "callProblem", "error"))
    , m_line(label(this, "callLine", "code"))
    , m_legality(label(this, "callLegality", "dim"))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("callForm"));
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setHorizontalSpacing(14);
    m_fields->setVerticalSpacing(6);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(QStringLiteral("makeCall"));
    m_button->setProperty("primary", true);
    connect(m_button, &QPushButton::clicked, this, &CallForm::make);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_button);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_signature);
    column->addLayout(m_fields);
    column->addWidget(m_problem);
    column->addWidget(m_line);
    column->addWidget(m_legality);
    column->addLayout(buttons);
}

void CallForm::show(const model::SocketNode& socket, CallId call)
{
    const bool same = m_call == call && m_socket == socket.id;
    m_socket = socket.id;
    m_domain = socket.domain;
    m_call = call;
    if (!same) {
        rebuild();
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
    proposeAgain();
    showLegality(socket);
    showPreview();
}

// Somebody has written meanwhile, or a new socket could be meant: a proposal that nobody has touched follows.
void CallForm::proposeAgain()
{
    const bool typed = m_typed.contains(words::callName(m_call) + QString::number(m_domain));
    if (m_address != nullptr && !typed && m_call != CallId::Bind && !m_address->hasFocus()) {
        m_address->setText(proposedAddress());
    }
}

void CallForm::rebuild()
{
    while (m_fields->rowCount() > 0) {
        m_fields->removeRow(0); // deletes the editors
    }
    m_address = nullptr;
    m_data = nullptr;
    m_number = nullptr;
    m_direction = nullptr;
    m_flags = nullptr;
    m_signature->setText(words::signature(m_call));
    m_button->setText(tr("Call %1()").arg(words::callName(m_call)));
    m_button->setToolTip(words::plainToolTip(tr("Ctrl+Return")));
    for (const Parameter& parameter : describe(m_call).parameters) {
        addField(parameter);
    }
}

void CallForm::addField(const Parameter& parameter)
{
    QWidget* editor = makeEditor(parameter);
    if (editor == nullptr) {
        return; // derived from the others: the descriptor, lengths, and where the kernel writes
    }
    const QString name
        = QString::fromLatin1(parameter.name.data(), static_cast<qsizetype>(parameter.name.size()));
    auto* caption = new QLabel(name, this);
    caption->setProperty("role", QStringLiteral("dim"));
    caption->setBuddy(editor);
    editor->setObjectName(QStringLiteral("arg-") + name);
    editor->setAccessibleName(name);
    m_fields->addRow(caption, editor);
}

QWidget* CallForm::makeEditor(const Parameter& parameter)
{
    const bool sends = parameterOf(describe(m_call), K::DataIn).has_value();
    switch (parameter.kind) {
    case K::AddressIn:
        return m_address = addressField();
    case K::DataIn:
        return m_data = dataField();
    case K::Backlog:
    case K::Size:
        if (sends) {
            return nullptr; // as long as the data
        }
        m_number = new QSpinBox(this);
        m_number->setRange(
            parameter.kind == K::Backlog ? -1 : 0, parameter.kind == K::Backlog ? INT32_MAX : 16 << 20);
        m_number->setValue(parameter.kind == K::Backlog ? kBacklog : kReceiveSize);
        connect(m_number, &QSpinBox::valueChanged, this, &CallForm::showPreview);
        return m_number;
    case K::Direction:
        m_direction = new QComboBox(this);
        for (const NamedValue& direction : shutdownDirections()) {
            m_direction->addItem(
                QString::fromLatin1(direction.name.data(), static_cast<qsizetype>(direction.name.size())),
                static_cast<int>(direction.value));
        }
        m_direction->setCurrentIndex(SHUT_WR);
        connect(m_direction, &QComboBox::currentIndexChanged, this, &CallForm::showPreview);
        return m_direction;
    case K::MessageFlags:
    case K::TypeFlags:
        m_flags = parameter.kind == K::TypeFlags
            ? new FlagsButton(socketTypeFlags(), SOCK_CLOEXEC, this)
            : new FlagsButton(messageFlags(), sends ? MSG_NOSIGNAL : 0, this);
        connect(m_flags, &FlagsButton::changed, this, &CallForm::showPreview);
        return m_flags;
    default:
        return nullptr;
    }
}

QLineEdit* CallForm::addressField()
{
    auto* field = new QLineEdit(this);
    field->setFont(m_workbench.monospace());
    QStringList known;
    for (const auto& [id, node] : m_workbench.session().graph().sockets()) {
        if (node.open && id != m_socket && node.domain == m_domain && !node.local.isEmpty()) {
            known.append(words::address(node.local));
        }
    }
    known.removeDuplicates();
    field->setPlaceholderText(m_domain == AF_UNIX ? tr("/path or @name") : tr("host:port"));
    field->setCompleter(new QCompleter(known, field));
    const QString key = words::callName(m_call) + QString::number(m_domain);
    const auto typed = m_typed.find(key);
    field->setText(typed != m_typed.end() ? typed->second : proposedAddress());
    connect(field, &QLineEdit::textEdited, this, [this, key](const QString& text) { m_typed[key] = text; });
    connect(field, &QLineEdit::textChanged, this, &CallForm::showPreview);
    connect(field, &QLineEdit::returnPressed, this, &CallForm::make);
    return field;
}

QLineEdit* CallForm::dataField()
{
    auto* field = new QLineEdit(this);
    field->setFont(m_workbench.monospace());
    field->setPlaceholderText(tr("text; \\n \\x00 as in C"));
    const auto typed = m_typed.find(QStringLiteral("data"));
    field->setText(typed != m_typed.end() ? typed->second : QStringLiteral("hello"));
    connect(field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_typed[QStringLiteral("data")] = text;
        showPreview();
    });
    connect(field, &QLineEdit::returnPressed, this, &CallForm::make);
    return field;
}

QString CallForm::proposedAddress() const
{
    const model::SocketNode* self = m_workbench.session().graph().find(m_socket);
    const bool binds = m_call == CallId::Bind || self == nullptr;
    return binds ? addressToBind(m_workbench, m_domain) : addressToReach(m_workbench, *self);
}

void CallForm::focusFirstField()
{
    QWidget* first = m_number;
    for (QLineEdit* line : {m_address, m_data}) {
        first = line != nullptr ? line : first;
    }
    if (first == nullptr) {
        m_button->setFocus(Qt::OtherFocusReason);
        return;
    }
    first->setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(first)) {
        line->selectAll();
    }
}

std::optional<Call> CallForm::read() const
{
    Call call;
    call.id = m_call;
    const auto set = [&](K kind, std::int64_t value) {
        if (const auto slot = parameterOf(describe(m_call), kind)) {
            call.arguments[*slot] = value;
        }
    };
    set(K::LengthInOut, sizeof(sockaddr_storage));
    if (m_address != nullptr) {
        const auto address = parseAddress(m_address->text().toStdString());
        if (!address.ok()) {
            return std::nullopt;
        }
        call.address = address.value();
        set(K::LengthIn, address.value().length());
    }
    if (m_data != nullptr) {
        const auto typed = model::bytesFromEscaped(m_data->text());
        if (!typed) {
            return std::nullopt;
        }
        call.data = toBytes(*typed);
        set(K::Size, typed->size());
    }
    if (m_number != nullptr) {
        set(m_call == CallId::Listen ? K::Backlog : K::Size, m_number->value());
    }
    if (m_direction != nullptr) {
        set(K::Direction, m_direction->currentData().toInt());
    }
    if (m_flags != nullptr) {
        set(K::MessageFlags, m_flags->value());
        set(K::TypeFlags, m_flags->value());
    }
    return call;
}

void CallForm::complain(const QString& what)
{
    m_problem->setText(what);
    m_problem->setVisible(!what.isEmpty());
}

void CallForm::showPreview()
{
    QString problem;
    if (m_address != nullptr) {
        const auto address = parseAddress(m_address->text().toStdString());
        problem = address.ok() ? QString() : m_workbench.explainer().problem(address.problem().reason);
        m_address->setProperty("wrong", !address.ok());
        m_address->style()->unpolish(m_address);
        m_address->style()->polish(m_address);
    }
    if (m_data != nullptr && !model::bytesFromEscaped(m_data->text())) {
        problem = tr("After a backslash comes n, r, t, 0, \\, \" or x with two hexadecimal digits.");
    }
    complain(problem);
    const auto call = read();
    m_button->setEnabled(call.has_value());
    m_line->setVisible(call.has_value());
    if (!call) {
        return;
    }
    const model::SocketNode* node = m_workbench.session().graph().find(m_socket);
    const int fd = node != nullptr && node->open ? node->fd : -1;
    CallTextStyle style;
    style.addresses = CallTextStyle::Addresses::Short;
    style.mostData = 48;
    m_line->setText(QString::fromStdString(
        callText(recordOf(*call, fd), call->data, call->data.size(), CallStage::Planned, style)));
}

void CallForm::showLegality(const model::SocketNode& socket)
{
    const model::Legality legality = model::legality(socket, m_call);
    if (legality.legal) {
        m_legality->hide();
        return;
    }
    m_legality->setText(
        tr("Not legal in this state: expect %1. Make it all the same to see what the kernel says.")
            .arg(QString::fromStdString(errnoText(legality.error))));
    m_legality->show();
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
