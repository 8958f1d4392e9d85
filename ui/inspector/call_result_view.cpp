#include "ui/inspector/call_result_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "netcore/names/call_text.h"
#include "netcore/names/control_text.h"
#include "netcore/names/details_text.h"
#include "netcore/names/option_text.h"
#include "ui/inspector/fields/call_field.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

CallResultView::CallResultView(Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_workbench(workbench), m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("callResult"));
    setAccessibleName(tr("What the last call gave"));
    setProperty("role", QStringLiteral("code"));
    m_rows->setContentsMargins(2, 2, 2, 2);
    m_rows->setSpacing(3);
    hide();
    connect(&workbench, &Workbench::selectionChanged, this, &CallResultView::refresh);
    connect(&workbench, &Workbench::themeChanged, this, [this] {
        m_shown = 0;
        refresh();
    });
    connect(&workbench, &Workbench::socketsChanged, this, &CallResultView::refresh);
}

void CallResultView::clear()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of them may have been pressed just now
        delete item;
    }
}

void CallResultView::refresh()
{
    const model::SocketNode* node = m_workbench.selectedSocket();
    const model::Row row = node != nullptr ? node->lastCall : 0;
    const SocketId socket = node != nullptr ? node->id : kNoSocket;
    if (row == m_shown && socket == m_socket) {
        return;
    }
    m_shown = row;
    m_socket = socket;
    clear();
    if (node != nullptr) {
        const model::EventStore& store = m_workbench.session().store();
        const Event event = store.event(row);
        if (event.kind == EventKind::Call && event.socket == socket) {
            showCall(event, store.call(row));
        }
    }
    setVisible(m_rows->count() > 0);
}

void CallResultView::showCall(const Event& event, const CallRecord& record)
{
    if (event.result < 0) {
        return;
    }
    showEmptyMessage(event, record);
    if (const auto* message = std::get_if<MessageDetails>(&record.details)) {
        showMessage(event, *message);
    } else if (const auto* poll = std::get_if<PollDetails>(&record.details)) {
        showPoll(*poll);
    } else if (const auto* value = std::get_if<OptionBytes>(&record.details);
               value != nullptr && event.call == CallId::Getsockopt) {
        showOption(record, *value);
    } else if (event.call == CallId::Ioctl) {
        addLine(QStringLiteral("*value"), QString::number(record.arguments[2]));
    } else if (event.call == CallId::Fcntl) {
        const QString note = QString::fromStdString(resultNote(record, event.result));
        if (!note.isEmpty()) {
            addLine(tr("answer"), note);
        }
    }
    if (event.opened != kNoSocket && (event.call == CallId::Dup || event.call == CallId::Fcntl)) {
        addSocket(tr("descriptor %1: another number for the same socket").arg(event.result), event.opened);
    }
}

// Of a seqpacket socket recv() says 0 for an empty message and for the end of file (unix(7)): who sent an
// empty message is known where SO_PASSCRED is on, and the peer's end tells the rest.
void CallResultView::showEmptyMessage(const Event& event, const CallRecord& record)
{
    const model::SocketGraph& graph = m_workbench.graph();
    const model::SocketNode* node = graph.find(event.socket);
    if (!receivesData(event.call) || event.result != 0 || node == nullptr || !node->isSeqpacket()) {
        return;
    }
    const auto* message = std::get_if<MessageDetails>(&record.details);
    const model::SocketNode* peer = graph.find(node->peer);
    if (message != nullptr && !message->control.empty()) {
        addLine(tr("0 bytes"),
            tr("a message of no bytes: it came with control messages, the end of file never does"));
    } else if (node->shutRead || (peer != nullptr && (!peer->open || peer->shutWrite))) {
        addLine(tr("0 bytes"), tr("end of file: the peer will send no more"));
    } else if (peer != nullptr) {
        addLine(tr("0 bytes"), tr("a message of no bytes: the peer can still send"));
    } else {
        addLine(tr("0 bytes"),
            tr("a message of no bytes, or the end of file: with SO_PASSCRED on, only a message has "
               "credentials"));
    }
}

void CallResultView::showMessage(const Event& event, const MessageDetails& message)
{
    if (event.call == CallId::Recvmsg) {
        addLine(
            QStringLiteral("msg_flags"), QString::fromStdString(flagsText(messageFlags(), message.flags)));
        for (const ControlMessage& control : message.control) {
            addLine(QString::fromStdString(constantText(controlTypes(control.level), control.type)),
                QString::fromStdString(controlDataText(control)));
        }
        if (message.controlRoom > 0) {
            addLine(QStringLiteral("msg_controllen"),
                tr("%1 of %2 bytes").arg(message.controlLength).arg(message.controlRoom));
        }
    }
    for (const OpenedDescriptor& opened : message.opened) {
        addSocket(fateOf(opened), opened.id);
    }
}

QString CallResultView::fateOf(const OpenedDescriptor& opened) const
{
    const model::SocketGraph& graph = m_workbench.graph();
    const model::SocketNode* node = graph.find(opened.id);
    const model::SocketNode* same = node != nullptr ? graph.find(node->duplicateOf) : nullptr;
    if (same != nullptr) {
        return tr("descriptor %1: a new number for the socket of fd %2").arg(opened.fd).arg(same->fd);
    }
    if (opened.domain < 0) {
        return tr("descriptor %1: %2").arg(opened.fd).arg(words::shown(opened.target));
    }
    return tr("descriptor %1: a socket of another program").arg(opened.fd);
}

void CallResultView::showPoll(const PollDetails& details)
{
    for (const PollEntry& entry : details.entries) {
        const QString events
            = QString::fromStdString(flagsText(pollEvents(), static_cast<std::uint16_t>(entry.revents)));
        addSocket(entry.revents == 0 ? tr("fd %1: nothing happened").arg(entry.fd)
                                     : QStringLiteral("fd %1: %2").arg(entry.fd).arg(events),
            entry.socket);
    }
}

void CallResultView::showOption(const CallRecord& record, const OptionBytes& value)
{
    const auto level = static_cast<int>(record.arguments[1]);
    const auto name = static_cast<int>(record.arguments[2]);
    addLine(QString::fromStdString(optionText(level, name)),
        words::shown(optionValueText(level, name, value.bytes, OptionUse::Got)));
    addLine(
        tr("as bytes"), hexOf(std::span(value.bytes).first(std::min<std::size_t>(value.bytes.size(), 64))));
}

void CallResultView::addLine(const QString& name, const QString& value)
{
    auto* line = new QLabel(name + QStringLiteral("  ") + value, this);
    line->setObjectName(QStringLiteral("resultLine-%1").arg(m_rows->count()));
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.9);
    line->setFont(code);
    m_rows->addWidget(line);
}

void CallResultView::addSocket(const QString& text, SocketId socket)
{
    if (m_workbench.graph().find(socket) == nullptr) {
        addLine(text, {});
        return;
    }
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(text, row);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true); // a path may be long
    auto* button = new QPushButton(tr("Show"), row);
    button->setObjectName(QStringLiteral("resultSocket-%1").arg(number(socket)));
    button->setAccessibleName(tr("Show") + u' ' + text);
    button->setProperty("flat", true);
    setHint(*button, tr("Shows this socket"));
    connect(button, &QPushButton::clicked, this, [this, socket] { m_workbench.select(socket); });
    line->addWidget(label, 1);
    line->addWidget(button);
    m_rows->addWidget(row);
}

}
