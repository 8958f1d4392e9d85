#include "tests/bench/soak_talk.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <map>

#include "netcore/sys/linux_syscalls.h"
#include "netcore/sys/traced_syscalls.h"

namespace bench {

using namespace netcore;

namespace {

constexpr std::size_t kRing = std::size_t {1} << 16;
constexpr std::size_t kMessage = 64;
using Message = std::array<std::byte, kMessage>;

// Of the sockets of one thread.
class Registry final : public SocketRegistry {
public:
    explicit Registry(std::atomic<std::uint32_t>& last) : m_last(last) { }

    SocketId created(int fd, int, int, int) override { return add(fd); }
    SocketId accepted(int fd, SocketId) override { return add(fd); }
    SocketId duplicated(int fd, SocketId) override { return add(fd); }
    OpenedDescriptor received(int) override { return {}; }

    SocketId add(int fd) { return m_byDescriptor[fd] = SocketId {++m_last}; }
    SocketId of(int fd) const
    {
        const auto found = m_byDescriptor.find(fd);
        return found == m_byDescriptor.end() ? kNoSocket : found->second;
    }

private:
    std::atomic<std::uint32_t>& m_last; // of all threads
    std::map<int, SocketId> m_byDescriptor;
};

// A thread's own way to the kernel, which counts what it has asked.
class Caller {
public:
    Caller(EventStream& events, std::atomic<std::uint32_t>& lastSocket)
        : m_events(events)
        , m_channel(events.open(kRing))
        , m_registry(lastSocket)
        , m_traced(m_kernel, m_channel, m_registry)
    {
    }
    ~Caller() { m_events.retire(m_channel); }
    Caller(const Caller&) = delete;
    Caller& operator=(const Caller&) = delete;

    Syscalls& call(int fd = -1)
    {
        if (fd != m_on) {
            CallContext context;
            context.socket = m_registry.of(fd);
            m_traced.setContext(context);
            m_on = fd;
        }
        ++m_made;
        return m_traced;
    }
    void opened(int fd) { m_registry.add(fd); } // by somebody else
    std::uint64_t made() const { return m_made; }

    bool send(int fd, MessageNumber number)
    {
        Message message {};
        std::memcpy(message.data(), &number, sizeof number);
        return call(fd).send(fd, message.data(), message.size(), MSG_NOSIGNAL).ok();
    }
    // False: the other end has gone.
    bool receive(int fd, MessageNumber& number)
    {
        Message message {};
        for (std::size_t got = 0; got < message.size();) {
            const CallResult result = call(fd).recv(fd, message.data() + got, message.size() - got, 0);
            if (result.value <= 0) {
                return false;
            }
            got += static_cast<std::size_t>(result.value);
        }
        std::memcpy(&number, message.data(), sizeof number);
        return true;
    }

private:
    EventStream& m_events;
    EventChannel& m_channel;
    LinuxSyscalls m_kernel;
    Registry m_registry;
    TracedSyscalls m_traced;
    int m_on = -1;
    std::uint64_t m_made = 0;
};

using Pair = std::array<int, 2>;

Pair pairOf(Caller& caller, int type)
{
    Pair pair {-1, -1};
    caller.call().socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, pair.data());
    return pair;
}

Pair connected(Caller& caller)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* name = reinterpret_cast<sockaddr*>(&address);
    const auto newSocket = [&] {
        return static_cast<int>(caller.call().socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0).value);
    };
    const int listener = newSocket();
    caller.call(listener).bind(listener, name, length);
    caller.call(listener).listen(listener, 1);
    caller.call(listener).getsockname(listener, name, &length);
    const int client = newSocket();
    caller.call(client).connect(client, name, length);
    const int server = static_cast<int>(caller.call(listener).accept(listener, nullptr, nullptr).value);
    caller.call(listener).close(listener);
    return {client, server};
}

// One thread that holds both ends: no wake-up slows it down. Now and then it finds nothing.
void talkToItself(Caller& caller, const Pair& pair, const std::atomic<bool>& stop)
{
    Message message;
    bool goesOn = true;
    for (MessageNumber number = 0; goesOn && !stop; ++number) {
        MessageNumber came = 0;
        goesOn = caller.send(pair[0], number) && caller.receive(pair[1], came) && came == number;
        if (number % 64 == 0) {
            caller.call(pair[1]).recv(pair[1], message.data(), message.size(), MSG_DONTWAIT); // EAGAIN
        }
    }
    caller.call(pair[0]).close(pair[0]);
    caller.call(pair[1]).close(pair[1]);
}

void ask(Caller& caller, int fd, const std::atomic<bool>& stop)
{
    MessageNumber came = 0;
    for (MessageNumber number = 0; !stop && caller.send(fd, number) && caller.receive(fd, came); ++number) { }
    caller.call(fd).shutdown(fd, SHUT_RDWR); // who answers is asleep
    caller.call(fd).close(fd);
}

void answer(Caller& caller, int fd)
{
    for (MessageNumber came = 0; caller.receive(fd, came) && caller.send(fd, came);) { }
    caller.call(fd).close(fd);
}

}

Talk::Talk(EventStream& events) : m_events(events)
{
    const auto start = [this](auto work) {
        ++m_running;
        m_threads.emplace_back([this, work] {
            {
                Caller caller(m_events, m_lastSocket);
                work(caller);
                m_made += caller.made();
            }
            --m_running;
        });
    };
    for (const int type : {SOCK_STREAM, SOCK_DGRAM}) {
        start([this, type](Caller& caller) { talkToItself(caller, pairOf(caller, type), m_stop); });
    }
    start([this](Caller& caller) { talkToItself(caller, connected(caller), m_stop); });
    Pair pair {-1, -1}; // two threads that wait for each other
    ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data());
    start([this, fd = pair[0]](Caller& caller) {
        caller.opened(fd);
        ask(caller, fd, m_stop);
    });
    start([fd = pair[1]](Caller& caller) {
        caller.opened(fd);
        answer(caller, fd);
    });
}

}
