#include "tests/model/session_bench.h"

#include <sys/socket.h>

#include "netcore/names/call_text.h"
#include "tests/support/event_recorder.h"

using namespace netcore;

bool SessionBench::waitFor(const std::function<bool()>& holds)
{
    return support::eventually([&] {
        session.drain();
        return holds();
    });
}

std::string SessionBench::resultOf(Ticket ticket)
{
    model::Row looked = 0;
    std::string result = "never";
    const model::EventStore& store = session.store();
    waitFor([&] {
        for (; looked < store.size() && result == "never"; ++looked) {
            const Event event = store.event(looked);
            const bool own = (event.flags & eventFlags::kAutomatic) == 0;
            if (event.ticket == ticket && event.kind == EventKind::Call && own) {
                result = resultText(event.call, event.result, event.error);
            }
        }
        return result != "never";
    });
    return result;
}

std::string SessionBench::make(Call call, SocketId socket)
{
    const auto posted = session.post(std::move(call), socket);
    return posted.ok() ? resultOf(posted.value()) : "not posted";
}

SocketId SessionBench::newest() const
{
    const auto& sockets = session.graph().sockets();
    return sockets.empty() ? kNoSocket : sockets.rbegin()->first;
}

const model::SocketNode& SessionBench::node(SocketId socket) const
{
    static const model::SocketNode none;
    const model::SocketNode* found = session.graph().find(socket);
    return found != nullptr ? *found : none;
}

SocketId SessionBench::socket(int domain, int type)
{
    make(calls::socket(domain, type));
    return newest();
}

Address SessionBench::freePlace(int domain)
{
    switch (domain) {
    case AF_INET:
        return Address::ipv4(0x7f000001, 0);
    case AF_INET6:
        return Address::ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0);
    default:
        return Address::unixPath(m_folder.file(std::to_string(++m_names)));
    }
}

SocketId SessionBench::bound(int domain, int type)
{
    const SocketId made = socket(domain, type);
    make(calls::bind(freePlace(domain)), made);
    make(calls::getsockname(), made);
    return made;
}

SocketId SessionBench::listener(int domain, int flags, int backlog)
{
    const SocketId made = bound(domain, SOCK_STREAM | flags);
    make(calls::listen(backlog), made);
    return made;
}
