// The kernel, seen through one interface: a method a call, with libc's own arguments.
//
// Bodies: LinuxSyscalls (the kernel), TracedSyscalls (a decorator that writes an event for every call). A
// faulty and a fake one for torture and fuzzing take their place beside these. Threads: LinuxSyscalls has no
// state and may be shared; a decorator says for itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <poll.h>
#include <sys/socket.h>
#include <sys/types.h>

#include "netcore/events/call_details.h"

namespace netcore {

// What a call gave back. An errno is content here, not failure.
struct CallResult {
    std::int64_t value = -1;
    int error = 0; // errno, where value is -1 (getaddrinfo(): where it is EAI_SYSTEM)
    bool sigpipe = false; // the kernel sent SIGPIPE too (signal(7)); nobody felt it

    bool ok() const { return value >= 0; }
};

class Syscalls {
public:
    Syscalls() = default;
    Syscalls(const Syscalls&) = delete;
    Syscalls& operator=(const Syscalls&) = delete;
    virtual ~Syscalls() = default;

    virtual CallResult socket(int domain, int type, int protocol) = 0;
    virtual CallResult bind(int fd, const sockaddr* address, socklen_t length) = 0;
    virtual CallResult listen(int fd, int backlog) = 0;
    virtual CallResult accept(int fd, sockaddr* address, socklen_t* length) = 0;
    virtual CallResult accept4(int fd, sockaddr* address, socklen_t* length, int flags) = 0;
    virtual CallResult connect(int fd, const sockaddr* address, socklen_t length) = 0;
    virtual CallResult send(int fd, const void* data, std::size_t size, int flags) = 0;
    virtual CallResult sendto(
        int fd, const void* data, std::size_t size, int flags, const sockaddr* address, socklen_t length)
        = 0;
    virtual CallResult recv(int fd, void* data, std::size_t size, int flags) = 0;
    virtual CallResult recvfrom(
        int fd, void* data, std::size_t size, int flags, sockaddr* address, socklen_t* length)
        = 0;
    virtual CallResult shutdown(int fd, int how) = 0;
    virtual CallResult close(int fd) = 0;
    virtual CallResult getsockname(int fd, sockaddr* address, socklen_t* length) = 0;
    virtual CallResult getpeername(int fd, sockaddr* address, socklen_t* length) = 0;
    virtual CallResult fchmod(int fd, mode_t mode) = 0;
    virtual CallResult socketpair(int domain, int type, int protocol, int* pair) = 0; // int pair[2]
    virtual CallResult sendmsg(int fd, const msghdr* message, int flags) = 0;
    virtual CallResult recvmsg(int fd, msghdr* message, int flags) = 0;
    virtual CallResult read(int fd, void* data, std::size_t size) = 0;
    virtual CallResult write(int fd, const void* data, std::size_t size) = 0;
    virtual CallResult getsockopt(int fd, int level, int name, void* value, socklen_t* length) = 0;
    virtual CallResult setsockopt(int fd, int level, int name, const void* value, socklen_t length) = 0;
    virtual CallResult fcntl(int fd, int command, int argument) = 0;
    virtual CallResult dup(int fd) = 0;
    virtual CallResult poll(pollfd* entries, nfds_t count, int timeout) = 0;
    virtual CallResult ioctl(int fd, unsigned long request, int* value) = 0;
    // libc's, with its list as values. Value: 0 or EAI_*.
    virtual CallResult getaddrinfo(const LookUpDetails& wanted, std::vector<FoundAddress>& found) = 0;
};

}
