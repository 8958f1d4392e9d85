#include "ui/inspector/remedy_words.h"

#include <QCoreApplication>

#include "netcore/names/call_text.h"
#include "ui/words.h"

namespace ui::words {

using namespace netcore;
using model::Action;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("remedies", text);
}

int descriptorOf(SocketId socket, const model::SocketGraph& graph)
{
    const model::SocketNode* node = graph.find(socket);
    return node != nullptr && node->open ? node->fd : -1;
}

}

QString remedy(const model::Remedy& remedy, const model::SocketGraph& graph)
{
    switch (remedy.action) {
    case Action::BindPortZero:
        return tr("Use port 0");
    case Action::BindFreePort:
        return tr("Use port %1").arg(remedy.address.port());
    case Action::BindLoopback:
        return tr("Use %1").arg(address(remedy.address));
    case Action::ReuseAddress:
        return tr("Set SO_REUSEADDR");
    case Action::AllowBroadcast:
        return tr("Set SO_BROADCAST");
    case Action::RemoveStaleFile:
        return tr("Remove the stale file…");
    case Action::SelectHolder:
        return tr("Show fd %1").arg(descriptorOf(remedy.socket, graph));
    case Action::StartListener:
        return tr("Start a listener there");
    case Action::ListenThere:
        return tr("listen() on fd %1").arg(descriptorOf(remedy.socket, graph));
    case Action::CallAgain:
        return tr("Call %1() again").arg(callName(remedy.call));
    case Action::NewSocket:
        return tr("New socket");
    case Action::ShowCall:
        return tr("%1()…").arg(callName(remedy.call));
    }
    return {};
}

QString remedyHint(const model::Remedy& remedy, const model::SocketGraph& graph)
{
    switch (remedy.action) {
    case Action::RemoveStaleFile:
        return tr("Asks first; and looks again whether really nobody uses it");
    case Action::SelectHolder:
        return tr("Select the socket that has the address");
    case Action::ShowCall:
        return tr("Show the form of this call");
    default:
        break;
    }
    QStringList lines;
    CallTextStyle style;
    style.addresses = CallTextStyle::Addresses::Short;
    for (const Call& call : remedy.calls) {
        const CallRecord record = recordOf(call, descriptorOf(remedy.socket, graph));
        lines += QString::fromStdString(
            callText(record, call.data, call.data.size(), CallStage::Planned, style));
    }
    return lines.join(u'\n');
}

QString remedyName(const model::Remedy& remedy)
{
    // In the order of Action.
    static const QStringList names
        = QStringLiteral("bindPortZero bindFreePort bindLoopback reuseAddress allowBroadcast removeStaleFile "
                         "selectHolder startListener "
                         "listenThere callAgain newSocket show")
              .split(u' ');
    const QString name = QStringLiteral("remedy-") + names.value(static_cast<int>(remedy.action));
    return remedy.action == Action::ShowCall ? name + u'-' + callName(remedy.call) : name;
}

}
