#include "netcore/engine/engine.h"

#include <algorithm>
#include <chrono>
#include <sys/stat.h>
#include <thread>

#include "netcore/engine/perform.h"
#include "netcore/engine/thread_state.h"

namespace netcore {

using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenLooks = 100us;
constexpr int kMostLooks = 20'000;

// What bind() reads: as many bytes as its length argument says. Beyond those that were given stand zeros.
Address addressAsPassed(const Call& call)
{
    const auto said = static_cast<socklen_t>(call.arguments[2]);
    const Address given = call.address.value_or(Address());
    return Address::fromBytes(given.bytes().first(std::min(said, given.length())));
}

}

Engine::Engine(Syscalls& kernel, EventStream& events)
    : m_kernel(kernel)
    , m_events(events)
    , m_investigator(m_sockets, events)
    , m_sampler(m_sockets, events)
    , m_pool([this] { return makeCaller(); }, [this] { m_watcher.changed(); })
    , m_watcher(m_pool, m_sockets, events)
{
}

Engine::~Engine()
{
    m_events.close(); // nobody may wait for a consumer that is about to leave
    m_pool.stop();
    m_pool.cancelAll();
    // The watcher goes on waking sleepers meanwhile.
    while (m_pool.threads() > 0) {
        std::this_thread::sleep_for(100us);
    }
}

WorkerPool::Caller Engine::makeCaller()
{
    struct Thread {
        Thread(Engine& owner)
            : events(owner.m_events), channel(events.open()), kernel(owner.m_kernel, channel, owner.m_sockets)
        {
        }
        ~Thread() { events.retire(channel); }
        Thread(const Thread&) = delete;
        Thread& operator=(const Thread&) = delete;

        EventStream& events;
        EventChannel& channel;
        TracedSyscalls kernel;
    };
    return [this, own = std::make_shared<Thread>(*this)](Ticket ticket, const Command& command,
               std::atomic<bool>& returned) { make(own->kernel, ticket, command, returned); };
}

bool Engine::bindsPath(const Command& command) const
{
    const auto socket = m_sockets.find(command.socket);
    return command.call.id == CallId::Bind && socket && socket->domain == AF_UNIX
        && !addressAsPassed(command.call).path().empty();
}

void Engine::make(TracedSyscalls& kernel, Ticket ticket, const Command& command, std::atomic<bool>& returned)
{
    const bool closes = command.call.id == CallId::Close;
    const TcpEnds ends = closes ? m_sampler.lookNow(command.socket) : TcpEnds();
    m_sampler.calling(command);
    const int fd = descriptorFor(ticket, command);
    const bool makesFile = bindsPath(command);
    if (makesFile) {
        // The file that bind() makes takes its mode from the socket: so it is never open to others, not for a
        // moment.
        kernel.setContext(
            {command.socket, kNoTicket, command.actor, eventFlags::kAutomatic, nullptr, nullptr});
        kernel.fchmod(fd, S_IRUSR | S_IWUSR);
    }
    kernel.setContext({command.socket, ticket, command.actor, 0, &returned, &command.call.details});
    const CallResult result = namedIn(command.call).empty()
        ? perform(kernel, command.call, fd)
        : perform(kernel, withDescriptors(command.call, [this](SocketId id) { return numberOf(id); }), fd);
    if (makesFile && result.ok()) {
        m_sockets.rememberPath(addressAsPassed(command.call));
    }
    if (closes) {
        m_sampler.closed(command.socket, ends);
    } else {
        m_sampler.returned(command);
    }
    investigate(ticket, command, result);
}

void Engine::investigate(Ticket ticket, const Command& command, const CallResult& result)
{
    const Descriptor socket = m_sockets.find(command.socket).value_or(Descriptor());
    const Question question {ticket, command.socket, command.actor, command.call.id,
        result.ok() ? 0 : result.error, socket.domain, socket.type, command.call.address.value_or(Address())};
    if (Investigator::cares(question)) {
        m_investigator.ask(question);
    }
}

int Engine::descriptorFor(Ticket ticket, const Command& command)
{
    if (command.call.id == CallId::Close) {
        const auto taken = m_sockets.take(command.socket);
        if (!taken) {
            return -1;
        }
        letOthersFallAsleep(ticket, command.socket);
        return taken->fd;
    }
    return numberOf(command.socket);
}

int Engine::numberOf(SocketId socket) const
{
    const auto found = m_sockets.find(socket);
    return found ? found->fd : -1;
}

// Before close() frees the number: a call on the same socket that was just posted may not have entered the
// kernel yet, and would use the number when it belongs to somebody else. Asleep or returned, it can't. (The
// limit is for a system without /proc, where nobody can see them sleep.)
void Engine::letOthersFallAsleep(Ticket ticket, SocketId socket) const
{
    const auto underWay = [&](const CallInFlight& call) {
        const bool uses = call.socket == socket || std::ranges::find(call.named, socket) != call.named.end();
        return uses && call.ticket != ticket && !asleepIn(call.tid, describe(call.call).kernelNumber);
    };
    for (int attempt = 0; attempt < kMostLooks && std::ranges::any_of(m_pool.inFlight(), underWay);
         ++attempt) {
        std::this_thread::sleep_for(kBetweenLooks);
    }
}

}
