// Which descriptor number a socket has, as long as it has one.
//
// Threads: any; one mutex inside, held for a look-up, or for the few system calls of one sample.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "netcore/sys/address.h"
#include "netcore/sys/file_identity.h"
#include "netcore/sys/traced_syscalls.h"

namespace netcore {

struct Descriptor {
    int fd = -1;
    int domain = 0;
    int type = 0; // without SOCK_NONBLOCK and SOCK_CLOEXEC
    int protocol = 0;
};

class DescriptorTable final : public SocketRegistry {
public:
    // Closes what is still open and removes the UNIX paths that bind() made here, unless somebody else's file
    // has taken their place.
    ~DescriptorTable() override;

    SocketId created(int fd, int domain, int type, int protocol) override;
    SocketId accepted(int fd, SocketId listener) override;
    SocketId duplicated(int fd, SocketId original) override;
    OpenedDescriptor received(int fd) override;

    std::optional<Descriptor> find(SocketId id) const;
    // For close(): after this nobody finds the number any more, so nobody can use it for the next socket's.
    std::optional<Descriptor> take(SocketId id);
    std::vector<SocketId> open() const { return openAfter(kNoSocket); }
    // Those that are open and were made after `last`, ascending.
    std::vector<SocketId> openAfter(SocketId last) const;
    // Calls `look` while the descriptor is certain not to be closed by a command. False: it is closed
    // already.
    bool visit(SocketId id, const std::function<void(const Descriptor&)>& look) const;

    // bind() has made this file; it is ours to remove.
    void rememberPath(const Address& address);

private:
    SocketId add(const Descriptor& descriptor);

    struct OwnPath {
        std::string path;
        FileIdentity file;
    };
    mutable std::mutex m_mutex; // guards all of it
    std::uint32_t m_lastId = 0;
    std::map<SocketId, Descriptor> m_open;
    std::vector<Descriptor> m_known; // all that ever were, by id from 1: what kind of socket each is
    std::vector<OwnPath> m_paths;
};

}
