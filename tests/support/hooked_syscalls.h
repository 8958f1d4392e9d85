// The kernel with a hook before each call: to hold a thread at the worst moment.
#pragma once

#include <functional>

#include "netcore/names/calls.h"
#include "netcore/sys/linux_syscalls.h"

namespace support {

class HookedSyscalls final : public netcore::Syscalls {
public:
    using Hook = std::function<void(netcore::CallId, int fd)>;
    explicit HookedSyscalls(Hook before) : m_before(std::move(before)) { }

    netcore::CallResult socket(int domain, int type, int protocol) override;
    netcore::CallResult bind(int fd, const sockaddr* address, socklen_t length) override;
    netcore::CallResult listen(int fd, int backlog) override;
    netcore::CallResult accept(int fd, sockaddr* address, socklen_t* length) override;
    netcore::CallResult accept4(int fd, sockaddr* address, socklen_t* length, int flags) override;
    netcore::CallResult connect(int fd, const sockaddr* address, socklen_t length) override;
    netcore::CallResult send(int fd, const void* data, std::size_t size, int flags) override;
    netcore::CallResult sendto(int fd, const void* data, std::size_t size, int flags, const sockaddr* address,
        socklen_t length) override;
    netcore::CallResult recv(int fd, void* data, std::size_t size, int flags) override;
    netcore::CallResult recvfrom(
        int fd, void* data, std::size_t size, int flags, sockaddr* address, socklen_t* length) override;
    netcore::CallResult shutdown(int fd, int how) override;
    netcore::CallResult close(int fd) override;
    netcore::CallResult getsockname(int fd, sockaddr* address, socklen_t* length) override;
    netcore::CallResult getpeername(int fd, sockaddr* address, socklen_t* length) override;
    netcore::CallResult fchmod(int fd, mode_t mode) override;

private:
    const Hook m_before;
    netcore::LinuxSyscalls m_linux;
};

}
