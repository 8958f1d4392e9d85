// sendmsg() and recvmsg(), seen.

#include <cstring>

#include "netcore/sys/traced_observe.h"

namespace netcore {

using namespace tracing;

namespace {

std::vector<ControlMessage> controlOf(const msghdr& message)
{
    std::vector<ControlMessage> found;
    // CMSG_NXTHDR() of glibc takes a non-const header and changes nothing.
    auto* header = const_cast<msghdr*>(&message);
    for (cmsghdr* at = CMSG_FIRSTHDR(header); at != nullptr; at = CMSG_NXTHDR(header, at)) {
        const auto* const end = static_cast<const std::byte*>(message.msg_control) + message.msg_controllen;
        const auto* const data = reinterpret_cast<const std::byte*>(CMSG_DATA(at));
        if (at->cmsg_len < CMSG_LEN(0) || data > end) {
            break; // a length that is nonsense: what it would cover is not there
        }
        const auto size = std::min(at->cmsg_len - CMSG_LEN(0), static_cast<std::size_t>(end - data));
        found.push_back({at->cmsg_level, at->cmsg_type, {data, data + size}, {}});
    }
    return found;
}

std::size_t sizeOfBuffers(const msghdr& message)
{
    std::size_t size = 0;
    for (std::size_t i = 0; i < message.msg_iovlen; ++i) {
        size += message.msg_iov[i].iov_len;
    }
    return size;
}

}

MessageDetails TracedSyscalls::detailsOf(const msghdr& message) const
{
    MessageDetails details;
    for (std::size_t i = 0; i < message.msg_iovlen; ++i) {
        details.bufferSizes.push_back(static_cast<std::uint32_t>(message.msg_iov[i].iov_len));
    }
    details.nameRoom = message.msg_namelen;
    details.controlRoom = static_cast<std::int64_t>(message.msg_controllen);
    return details;
}

std::span<const std::byte> TracedSyscalls::gather(const msghdr& message, std::size_t size)
{
    m_gathered.clear();
    for (std::size_t i = 0; i < message.msg_iovlen && m_gathered.size() < size; ++i) {
        const auto* const from = static_cast<const std::byte*>(message.msg_iov[i].iov_base);
        const std::size_t part = std::min(message.msg_iov[i].iov_len, size - m_gathered.size());
        m_gathered.insert(m_gathered.end(), from, from + part);
    }
    return m_gathered;
}

CallResult TracedSyscalls::sendmsg(int fd, const msghdr* message, int flags)
{
    auto record = recordOf(CallId::Sendmsg, {fd, 0, flags});
    record = withAddress(
        std::move(record), static_cast<const sockaddr*>(message->msg_name), message->msg_namelen);
    MessageDetails details = detailsOf(*message);
    details.control = controlOf(*message);
    record.details = std::move(details);
    return observe(
        std::move(record), [&] { return m_inner.sendmsg(fd, message, flags); },
        [&](CallRecord&, const CallResult&) { return gather(*message, sizeOfBuffers(*message)); });
}

// Descriptors that came with the message are ours from now on, wanted or not (unix(7)).
void TracedSyscalls::takeReceived(MessageDetails& details, const msghdr& message)
{
    details.flags = message.msg_flags;
    details.controlLength = static_cast<std::int64_t>(message.msg_controllen);
    details.control = controlOf(message);
    for (const ControlMessage& control : details.control) {
        if (control.level != SOL_SOCKET || control.type != SCM_RIGHTS) {
            continue;
        }
        for (std::size_t at = 0; at + sizeof(int) <= control.data.size(); at += sizeof(int)) {
            int received = -1;
            std::memcpy(&received, control.data.data() + at, sizeof received);
            details.opened.push_back(m_registry.received(received));
        }
    }
    if (!details.opened.empty()) {
        m_opened = details.opened.front().id;
    }
}

CallResult TracedSyscalls::recvmsg(int fd, msghdr* message, int flags)
{
    auto record = recordOf(CallId::Recvmsg, {fd, 0, flags});
    record.details = detailsOf(*message);
    return observe(
        std::move(record), [&] { return m_inner.recvmsg(fd, message, flags); },
        [&](CallRecord& done, const CallResult& result) {
            if (!result.ok()) {
                return Bytes();
            }
            auto& details = std::get<MessageDetails>(done.details);
            const socklen_t length = message->msg_namelen;
            fillAddress(done, static_cast<sockaddr*>(message->msg_name), &length, details.nameRoom);
            takeReceived(details, *message);
            return gather(*message, static_cast<std::size_t>(result.value));
        });
}

}
