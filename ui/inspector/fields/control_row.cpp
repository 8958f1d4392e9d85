#include "ui/inspector/fields/control_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include "netcore/inspect/own_process.h"
#include "netcore/names/options.h"
#include "ui/inspector/fields/call_field.h"
#include "ui/sign_button.h"

namespace ui {

using namespace netcore;

namespace {

int levelNamed(const char* name)
{
    return static_cast<int>(valueOf(optionLevels(), name).value_or(0));
}

int typeNamed(int level, const char* name)
{
    return static_cast<int>(valueOf(controlTypes(level), name).value_or(0));
}

void append(std::vector<std::byte>& bytes, std::int32_t value)
{
    const auto raw = std::as_bytes(std::span(&value, 1));
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}

}

std::vector<ControlRow::Kind> ControlRow::kindsFor(int domain)
{
    if (domain == AF_UNIX) {
        return {Kind::Rights, Kind::Credentials, Kind::Raw};
    }
    return {Kind::TimeToLive, Kind::TrafficClass, Kind::PacketInfo, Kind::Rights, Kind::Raw};
}

QString ControlRow::title(Kind kind)
{
    switch (kind) {
    case Kind::Rights:
        return tr("Pass a socket (SCM_RIGHTS)");
    case Kind::Credentials:
        return tr("Say who sends (SCM_CREDENTIALS)");
    case Kind::TimeToLive:
        return tr("Time to live (IP_TTL, IPV6_HOPLIMIT)");
    case Kind::TrafficClass:
        return tr("Type of service (IP_TOS, IPV6_TCLASS)");
    case Kind::PacketInfo:
        return tr("Interface to leave by (IP_PKTINFO, IPV6_PKTINFO)");
    case Kind::Raw:
        return tr("Any level, type and bytes");
    }
    return {};
}

ControlRow::ControlRow(Workbench& workbench, Kind kind, int domain, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_kind(kind), m_domain(domain)
{
    auto* caption = new QLabel(title(kind), this);
    caption->setProperty("role", QStringLiteral("dim"));
    caption->setWordWrap(true);
    auto* remove = new QToolButton(this);
    remove->setObjectName(QStringLiteral("removeControl"));
    remove->setText(QStringLiteral("✕"));
    remove->setAccessibleName(tr("Remove this control message"));
    remove->setToolTip(remove->accessibleName());
    remove->setProperty("flat", true);
    connect(remove, &QToolButton::clicked, this, &ControlRow::removed);
    auto* top = new QHBoxLayout;
    top->addWidget(caption, 1);
    top->addWidget(remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(makeInputs());
}

ConstantEdit* ControlRow::addNumber(
    QHBoxLayout& row, const char* name, const QString& caption, std::int64_t value)
{
    auto* label = new QLabel(caption, this);
    label->setProperty("role", QStringLiteral("dim"));
    auto* edit = new ConstantEdit(QString::fromLatin1(name), {}, value, this);
    edit->setCodeFont(m_workbench.monospace());
    row.addWidget(label);
    row.addWidget(edit, 1);
    m_numbers.push_back(edit);
    connect(edit, &ConstantEdit::changed, this, &ControlRow::changed);
    return edit;
}

QWidget* ControlRow::makeInputs()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    switch (m_kind) {
    case Kind::Rights:
        m_sockets = new SignButton(Sign::Below, box);
        m_sockets->setObjectName(QStringLiteral("passSockets"));
        m_sockets->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(m_sockets, &QToolButton::clicked, this, &ControlRow::openSockets);
        row->addWidget(m_sockets);
        showSockets();
        break;
    case Kind::Credentials:
        addNumber(*row, "control-pid", QStringLiteral("pid"), ownCredentials().pid);
        addNumber(*row, "control-uid", QStringLiteral("uid"), ownCredentials().uid);
        addNumber(*row, "control-gid", QStringLiteral("gid"), ownCredentials().gid);
        break;
    case Kind::TimeToLive:
    case Kind::TrafficClass:
        addNumber(*row, "control-value", QStringLiteral("int"), m_kind == Kind::TimeToLive ? 1 : 16);
        break;
    case Kind::PacketInfo:
        addNumber(*row, "control-value", tr("interface number"), 1);
        break;
    case Kind::Raw: {
        ConstantEdit* level = addNumber(*row, "control-level", tr("level"), 0);
        level->setNames({optionLevels(), {}});
        level->setText(QStringLiteral("SOL_SOCKET"));
        ConstantEdit* type = addNumber(*row, "control-type", tr("type"), 1);
        const auto offer = [type, level] {
            type->setNames({controlTypes(static_cast<int>(level->value().value_or(-1))), {}});
        };
        offer();
        connect(level, &ConstantEdit::changed, type, offer);
        m_bytes = new QLineEdit(box);
        m_bytes->setObjectName(QStringLiteral("control-bytes"));
        m_bytes->setPlaceholderText(tr("00 01 ff"));
        m_bytes->setFont(m_workbench.monospace());
        connect(m_bytes, &QLineEdit::textChanged, this, [this] {
            markWrong(*m_bytes, !bytesFromHex(m_bytes->text()));
            Q_EMIT changed();
        });
        auto* under = new QWidget(this);
        auto* around = new QVBoxLayout(under);
        around->setContentsMargins(0, 0, 0, 0);
        around->setSpacing(2);
        around->addWidget(box);
        around->addWidget(m_bytes);
        return under;
    }
    }
    return box;
}

void ControlRow::openSockets()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& [id, node] : m_workbench.graph().sockets()) {
        if (!node.open) {
            continue;
        }
        QAction* action = menu->addAction(socketWords(node).replace(u'&', QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("pass-%1").arg(netcore::number(id)));
        action->setCheckable(true);
        action->setChecked(m_passes.contains(id));
        connect(action, &QAction::toggled, this, [this, socket = id](bool on) {
            if (on) {
                m_passes.insert(socket);
            } else {
                m_passes.erase(socket);
            }
            showSockets();
            Q_EMIT changed();
        });
    }
    menu->popup(m_sockets->mapToGlobal(QPoint(0, m_sockets->height())));
}

void ControlRow::showSockets()
{
    QStringList names;
    for (const SocketId id : m_passes) {
        const model::SocketNode* node = m_workbench.graph().find(id);
        names += QStringLiteral("fd %1").arg(node != nullptr ? node->fd : -1);
    }
    m_sockets->setText(names.isEmpty() ? tr("choose") : names.join(QStringLiteral(", ")));
    m_sockets->setAccessibleName(tr("Sockets to pass: %1").arg(names.join(QStringLiteral(", "))));
}

void ControlRow::follow()
{
    const std::size_t before = m_passes.size();
    std::erase_if(m_passes, [this](SocketId id) {
        const model::SocketNode* node = m_workbench.graph().find(id);
        return node == nullptr || !node->open;
    });
    if (m_passes.size() != before) {
        showSockets();
        Q_EMIT changed();
    }
}

std::optional<std::int32_t> ControlRow::number(std::size_t index) const
{
    const auto value = m_numbers[index]->value();
    return value ? std::optional(static_cast<std::int32_t>(*value)) : std::nullopt;
}

std::optional<ControlMessage> ControlRow::structure() const
{
    const bool four = m_domain == AF_INET;
    ControlMessage made;
    made.level = levelNamed(m_kind == Kind::Credentials ? "SOL_SOCKET"
            : four                                      ? "IPPROTO_IP"
                                                        : "IPPROTO_IPV6");
    made.type = typeNamed(made.level,
        m_kind == Kind::Credentials        ? "SCM_CREDENTIALS"
            : m_kind == Kind::TimeToLive   ? (four ? "IP_TTL" : "IPV6_HOPLIMIT")
            : m_kind == Kind::TrafficClass ? (four ? "IP_TOS" : "IPV6_TCLASS")
                                           : (four ? "IP_PKTINFO" : "IPV6_PKTINFO"));
    if (m_kind == Kind::PacketInfo && !four) {
        made.data.resize(16); // the source address: any
    }
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        const auto value = number(i);
        if (!value) {
            return std::nullopt;
        }
        append(made.data, *value);
    }
    if (m_kind == Kind::PacketInfo && four) {
        made.data.resize(12); // ipi_spec_dst and ipi_addr: any
    }
    return made;
}

std::optional<ControlMessage> ControlRow::message() const
{
    if (m_kind == Kind::Rights) {
        ControlMessage made;
        made.level = levelNamed("SOL_SOCKET");
        made.type = typeNamed(made.level, "SCM_RIGHTS");
        made.passes.assign(m_passes.begin(), m_passes.end());
        return m_passes.empty() ? std::nullopt : std::optional(made);
    }
    if (m_kind != Kind::Raw) {
        return structure();
    }
    const auto level = number(0);
    const auto type = number(1);
    const auto bytes = bytesFromHex(m_bytes->text());
    if (!level || !type || !bytes) {
        return std::nullopt;
    }
    return ControlMessage {*level, *type, *bytes, {}};
}

QString ControlRow::problem() const
{
    return message()             ? QString()
        : m_kind == Kind::Rights ? tr("Choose the sockets to pass.")
        : m_kind == Kind::Raw
        ? tr("A control message has a level, a type, and bytes as pairs of hexadecimal digits.")
        : tr("These are numbers.");
}

}
