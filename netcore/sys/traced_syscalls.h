// A decorator: every call that goes through it becomes an event. This is the one place where events of calls
// come from.
//
// Threads: belongs to one thread, as its channel does.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <span>

#include "netcore/base/ids.h"
#include "netcore/events/call_record.h"
#include "netcore/events/event_stream.h"
#include "netcore/sys/syscalls.h"

namespace netcore {

// Gives identities to descriptors that calls create.
class SocketRegistry {
public:
    SocketRegistry() = default;
    SocketRegistry(const SocketRegistry&) = delete;
    SocketRegistry& operator=(const SocketRegistry&) = delete;
    virtual ~SocketRegistry() = default;

    // socket() has returned `fd`. Any thread.
    virtual SocketId created(int fd, int domain, int type, int protocol) = 0;
    // accept() on `listener` has returned `fd`. Any thread.
    virtual SocketId accepted(int fd, SocketId listener) = 0;
    // dup() of `original` has returned `fd`. Any thread.
    virtual SocketId duplicated(int fd, SocketId original) = 0;
    // `fd` has come out of a message. Any thread.
    virtual OpenedDescriptor received(int fd) = 0;
};

// On whose behalf the next calls are made.
struct CallContext {
    SocketId socket = kNoSocket;
    Ticket ticket = kNoTicket;
    ActorId actor = kNoActor;
    std::uint8_t flags = 0; // eventFlags
    std::atomic<bool>* returned = nullptr; // set before the event is published, where there is one
    const CallDetails* details = nullptr; // as they were asked for; valid during the call
};

class TracedSyscalls final : public Syscalls {
public:
    TracedSyscalls(Syscalls& inner, EventChannel& channel, SocketRegistry& registry);

    void setContext(const CallContext& context) { m_context = context; }

    CallResult socket(int domain, int type, int protocol) override;
    CallResult bind(int fd, const sockaddr* address, socklen_t length) override;
    CallResult listen(int fd, int backlog) override;
    CallResult accept(int fd, sockaddr* address, socklen_t* length) override;
    CallResult accept4(int fd, sockaddr* address, socklen_t* length, int flags) override;
    CallResult connect(int fd, const sockaddr* address, socklen_t length) override;
    CallResult send(int fd, const void* data, std::size_t size, int flags) override;
    CallResult sendto(int fd, const void* data, std::size_t size, int flags, const sockaddr* address,
        socklen_t length) override;
    CallResult recv(int fd, void* data, std::size_t size, int flags) override;
    CallResult recvfrom(
        int fd, void* data, std::size_t size, int flags, sockaddr* address, socklen_t* length) override;
    CallResult shutdown(int fd, int how) override;
    CallResult close(int fd) override;
    CallResult getsockname(int fd, sockaddr* address, socklen_t* length) override;
    CallResult getpeername(int fd, sockaddr* address, socklen_t* length) override;
    CallResult fchmod(int fd, mode_t mode) override;
    CallResult socketpair(int domain, int type, int protocol, int* pair) override;
    CallResult sendmsg(int fd, const msghdr* message, int flags) override;
    CallResult recvmsg(int fd, msghdr* message, int flags) override;
    CallResult read(int fd, void* data, std::size_t size) override;
    CallResult write(int fd, const void* data, std::size_t size) override;
    CallResult getsockopt(int fd, int level, int name, void* value, socklen_t* length) override;
    CallResult setsockopt(int fd, int level, int name, const void* value, socklen_t length) override;
    CallResult fcntl(int fd, int command, int argument) override;
    CallResult dup(int fd) override;
    CallResult poll(pollfd* entries, nfds_t count, int timeout) override;
    CallResult ioctl(int fd, unsigned long request, int* value) override;
    CallResult getaddrinfo(const LookUpDetails& wanted, std::vector<FoundAddress>& found) override;

private:
    using Arguments = std::array<std::int64_t, kMostParameters>;
    using Bytes = std::span<const std::byte>;

    // Makes `call`, times it, and publishes `record` with what `complete(record, result)` adds to it; what
    // that returns are the bytes that the call moved.
    template<typename Call, typename Complete>
    CallResult observe(CallRecord record, Call call, Complete complete);
    template<typename Call> CallResult observe(CallRecord record, Call call);
    template<typename Call>
    CallResult observeNaming(CallRecord record, sockaddr* address, socklen_t* length, Call call);
    MessageDetails detailsOf(const msghdr& message) const;
    Bytes gather(const msghdr& message, std::size_t size);
    void takeReceived(MessageDetails& details, const msghdr& message);

    const std::uint32_t m_tid;
    Syscalls& m_inner;
    EventChannel& m_channel;
    SocketRegistry& m_registry;
    CallContext m_context;
    SocketId m_opened = kNoSocket; // by the call that is being observed
    std::vector<std::byte> m_room; // for the argument block
    std::vector<std::byte> m_gathered; // the bytes of several buffers
};

}
