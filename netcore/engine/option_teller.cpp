#include "netcore/engine/option_teller.h"

#include <unistd.h>
#include <utility>

#include "netcore/base/clock.h"

namespace netcore {

void OptionTeller::look(SocketId socket)
{
    Event event {};
    event.time = monotonicNow();
    m_channel.announce(event.time);
    std::vector<std::byte> bytes;
    m_sockets.visit(socket, [&](const Descriptor& descriptor) {
        bytes = m_memory.look(socket, descriptor);
        event.took = monotonicNow() - event.time; // before the socket's close(), in the log as well
    });
    if (bytes.empty()) {
        m_channel.withdraw();
        return;
    }
    event.socket = socket;
    event.tid = static_cast<std::uint32_t>(::gettid());
    event.kind = EventKind::Options;
    event.flags = eventFlags::kAutomatic;
    if (m_channel.tryPublish(event, {}, bytes)) {
        m_memory.told();
    } else {
        m_untold.insert(socket);
    }
}

void OptionTeller::retry()
{
    for (const SocketId socket : std::exchange(m_untold, {})) {
        look(socket);
    }
}

void OptionTeller::forget(SocketId socket)
{
    m_memory.forget(socket);
    m_untold.erase(socket);
}

}
