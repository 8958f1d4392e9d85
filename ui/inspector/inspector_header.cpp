#include "ui/inspector/inspector_header.h"

#include <QHBoxLayout>

#include "ui/state_tone.h"
#include "ui/words.h"

namespace ui {

InspectorHeader::InspectorHeader(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_title(new QLabel(this))
    , m_kind(new ElidedLabel(this))
    , m_badge(new QLabel(this))
{
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_kind->setObjectName(QStringLiteral("inspectorKind"));
    m_kind->setProperty("role", QStringLiteral("dim"));
    m_badge->setObjectName(QStringLiteral("inspectorState"));
    m_badge->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 12, 14, 0);
    row->setSpacing(9);
    row->addWidget(m_title);
    row->addWidget(m_kind, 1);
    row->addWidget(m_badge);
}

void InspectorHeader::showSocket(const model::SocketNode& socket)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setText(QStringLiteral("fd %1").arg(socket.fd));
    const QString role = words::role(model::roleOf(socket));
    m_kind->setFullText(words::domain(socket.domain) + u' ' + words::type(socket.type)
        + (role.isEmpty() ? role : QStringLiteral(" · ") + role)
        + (socket.nonBlocking ? tr(" · non-blocking") : QString()));
    m_badge->setText(words::state(socket));
    const Tone tone = toneOf(m_workbench.theme(), socket);
    m_badge->setStyleSheet(
        QStringLiteral("color: %1; background: %2; border-radius: 8px; padding: 1px 8px; font-weight: 600;")
            .arg(tone.text.name(), tone.soft.name()));
}

}
