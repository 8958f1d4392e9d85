// The calls whose arguments are structures, as C: messages, options, poll sets, look-ups.

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <numeric>

#include "model/export/c_call.h"
#include "netcore/engine/call.h"
#include "netcore/names/constants.h"
#include "netcore/names/options.h"

namespace model {

using namespace netcore;

namespace {

std::string indexOf(SocketId socket)
{
    return std::to_string(netcore::number(socket));
}

bool isFilter(std::int64_t level, std::int64_t name)
{
    return level == SOL_SOCKET && (name == SO_ATTACH_FILTER || name == SO_ATTACH_REUSEPORT_CBPF);
}

}

std::string CCall::message(bool received)
{
    const auto* details = std::get_if<MessageDetails>(&m_call.record.details);
    const MessageDetails message = details == nullptr ? MessageDetails() : *details;
    std::string buffers;
    std::size_t from = 0;
    if (received) {
        const std::size_t all
            = std::accumulate(message.bufferSizes.begin(), message.bufferSizes.end(), std::size_t {0});
        m_before += "    char *all = in(" + std::to_string(all) + ");\n    (void)all;\n";
    }
    for (const std::uint32_t size : message.bufferSizes) {
        const std::size_t begin = std::min(from, m_call.data.size());
        const auto part = m_call.data.subspan(begin, std::min<std::size_t>(size, m_call.data.size() - begin));
        buffers += std::string(buffers.empty() ? "" : ", ")
            + "{.iov_base = " + (received ? "all + " + std::to_string(from) : data(part, size))
            + ", .iov_len = " + std::to_string(size) + '}';
        from += size;
    }
    const std::string count = std::to_string(message.bufferSizes.size());
    m_before += buffers.empty() ? "    struct msghdr message = {.msg_iovlen = 0};\n"
                                : "    struct iovec buffers[] = {" + buffers
            + "};\n    struct msghdr message = {.msg_iov = buffers, .msg_iovlen = " + count + "};\n";
    if (!received) {
        if (m_call.record.hasAddress) {
            address();
            m_before += "    message.msg_name = plain(addr);\n    message.msg_namelen = address_length;\n";
        }
        for (std::size_t i = 0; i < message.control.size(); ++i) {
            m_before += control(message.control[i], i);
        }
        return "sendmsg(" + descriptor() + ", &message, " + flags(at(2)) + ')';
    }
    const std::string socket = indexOf(m_call.event.socket);
    if (message.nameRoom > 0) {
        m_before += "    message.msg_name = out(" + socket
            + ");\n    message.msg_namelen = " + std::to_string(message.nameRoom) + ";\n";
        m_after += "    peer_length[" + socket + "] = message.msg_namelen;\n";
    }
    if (message.controlRoom > 0) {
        m_before += "    message.msg_control = repeated(\"\", 0, 0, " + std::to_string(message.controlRoom)
            + ");\n    message.msg_controllen = " + std::to_string(message.controlRoom) + ";\n";
    }
    if (!message.opened.empty()) {
        std::string taken;
        for (const OpenedDescriptor& opened : message.opened) {
            taken += (taken.empty() ? "" : ", ") + indexOf(opened.id);
        }
        m_after += "    take_descriptors(&message, (const int[]){" + taken + "}, "
            + std::to_string(message.opened.size()) + ");\n";
    }
    return "recvmsg(" + descriptor() + ", &message, " + flags(at(2)) + ')';
}

std::string CCall::control(const ControlMessage& control, std::size_t place)
{
    const std::string head = "    add_control(&message, " + std::to_string(control.level) + ", "
        + std::to_string(control.type) + ", ";
    if (control.level != SOL_SOCKET || control.type != SCM_RIGHTS) {
        return head + cString(control.data) + ", " + std::to_string(control.data.size()) + ");\n";
    }
    std::string passed;
    for (std::size_t at = 0; at + sizeof(int) <= control.data.size(); at += sizeof(int)) {
        int fd = -1;
        std::memcpy(&fd, control.data.data() + at, sizeof fd);
        const SocketId socket = m_open.at(fd);
        passed += (passed.empty() ? "" : ", ") + (socket == kNoSocket ? "-1" : "s[" + indexOf(socket) + ']');
    }
    const std::string name = "passed" + std::to_string(place);
    return "    const int " + name + "[] = {" + (passed.empty() ? "-1" : passed) + "};\n" + head + name + ", "
        + std::to_string(control.data.size() / sizeof(int) * sizeof(int)) + ");\n";
}

std::string CCall::optionCall()
{
    const std::string fd = descriptor();
    switch (m_call.record.call) {
    case CallId::Fcntl:
        return "fcntl(" + fd + ", " + named(constantText(fileCommands(), at(1)), at(1)) + ", " + number(2)
            + ')';
    case CallId::Ioctl:
        // As much room as any request may fill (_IOC_SIZEBITS).
        m_before += "    int value[4096] = {" + number(2) + "};\n";
        return "ioctl(" + fd + ", " + named(constantText(controlRequests(), at(1)), at(1)) + ", value)";
    default:
        break;
    }
    const std::string names = fd + ", " + named(constantText(optionLevels(), at(1)), at(1)) + ", "
        + named(optionText(static_cast<int>(at(1)), static_cast<int>(at(2))), at(2)) + ", ";
    if (m_call.record.call == CallId::Getsockopt) {
        m_before += "    socklen_t room = (socklen_t)" + number(4) + ";\n";
        const std::int64_t room = std::clamp<std::int64_t>(at(4), 0, kLargestOption);
        return "getsockopt(" + names
            + (at(3) == kNullPointer ? std::string("nowhere") : "in(" + std::to_string(room + 1024) + ')')
            + ", &room)";
    }
    const auto* value = std::get_if<OptionBytes>(&m_call.record.details);
    const auto bytes = value == nullptr ? std::span<const std::byte>() : std::span(value->bytes);
    if (at(3) != kNullPointer && isFilter(at(1), at(2))) {
        m_before += "    struct sock_fprog program = {.len = " + std::to_string(bytes.size() / 8)
            + ", .filter = " + data(bytes, bytes.size()) + "};\n";
        return "setsockopt(" + names + "&program, sizeof program)";
    }
    const auto length = static_cast<std::size_t>(std::clamp<std::int64_t>(at(4), 0, kLargestOption));
    return "setsockopt(" + names
        + (at(3) == kNullPointer ? "nowhere" : data(bytes, std::max(length, bytes.size()))) + ", (socklen_t)"
        + number(4) + ')';
}

std::string CCall::pollCall()
{
    const auto* poll = std::get_if<PollDetails>(&m_call.record.details);
    std::string entries;
    for (const PollEntry& entry : poll == nullptr ? std::vector<PollEntry>() : poll->entries) {
        entries += (entries.empty() ? "{.fd = " : ", {.fd = ")
            + (entry.socket == kNoSocket ? "-1" : "s[" + indexOf(entry.socket) + ']')
            + ", .events = " + flagsText(pollEvents(), entry.events) + '}';
    }
    if (entries.empty()) {
        return "poll(nowhere, 0, " + number(2) + ')';
    }
    m_before += "    struct pollfd set[] = {" + entries + "};\n";
    return "poll(set, " + std::to_string(poll->entries.size()) + ", " + number(2) + ')';
}

std::string CCall::lookUp()
{
    const auto* details = std::get_if<LookUpDetails>(&m_call.record.details);
    const LookUpDetails asked = details == nullptr ? LookUpDetails() : *details;
    const auto name = [](const std::optional<std::string>& text) {
        return text ? cString(*text) : std::string("nowhere");
    };
    m_before += "    struct addrinfo *found = NULL;\n";
    if (asked.hasHints) {
        m_before += "    const struct addrinfo hints = {.ai_flags = " + std::to_string(asked.flags)
            + ", .ai_family = " + std::to_string(asked.family) + ", .ai_socktype = "
            + std::to_string(asked.type) + ", .ai_protocol = " + std::to_string(asked.protocol) + "};\n";
    }
    m_after += "    if (found != NULL) {\n        freeaddrinfo(found);\n    }\n";
    return "getaddrinfo(" + name(asked.node) + ", " + name(asked.service) + ", "
        + (asked.hasHints ? "&hints" : "nowhere") + ", &found)";
}

}
