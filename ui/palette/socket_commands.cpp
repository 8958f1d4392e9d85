#include "ui/palette/socket_commands.h"

#include <QCoreApplication>

#include "model/lifecycle/legality.h"
#include "model/lifecycle/lifecycle_diagram.h"
#include "netcore/names/constants.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ui::SocketCommands)
};

QString nameOfSocket(const model::SocketNode& socket)
{
    return socket.open ? QStringLiteral("fd %1").arg(socket.fd) : Text::tr("fd %1 (closed)").arg(socket.fd);
}

Command commandOf(Workbench& workbench, const model::SocketNode& socket, CallId call)
{
    Command command;
    command.id = QStringLiteral("call-") + words::callName(call);
    command.name = Text::tr("%1() of %2").arg(words::callName(call), nameOfSocket(socket));
    command.path = Text::tr("Call of the selected socket");
    const model::Legality legal = model::legality(socket, call);
    if (!legal.legal) {
        command.isUsual = false;
        command.note = legal.error == 0 ? Text::tr("Not legal now; it can be made all the same")
                                        : Text::tr("Now it would give %1; it can be made all the same")
                                              .arg(QString::fromStdString(errnoText(legal.error)));
    }
    command.run = [&workbench, id = socket.id, call] { workbench.showForm(id, call); };
    return command;
}

}

void addCallCommands(Workbench& workbench, std::vector<Command>& all)
{
    const model::SocketNode* socket = workbench.selectedSocket();
    if (socket == nullptr || !workbench.session().isLive() || !workbench.isAtPresent()) {
        return;
    }
    const model::LifecycleDiagram diagram = model::lifecycleOf(*socket);
    std::vector<CallId> calls;
    for (const auto* steps : {&diagram.steps, &diagram.others}) {
        for (const model::LifecycleStep& step : *steps) {
            const bool known = std::find(calls.begin(), calls.end(), step.call) != calls.end();
            if (!known && step.call != CallId::Socket && step.call != CallId::Socketpair) {
                calls.push_back(step.call);
                all.push_back(commandOf(workbench, *socket, step.call));
            }
        }
    }
}

void addSocketCommands(
    const Workbench& workbench, const std::function<void(SocketId)>& jump, std::vector<Command>& all)
{
    for (const auto& [id, socket] : workbench.graph().sockets()) {
        Command command;
        command.id = QStringLiteral("socket-%1").arg(static_cast<quint64>(id));
        command.name = nameOfSocket(socket) + QStringLiteral("  ") + words::kind(socket);
        const QString addresses = words::addresses(socket);
        command.path = addresses.isEmpty() ? words::state(socket)
                                           : words::state(socket) + QStringLiteral(" · ") + addresses;
        command.run = [jump, id = id] { jump(id); };
        all.push_back(std::move(command));
    }
}

}
