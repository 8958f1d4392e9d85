#include "netcore/engine/socket_index.h"

#include <netinet/in.h>

#include "netcore/base/value_at.h"
#include "netcore/sys/same_place.h"

namespace netcore {

namespace {

template<typename Value> void append(std::string& text, const Value& value)
{
    text.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string key(const Address& written)
{
    const Address address = unmapped(written);
    std::string text;
    if (address.family() == AF_INET) {
        append(text, valueAt<sockaddr_in>(address.bytes()).sin_addr);
        append(text, address.port());
    } else if (address.family() == AF_INET6) {
        append(text, valueAt<sockaddr_in6>(address.bytes()).sin6_addr);
        append(text, address.port());
    }
    return text;
}

// What is bound to any address of this port may get it; UNIX names are bytes.
std::string nameKey(const Address& address)
{
    if (address.family() == AF_UNIX) {
        return {reinterpret_cast<const char*>(address.data()), address.length()};
    }
    std::string text = "port";
    append(text, address.port());
    return address.port() == 0 ? std::string() : text;
}

std::string endsKey(const Address& one, const Address& other)
{
    const std::string first = key(one);
    const std::string second = key(other);
    return first.empty() || second.empty() ? std::string() : first + second;
}

template<typename Map, typename Key> void eraseEntry(Map& map, const Key& key, SocketId id)
{
    const auto range = map.equal_range(key);
    for (auto entry = range.first; entry != range.second; ++entry) {
        if (entry->second == id) {
            map.erase(entry);
            return;
        }
    }
}

}

void SocketIndex::put(SocketId id, const KernelView& view)
{
    Keys keys {view.inode, endsKey(view.local, view.peer), {}};
    const bool isDatagram = view.type != SOCK_STREAM && view.type != SOCK_SEQPACKET;
    if (isDatagram || (view.peer.isEmpty() && view.peerInode == 0)) {
        keys.name = view.local.length() > sizeof(sa_family_t) ? nameKey(view.local) : std::string();
    }
    if (const auto known = m_keys.find(id); known != m_keys.end()) {
        if (known->second.inode == keys.inode && known->second.ends == keys.ends
            && known->second.name == keys.name) {
            return;
        }
        remove(id);
    }
    if (keys.inode != 0) {
        m_byInode[keys.inode] = id;
    }
    if (!keys.ends.empty()) {
        m_byEnds[keys.ends] = id;
    }
    if (!keys.name.empty()) {
        m_byName.emplace(keys.name, id);
    }
    m_keys.emplace(id, std::move(keys));
}

void SocketIndex::remove(SocketId id)
{
    const auto known = m_keys.find(id);
    if (known == m_keys.end()) {
        return;
    }
    eraseEntry(m_byInode, known->second.inode, id);
    eraseEntry(m_byEnds, known->second.ends, id);
    eraseEntry(m_byName, known->second.name, id);
    m_keys.erase(known);
}

SocketId SocketIndex::otherEndOf(const KernelView& view) const
{
    if (view.peerInode != 0) {
        const auto found = m_byInode.find(view.peerInode);
        return found == m_byInode.end() ? kNoSocket : found->second;
    }
    const auto found = m_byEnds.find(endsKey(view.peer, view.local));
    return found == m_byEnds.end() ? kNoSocket : found->second;
}

std::vector<SocketId> SocketIndex::boundTo(const Address& address) const
{
    std::vector<SocketId> found;
    const auto range = m_byName.equal_range(nameKey(address));
    for (auto entry = range.first; entry != range.second && found.size() < kMostAt; ++entry) {
        found.push_back(entry->second);
    }
    return found;
}

}
