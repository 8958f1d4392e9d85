// The kernel itself: libc's functions, errno taken at once. Nothing is retried, added or changed on the way.
#pragma once

#include "netcore/sys/syscalls.h"

namespace netcore {

class LinuxSyscalls final : public Syscalls {
public:
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
};

}
