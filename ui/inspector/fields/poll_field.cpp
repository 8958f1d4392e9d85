#include "ui/inspector/fields/poll_field.h"

#include <QHBoxLayout>
#include <algorithm>

#include "ui/inspector/fields/field_parts.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

PollField::PollField(const FieldContext& context, QWidget* parent)
    : CallField(context, {}, parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    auto* hint = makeHint(this, "pollHint");
    hint->setText(tr("fds: the sockets that are watched, and for what"));
    m_rows->addWidget(hint);
    follow();
}

void PollField::add(const model::SocketNode& node)
{
    Entry entry {node.id, new QWidget(this), nullptr, nullptr};
    const QString name = QStringLiteral("poll-%1").arg(number(node.id));
    entry.watched = new QCheckBox(QStringLiteral("fd %1").arg(node.fd), entry.row);
    entry.watched->setObjectName(name);
    setHint(*entry.watched, socketWords(node));
    entry.watched->setChecked(node.id == context().socket);
    entry.events = new ConstantEdit(name + QStringLiteral("-events"), {{}, pollEvents()},
        valueOf(pollEvents(), "POLLIN").value_or(1), entry.row);
    entry.events->setEnabled(entry.watched->isChecked());
    auto* row = new QHBoxLayout(entry.row);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(entry.watched);
    row->addWidget(entry.events, 1);
    wire(*this, *entry.events, context().key(name));
    connect(entry.watched, &QCheckBox::toggled, this, [this, events = entry.events](bool on) {
        events->setEnabled(on);
        Q_EMIT changed();
    });
    m_rows->addWidget(entry.row);
    m_entries.push_back(entry);
}

void PollField::follow()
{
    const auto& sockets = context().workbench.graph().sockets();
    std::erase_if(m_entries, [&](const Entry& entry) {
        const auto node = sockets.find(entry.socket);
        const bool gone = node == sockets.end() || !node->second.open;
        if (gone && !entry.watched->isChecked()) { // a watched one stays: POLLNVAL is worth seeing
            entry.row->hide();
            entry.row->deleteLater();
            return true;
        }
        return false;
    });
    for (const auto& [id, node] : sockets) {
        if (node.open && std::ranges::find(m_entries, id, &Entry::socket) == m_entries.end()) {
            add(node);
        }
    }
}

QWidget* PollField::firstInput()
{
    return m_entries.empty() ? nullptr : m_entries.front().watched;
}

bool PollField::read(Call& call) const
{
    PollDetails details;
    for (const Entry& entry : m_entries) {
        const auto events = entry.events->value();
        if (!entry.watched->isChecked()) {
            continue;
        }
        if (!events) {
            return false;
        }
        const model::SocketNode* node = context().workbench.graph().find(entry.socket);
        const int fd
            = node != nullptr && node->open ? node->fd : -1; // for the preview; the engine knows better
        details.entries.push_back({entry.socket, fd, static_cast<std::int16_t>(*events), 0});
    }
    call.arguments[context().slot(ParameterKind::Count)] = static_cast<std::int64_t>(details.entries.size());
    call.details = std::move(details);
    return true;
}

QString PollField::problem() const
{
    Call call;
    return read(call) ? QString()
                      : tr("The events are POLLIN, POLLOUT and others, joined by |, or a number.");
}

}
