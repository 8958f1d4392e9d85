#include "model/export/address_book.h"

#include <algorithm>
#include <cerrno>

#include "netcore/names/calls.h"

namespace model {

using namespace netcore;
using Kind = AddressBook::Meaning::Kind;

namespace {

bool sameHost(const Address& own, const Address& asked)
{
    if (own.isWildcard() || asked.isWildcard()) {
        return true; // a dual-stack socket has names of two families
    }
    const auto host = [](const Address& address) {
        const std::size_t from = address.family() == AF_INET ? 4 : 8;
        return address.bytes().subspan(std::min(from, address.bytes().size()),
            std::min<std::size_t>(address.family() == AF_INET ? 4 : 16,
                address.bytes().size() - std::min(from, address.bytes().size())));
    };
    return own.family() == asked.family() && std::ranges::equal(host(own), host(asked));
}

std::string_view lastPart(std::string_view path)
{
    while (path.size() > 1 && path.ends_with('/')) {
        path.remove_suffix(1);
    }
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// In which a path means something that no folder of ours has.
bool isAboutThePath(int error)
{
    return error == EACCES || error == EROFS || error == ENOTDIR || error == ELOOP || error == EPERM
        || error == ENAMETOOLONG;
}

}

AddressBook::AddressBook(const ExportSource& source) : m_source(source)
{
    for (const auto& [id, node] : source.graph.sockets()) {
        if (node.local.port() != 0) {
            m_byPort.emplace(node.local.port(), id);
        } else if (node.local.abstractName().size() == 5 && !node.accepted) { // unix(7), "autobind"
            m_autobound.emplace(node.local.abstractName(), id);
        }
    }
}

// A socket that the kernel gave this name; of several the one that the name was made for.
SocketId AddressBook::chosenFor(const Address& address, Row row) const
{
    SocketId best = kNoSocket;
    int bestRank = -1;
    const auto [first, last] = m_byPort.equal_range(address.port());
    for (auto at = first; at != last; ++at) {
        const SocketNode* node = m_source.graph.find(at->second);
        if (node == nullptr || node->created > row || !sameHost(node->local, address)) {
            continue;
        }
        const int rank = (node->bound ? 4 : 0) + (node->accepted || node->duplicateOf != kNoSocket ? 0 : 2);
        if (rank >= bestRank) { // of equal ones the younger
            best = at->second;
            bestRank = rank;
        }
    }
    return m_fixed.contains(best) ? kNoSocket : best;
}

AddressBook::Meaning AddressBook::meaningOf(const Address& address, Row row, const Event& event)
{
    if (address.family() == AF_UNIX) {
        if (const auto own = m_autobound.find(address.abstractName());
            own != m_autobound.end() && !m_fixed.contains(own->second)) {
            return {Kind::Local, own->second, {}, false};
        }
        const bool isAbstract = address.abstractName().starts_with('/');
        const std::string_view path = isAbstract ? address.abstractName() : address.path();
        if (path.empty() || path.find('\0') != std::string_view::npos || isAboutThePath(event.error)) {
            return {};
        }
        return {Kind::InFolder, kNoSocket, nameInFolder(path), isAbstract};
    }
    if (address.port() == 0 || event.call == CallId::Bind) {
        const SocketId own = address.port() == 0 ? kNoSocket : chosenFor(address, row);
        return own == kNoSocket || own == event.socket ? Meaning() : Meaning {Kind::Local, own, {}, false};
    }
    if (const auto sender = m_senders.find(event.socket);
        sender != m_senders.end() && sender->second == address) {
        return {Kind::Sender, event.socket, {}, false};
    }
    const SocketId own = chosenFor(address, row);
    return own == kNoSocket ? Meaning() : Meaning {Kind::Local, own, {}, false};
}

void AddressBook::take(Row /*row*/, const Event& event, const CallRecord& record)
{
    if (event.kind != EventKind::Call || event.result < 0 || !record.hasAddress) {
        return;
    }
    if (event.call == CallId::Bind) {
        const bool chosen
            = record.address.family() == AF_UNIX ? record.addressLength <= 2 : record.address.port() == 0;
        if (!chosen) {
            m_fixed.insert(event.socket);
        }
    } else if (event.call == CallId::Accept || event.call == CallId::Accept4 || event.call == CallId::Recvfrom
        || event.call == CallId::Recvmsg) {
        m_senders[event.socket] = record.address;
    }
}

std::string AddressBook::nameInFolder(std::string_view path)
{
    if (const auto known = m_names.find(path); known != m_names.end()) {
        return known->second;
    }
    std::string base;
    for (const char c : lastPart(path).substr(0, 40)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_' || (c == '.' && !base.empty());
        base += plain ? c : '_';
    }
    base = base.empty() ? "socket" : base;
    std::string name = base;
    for (int number = 2; m_taken.contains(name); ++number) {
        name = base + std::to_string(number);
    }
    m_taken.insert(name);
    m_names.emplace(std::string(path), name);
    return name;
}

}
