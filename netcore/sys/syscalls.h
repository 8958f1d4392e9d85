// The kernel, seen through one interface: a method a call, with libc's own arguments.
//
// Bodies: LinuxSyscalls (the kernel), TracedSyscalls (a decorator that writes an event for every call). A
// faulty and a fake one for torture and fuzzing take their place beside these. Threads: LinuxSyscalls has no
// state and may be shared; a decorator says for itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <sys/socket.h>
#include <sys/types.h>

namespace netcore {

// What a call gave back. An errno is content here, not failure.
struct CallResult {
    std::int64_t value = -1;
    int error = 0; // errno, where value is -1

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
};

}
