// messageText(): struct msghdr.

#include <algorithm>

#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"
#include "netcore/names/control_text.h"
#include "netcore/names/details_text.h"

namespace netcore {

namespace {

// Each buffer with the bytes that lie in it.
std::string buffersText(const MessageDetails& message, const MovedData& data, const CallTextStyle& style)
{
    std::string text = "[";
    std::size_t from = 0;
    for (const std::uint32_t size : message.bufferSizes) {
        const std::size_t until = std::min<std::size_t>(from + size, data.size);
        const std::size_t keptUntil = std::min(until, data.kept.size());
        const std::size_t keptFrom = std::min(from, keptUntil);
        std::string bytes = quoted(data.kept.subspan(keptFrom, keptUntil - keptFrom), style.mostData);
        if (keptUntil < until && !bytes.ends_with("...")) {
            bytes += "...";
        }
        text += (text.size() > 1 ? ", {iov_base=" : "{iov_base=") + bytes
            + ", iov_len=" + std::to_string(size) + '}';
        from += size;
    }
    return text + ']';
}

std::string controlMessagesText(const MessageDetails& message)
{
    std::string text;
    for (const ControlMessage& control : message.control) {
        text += (text.empty() ? "" : ", ") + controlText(control);
    }
    return text.empty() ? text : ", msg_control=[" + text + ']';
}

std::size_t controlSpace(const MessageDetails& message)
{
    std::size_t room = 0;
    for (const ControlMessage& control : message.control) {
        room += CMSG_SPACE(control.data.size());
    }
    return room;
}

}

std::string messageText(
    const CallRecord& record, const MovedData& data, const CallTextStyle& style, const std::string& name)
{
    const auto* found = std::get_if<MessageDetails>(&record.details);
    const MessageDetails message = found == nullptr ? MessageDetails() : *found;
    const bool received = record.call == CallId::Recvmsg;
    const std::int64_t length = received ? message.nameRoom : std::int64_t {record.addressLength};
    std::string text = "{msg_name=" + name + ", msg_namelen=" + std::to_string(length);
    if (received && std::int64_t {record.addressLength} != length) {
        text += " => " + std::to_string(record.addressLength);
    }
    return text + ", msg_iov=" + buffersText(message, data, style) + ", msg_iovlen="
        + std::to_string(message.bufferSizes.size()) + controlMessagesText(message) + ", msg_controllen="
        + std::to_string(received ? message.controlLength : static_cast<std::int64_t>(controlSpace(message)))
        + ", msg_flags=" + flagsText(messageFlags(), message.flags) + '}';
}

}
