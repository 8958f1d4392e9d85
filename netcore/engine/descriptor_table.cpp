#include "netcore/engine/descriptor_table.h"

#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace netcore {

namespace {

constexpr int kTypeMask = 0xf; // SOCK_TYPE_MASK: above it are the flags

std::optional<struct stat> socketFileAt(const std::string& path)
{
    struct stat found { };
    const bool isSocket = ::lstat(path.c_str(), &found) == 0 && S_ISSOCK(found.st_mode);
    return isSocket ? std::optional(found) : std::nullopt;
}

}

DescriptorTable::~DescriptorTable()
{
    for (const auto& [id, descriptor] : m_open) {
        ::close(descriptor.fd);
    }
    for (const OwnPath& own : m_paths) {
        const auto now = socketFileAt(own.path);
        if (now && now->st_dev == own.device && now->st_ino == own.inode) {
            ::unlink(own.path.c_str());
        }
    }
}

SocketId DescriptorTable::add(const Descriptor& descriptor)
{
    const std::lock_guard lock(m_mutex);
    const SocketId id {++m_lastId};
    m_open.emplace(id, descriptor);
    return id;
}

SocketId DescriptorTable::created(int fd, int domain, int type, int protocol)
{
    return add({fd, domain, type & kTypeMask, protocol});
}

SocketId DescriptorTable::accepted(int fd, SocketId listener)
{
    Descriptor descriptor = find(listener).value_or(Descriptor());
    descriptor.fd = fd;
    return add(descriptor);
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

std::vector<SocketId> DescriptorTable::open() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<SocketId> ids;
    ids.reserve(m_open.size());
    for (const auto& [id, descriptor] : m_open) {
        ids.push_back(id);
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
        m_paths.push_back({path, made->st_dev, made->st_ino});
    }
}

}
