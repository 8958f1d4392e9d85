#include "netcore/inspect/netlink.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <optional>
#include <sys/socket.h>

namespace netcore {

namespace {

constexpr std::size_t kRoom = std::size_t {64} * 1024; // the kernel fills at most 32 KiB at a time

template<typename Value> Value valueAt(std::span<const std::byte> bytes)
{
    Value value {};
    std::memcpy(&value, bytes.data(), std::min(sizeof value, bytes.size()));
    return value;
}

// The end of the answer, with its errno; nothing: there is more.
std::optional<int> takeMessages(
    std::span<const std::byte> messages, std::uint32_t sequence, const Netlink::Take& take)
{
    while (messages.size() >= sizeof(nlmsghdr)) {
        const auto header = valueAt<nlmsghdr>(messages);
        if (header.nlmsg_len < sizeof(nlmsghdr) || header.nlmsg_len > messages.size()) {
            return EPROTO;
        }
        const auto content = messages.subspan(NLMSG_HDRLEN, header.nlmsg_len - NLMSG_HDRLEN);
        messages = messages.subspan(std::min<std::size_t>(NLMSG_ALIGN(header.nlmsg_len), messages.size()));
        if (header.nlmsg_seq != sequence) {
            continue;
        }
        if (header.nlmsg_type == NLMSG_DONE) {
            return 0;
        }
        if (header.nlmsg_type == NLMSG_ERROR) {
            return -valueAt<nlmsgerr>(content).error;
        }
        take(content);
        if ((header.nlmsg_flags & NLM_F_MULTI) == 0) {
            return 0;
        }
    }
    return std::nullopt;
}

}

Netlink::Netlink(int protocol)
    : m_socket(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol))
{
}

int Netlink::ask(std::uint16_t type, std::uint16_t flags, std::span<const std::byte> body, const Take& take)
{
    nlmsghdr header {};
    header.nlmsg_len = static_cast<std::uint32_t>(NLMSG_LENGTH(body.size()));
    header.nlmsg_type = type;
    header.nlmsg_flags = static_cast<std::uint16_t>(NLM_F_REQUEST | flags);
    header.nlmsg_seq = ++m_sequence;
    std::vector<std::byte> request(NLMSG_ALIGN(header.nlmsg_len));
    std::memcpy(request.data(), &header, sizeof header);
    std::ranges::copy(body, request.begin() + NLMSG_HDRLEN);
    if (!m_socket.isOpen() || ::send(m_socket.get(), request.data(), header.nlmsg_len, 0) < 0) {
        return m_socket.isOpen() ? errno : EACCES;
    }
    m_room.resize(kRoom);
    while (true) {
        const ssize_t length = ::recv(m_socket.get(), m_room.data(), m_room.size(), 0);
        if (length <= 0) {
            return length < 0 && errno != EAGAIN ? errno : EPROTO;
        }
        const auto end
            = takeMessages(std::span(m_room).first(static_cast<std::size_t>(length)), header.nlmsg_seq, take);
        if (end) {
            return *end;
        }
    }
}

void forEachAttribute(std::span<const std::byte> attributes,
    const std::function<void(std::uint16_t type, std::span<const std::byte> content)>& take)
{
    while (attributes.size() >= sizeof(rtattr)) {
        const auto head = valueAt<rtattr>(attributes);
        if (head.rta_len < sizeof(rtattr) || head.rta_len > attributes.size()) {
            break;
        }
        take(head.rta_type, attributes.subspan(sizeof(rtattr), head.rta_len - sizeof(rtattr)));
        attributes = attributes.subspan(std::min<std::size_t>(NLMSG_ALIGN(head.rta_len), attributes.size()));
    }
}

}
