#include "ui/inspector/inspector_header.h"

#include <QHBoxLayout>
#include <algorithm>

#include "netcore/engine/call.h"
#include "netcore/names/constants.h"
#include "ui/parts.h"
#include "ui/state_tone.h"
#include "ui/words.h"

namespace ui {

InspectorHeader::InspectorHeader(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_title(new QLabel(this))
    , m_kind(new ElidedLabel(this))
    , m_role(new ElidedLabel(this))
    , m_mode(makeToolButton(this, "blockingMode", {}, {}))
    , m_badge(new QLabel(this))
{
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_kind->setObjectName(QStringLiteral("inspectorKind"));
    m_kind->setProperty("role", QStringLiteral("dim"));
    m_role->setObjectName(QStringLiteral("inspectorRole"));
    m_role->setProperty("role", QStringLiteral("dim"));
    m_badge->setObjectName(QStringLiteral("inspectorState"));
    m_badge->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 0);
    column->setSpacing(5);
    auto* row = new QHBoxLayout;
    row->setSpacing(9);
    row->addWidget(m_title);
    row->addWidget(m_kind, 1);
    row->addWidget(m_badge);
    auto* second = new QHBoxLayout;
    second->addWidget(m_role, 1);
    second->addWidget(m_mode);
    column->addLayout(row);
    column->addLayout(second);
    m_mode->setProperty("chip", true);
    connect(m_mode, &QToolButton::clicked, this, &InspectorHeader::switchMode);
}

// One call: the flags that the kernel last said, with O_NONBLOCK the other way.
void InspectorHeader::switchMode()
{
    const model::SocketNode* socket = m_workbench.graph().find(m_socket);
    const auto command = netcore::valueOf(netcore::fileCommands(), "F_SETFL");
    const auto flag = netcore::valueOf(netcore::fileFlags(), "O_NONBLOCK");
    if (socket != nullptr && command && flag) {
        const int flags = std::max(socket->view.statusFlags, 0);
        const int mask = static_cast<int>(*flag);
        const int wanted = socket->nonBlocking ? flags & ~mask : flags | mask;
        m_workbench.make(netcore::calls::fcntl(static_cast<int>(*command), wanted), m_socket);
    }
}

void InspectorHeader::showSocket(const model::SocketNode& socket)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setText(QStringLiteral("fd %1").arg(socket.fd));
    const QString role = words::role(model::roleOf(socket));
    m_kind->setFullText(words::domain(socket.domain) + u' ' + words::type(socket.type));
    m_role->setFullText(role.isEmpty() ? tr("no role yet") : role);
    m_socket = socket.id;
    m_mode->setVisible(socket.open);
    m_mode->setText(socket.nonBlocking ? tr("non-blocking") : tr("blocking"));
    m_mode->setAccessibleName(m_mode->text());
    setLook(*m_mode, "on", socket.nonBlocking);
    setHint(*m_mode,
        socket.nonBlocking
            ? tr("Calls return EAGAIN instead of sleeping. A click makes it blocking: fcntl(fd, F_SETFL, "
                 "flags)")
            : tr("Calls sleep until they can do something. A click makes it non-blocking: fcntl(fd, F_SETFL, "
                 "flags | O_NONBLOCK)"));
    m_badge->setText(words::state(socket));
    const Tone tone = toneOf(m_workbench.theme(), socket);
    m_badge->setStyleSheet(
        QStringLiteral("color: %1; background: %2; border-radius: 8px; padding: 1px 8px; font-weight: 600;")
            .arg(tone.text.name(), tone.soft.name()));
}

}
