#include "ui/palette/creation_commands.h"

#include <QCoreApplication>

#include "netcore/sys/address.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ui::CreationCommands)
};

}

void addCreationCommands(const std::function<void(const Call&)>& make, std::vector<Command>& all)
{
    const auto add = [&](const QString& id, const QString& name, const Call& call) {
        Command command;
        command.id = id;
        command.name = name;
        command.path = words::callName(call.id) + QStringLiteral("()");
        command.run = [make, call] { make(call); };
        all.push_back(std::move(command));
    };
    for (const int domain : {AF_INET, AF_INET6, AF_UNIX}) {
        for (const int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
            const QString kind = QStringLiteral("%1-%2").arg(domain).arg(type);
            if (domain == AF_UNIX || type != SOCK_SEQPACKET) {
                add(QStringLiteral("new-") + kind,
                    Text::tr("New %1 %2 socket").arg(words::domain(domain), words::type(type)),
                    calls::socket(domain, type));
            }
            if (domain == AF_UNIX) {
                add(QStringLiteral("new-pair-") + kind, Text::tr("New UNIX %1 pair").arg(words::type(type)),
                    calls::socketpair(domain, type));
            }
        }
    }
}

}
