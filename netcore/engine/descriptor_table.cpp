#include "netcore/engine/descriptor_table.h"

#include <filesystem>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace netcore {

namespace {

constexpr int kTypeMask = 0xf; // SOCK_TYPE_MASK: above it are the flags

int optionOf(int fd, int option)
{
    int value = 0;
    socklen_t length = sizeof value;
    return ::getsockopt(fd, SOL_SOCKET, option, &value, &length) == 0 ? value : 0;
}

}

DescriptorTable::~DescriptorTable()
{
    for (const auto& [id, descriptor] : m_open) {
        ::close(descriptor.fd);
    }
    for (const OwnPath& own : m_paths) {
        if (socketFileAt(own.path) == own.file) {
            ::unlink(own.path.c_str());
        }
    }
}

SocketId DescriptorTable::add(const Descriptor& descriptor)
{
    const std::lock_guard lock(m_mutex);
    const SocketId id {++m_lastId};
    m_open.emplace(id, descriptor);
    m_known.push_back(descriptor);
    return id;
}

SocketId DescriptorTable::created(int fd, int domain, int type, int protocol)
{
    return add({fd, domain, type & kTypeMask, protocol});
}

// Also where the listener was closed while accept() slept on it: the kernel still gives a connection.
SocketId DescriptorTable::accepted(int fd, SocketId listener)
{
    Descriptor descriptor;
    {
        const std::lock_guard lock(m_mutex);
        const std::size_t index = number(listener);
        descriptor = index > 0 && index <= m_known.size() ? m_known[index - 1] : Descriptor();
    }
    descriptor.fd = fd;
    return add(descriptor);
}

SocketId DescriptorTable::duplicated(int fd, SocketId original)
{
    return accepted(fd, original); // the same in all but the number
}

OpenedDescriptor DescriptorTable::received(int fd)
{
    OpenedDescriptor opened;
    opened.fd = fd;
    struct stat found { };
    if (::fstat(fd, &found) == 0 && S_ISSOCK(found.st_mode)) {
        opened.domain = optionOf(fd, SO_DOMAIN);
        opened.type = optionOf(fd, SO_TYPE);
        opened.protocol = optionOf(fd, SO_PROTOCOL);
    } else {
        std::error_code ignored;
        opened.target
            = std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(fd), ignored).string();
    }
    opened.id = add({fd, opened.domain, opened.type, opened.protocol});
    return opened;
}

std::optional<Descriptor> DescriptorTable::find(SocketId id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_open.find(id);
    return found == m_open.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Descriptor> DescriptorTable::take(SocketId id)
{
    const std::lock_guard lock(m_mutex);
    const auto node = m_open.extract(id);
    return node ? std::optional(node.mapped()) : std::nullopt;
}

std::vector<SocketId> DescriptorTable::openAfter(SocketId last) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<SocketId> ids;
    for (auto entry = m_open.upper_bound(last); entry != m_open.end(); ++entry) {
        ids.push_back(entry->first);
    }
    return ids;
}

bool DescriptorTable::visit(SocketId id, const std::function<void(const Descriptor&)>& look) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_open.find(id);
    if (found == m_open.end()) {
        return false;
    }
    look(found->second);
    return true;
}

void DescriptorTable::rememberPath(const Address& address)
{
    if (address.path().empty()) {
        return;
    }
    std::error_code ignored; // a folder that has vanished meanwhile: then there is nothing to remember
    const std::string path = std::filesystem::absolute(address.path(), ignored).string();
    if (const auto made = socketFileAt(path)) {
        const std::lock_guard lock(m_mutex);
        m_paths.push_back({path, *made});
    }
}

}
