#include "ui/address_proposal.h"

#include "ui/words.h"

namespace ui {

namespace {

bool couldBeMeant(const model::SocketNode& from, const model::SocketNode& other)
{
    return other.open && other.id != from.id && other.domain == from.domain && other.type == from.type
        && !other.accepted && !other.local.isEmpty() && (other.listening || other.isDatagram());
}

}

QString addressToBind(Workbench& workbench, int domain)
{
    switch (domain) {
    case AF_INET6:
        return workbench.proposesAnyAddress() ? QStringLiteral("[::]:0") : QStringLiteral("[::1]:0");
    case AF_UNIX:
        return workbench.freeUnixPath();
    default:
        return workbench.proposesAnyAddress() ? QStringLiteral("0.0.0.0:0") : QStringLiteral("127.0.0.1:0");
    }
}

QString addressToReach(Workbench& workbench, const model::SocketNode& from)
{
    if (!from.lastSender.isEmpty()) {
        return words::address(from.lastSender);
    }
    const model::SocketNode* newest = nullptr;
    for (const auto& [id, other] : workbench.graph().sockets()) {
        newest = couldBeMeant(from, other) ? &other : newest;
    }
    if (newest != nullptr) {
        return words::address(newest->local);
    }
    switch (from.domain) {
    case AF_INET6:
        return QStringLiteral("[::1]:5000");
    case AF_INET:
        return QStringLiteral("127.0.0.1:5000");
    default:
        return {};
    }
}

}
