// The kernel with a hook before each call: to hold a thread at the worst moment.
#pragma once

#include "netcore/sys/intercepted_syscalls.h"
#include "netcore/sys/linux_syscalls.h"

namespace support {

class HookedSyscalls final : public netcore::InterceptedSyscalls {
public:
    using Hook = std::function<void(netcore::CallId, int fd)>;
    explicit HookedSyscalls(Hook before) : InterceptedSyscalls(m_linux), m_before(std::move(before)) { }

private:
    netcore::CallResult intercept(
        netcore::CallId call, int fd, std::size_t& /*size*/, const Make& make) override
    {
        m_before(call, fd);
        return make();
    }

    const Hook m_before;
    netcore::LinuxSyscalls m_linux; // named by reference before it exists: not called before
};

}
