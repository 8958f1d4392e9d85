// A decorator whose subclass has a word in every call: it sees which one is to be made, and makes it, changes
// it, or answers in the kernel's place.
//
// Threads: as many as `inner` may have; intercept() is called by each of them.
#pragma once

#include <functional>

#include "netcore/names/calls.h"
#include "netcore/sys/syscalls.h"

namespace netcore {

class InterceptedSyscalls : public Syscalls {
public:
    explicit InterceptedSyscalls(Syscalls& inner) : m_inner(inner) { }

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

protected:
    using Make = std::function<CallResult()>;
    // `size`: of the buffer, for calls with one plain buffer (0 for others); make() uses what it is then.
    virtual CallResult intercept(CallId call, int fd, std::size_t& size, const Make& make) = 0;
    Syscalls& inner() { return m_inner; }

private:
    Syscalls& m_inner;
};

}
