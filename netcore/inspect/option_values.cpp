#include "netcore/inspect/option_values.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <linux/filter.h>
#include <sys/socket.h>

namespace netcore {

namespace {

constexpr socklen_t kUsualRoom
    = 256; // bytes: more than any sampled option but a filter and long lists of groups
constexpr socklen_t kMostRoom = 64 * 1024;

struct Head {
    std::int32_t level;
    std::int32_t number;
    std::int32_t error;
    std::uint32_t length; // its bytes follow
};

// With room for `length` bytes; a filter counts its instructions instead.
int get(int fd, const OptionDescription& option, std::vector<std::byte>& room, socklen_t& length)
{
    room.resize(bytesFor(option.level, option.number, length));
    return ::getsockopt(fd, option.level, option.number, room.data(), &length) == 0 ? 0 : errno;
}

socklen_t firstLength(const OptionDescription& option)
{
    if (option.has(optionTraits::kCountsInstructions)) {
        return 0; // asks how many there are
    }
    const std::size_t size = sizeOf(option.type);
    return size == 0 ? kUsualRoom : static_cast<socklen_t>(size);
}

}

std::vector<const OptionDescription*> sampledOptions(int domain, int type, int protocol)
{
    std::vector<const OptionDescription*> options;
    for (const OptionDescription& option : allOptions()) {
        if (option.isSafeToRead() && !option.has(optionTraits::kMoves)
            && appliesTo(option, domain, type, protocol)) {
            options.push_back(&option);
        }
    }
    return options;
}

OptionValue readOption(int fd, const OptionDescription& option)
{
    OptionValue value {option.level, option.number, 0, {}};
    socklen_t length = firstLength(option);
    socklen_t given = length;
    value.error = get(fd, option, value.bytes, length);
    const bool longer = length > given && length <= kMostRoom && (value.error == 0 || value.error == ERANGE);
    if (longer) { // it says how much it wants: a filter, SO_PEERGROUPS, SO_PEERSEC
        given = length;
        value.error = get(fd, option, value.bytes, length);
    }
    const bool kept = value.error == 0 && length <= given;
    value.bytes.resize(kept ? bytesFor(option.level, option.number, length) : 0);
    return value;
}

std::vector<OptionValue> readOptions(const Descriptor& descriptor)
{
    std::vector<OptionValue> values;
    for (const OptionDescription* option :
        sampledOptions(descriptor.domain, descriptor.type, descriptor.protocol)) {
        values.push_back(readOption(descriptor.fd, *option));
    }
    return values;
}

std::vector<OptionValue> changesIn(std::span<const OptionValue> before, std::span<const OptionValue> now)
{
    std::vector<OptionValue> changes;
    for (const OptionValue& value : now) {
        const auto same = std::ranges::find_if(before, [&](const OptionValue& other) {
            return other.level == value.level && other.number == value.number;
        });
        if (same == before.end() || *same != value) {
            changes.push_back(value);
        }
    }
    return changes;
}

std::vector<std::byte> encode(std::span<const OptionValue> values)
{
    std::vector<std::byte> bytes;
    for (const OptionValue& value : values) {
        const Head head {
            value.level, value.number, value.error, static_cast<std::uint32_t>(value.bytes.size())};
        const auto raw = std::as_bytes(std::span(&head, 1));
        bytes.insert(bytes.end(), raw.begin(), raw.end());
        bytes.insert(bytes.end(), value.bytes.begin(), value.bytes.end());
    }
    return bytes;
}

std::vector<OptionValue> decodeOptionValues(std::span<const std::byte> bytes)
{
    std::vector<OptionValue> values;
    while (bytes.size() >= sizeof(Head)) {
        Head head {};
        std::memcpy(&head, bytes.data(), sizeof head);
        bytes = bytes.subspan(sizeof head);
        if (head.length > bytes.size()) {
            break;
        }
        const auto content = bytes.first(head.length);
        values.push_back({head.level, head.number, head.error, {content.begin(), content.end()}});
        bytes = bytes.subspan(head.length);
    }
    return values;
}

bool mayChangeOptions(CallId call)
{
    switch (call) {
    case CallId::Bind: // IPV6_V6ONLY: a single address of IPv6 is for IPv6 alone
    case CallId::Listen: // SO_ACCEPTCONN
    case CallId::Connect: // IP_MTU, TCP_MAXSEG, the buffers
    case CallId::Setsockopt:
    case CallId::Fcntl:
    case CallId::Ioctl:
        return true;
    default: // the data path leaves them as they are
        return false;
    }
}

std::vector<std::byte> OptionMemory::look(SocketId id, const Descriptor& descriptor)
{
    const std::vector<OptionValue> now = readOptions(descriptor);
    m_lookedAt = id;
    m_seen = encode(now);
    const bool closed
        = std::ranges::all_of(now, [](const OptionValue& value) { return value.error == EBADF; });
    const auto told = m_told.find(id);
    if (closed || (told != m_told.end() && told->second == m_seen)) {
        return {};
    }
    return told == m_told.end() ? m_seen : encode(changesIn(decodeOptionValues(told->second), now));
}

void OptionMemory::told()
{
    m_told[m_lookedAt] = std::move(m_seen);
}

}
