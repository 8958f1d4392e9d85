#include "tests/fuzz/fake_syscalls.h"

#include <cerrno>
#include <fcntl.h>
#include <netdb.h>

#include "netcore/names/call_errors.h"
#include "netcore/names/options.h"

namespace fuzz {

using namespace netcore;

namespace {

constexpr std::size_t kMostMoved = 5000; // bytes a call: more would only cost time
constexpr std::size_t kMostErrno = 4095; // MAX_ERRNO of the kernel

// The kernel reads what it is given; a sanitizer sees it where that is too little.
std::size_t touch(const void* data, std::size_t size)
{
    std::size_t sum = 0;
    const auto* bytes = static_cast<const volatile std::uint8_t*>(data);
    for (std::size_t i = 0; bytes != nullptr && i < size; ++i) {
        sum += bytes[i];
    }
    return sum;
}

}

std::size_t FakeSyscalls::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

bool FakeSyscalls::fails(CallResult& result)
{
    ++m_calls;
    if (m_answers.below(4) != 3) {
        return false;
    }
    const auto error = static_cast<int>(1 + m_answers.below(m_answers.oneIn(16) ? kMostErrno : 133));
    result = {-1, error, m_answers.oneIn(4)};
    return true;
}

// A length that is negative, as the kernel sees it.
CallResult FakeSyscalls::refused()
{
    ++m_calls;
    return {-1, EINVAL};
}

CallResult FakeSyscalls::plain()
{
    CallResult result;
    return fails(result) ? result : CallResult {0, 0};
}

CallResult FakeSyscalls::opened()
{
    CallResult result;
    return fails(result) ? result : CallResult {++m_last, 0};
}

void FakeSyscalls::fill(void* into, std::size_t size)
{
    const auto some = m_answers.bytes(size);
    std::ranges::copy(some, static_cast<std::byte*>(into));
}

// The kernel stores as much as there is room for, and tells the whole length (accept(2)).
void FakeSyscalls::nameIn(void* address, socklen_t* length)
{
    if (address == nullptr || length == nullptr) {
        return;
    }
    const auto real = static_cast<socklen_t>(m_answers.below(sizeof(sockaddr_storage) + 1));
    fill(address, std::min(real, *length));
    *length = m_answers.oneIn(16) ? m_answers.number<std::uint32_t>() & INT32_MAX : real;
}

CallResult FakeSyscalls::takes(const void* data, std::size_t size)
{
    touch(data, size);
    CallResult result;
    return fails(result)
        ? result
        : CallResult {static_cast<std::int64_t>(std::min(size, m_answers.below(kMostMoved))), 0};
}

CallResult FakeSyscalls::gives(void* data, std::size_t size, int flags)
{
    CallResult result;
    if (fails(result)) {
        return result;
    }
    const std::size_t given = std::min(size, m_answers.below(kMostMoved));
    fill(data, given);
    const std::size_t cut = (flags & MSG_TRUNC) != 0 ? m_answers.number<std::uint16_t>() : 0;
    return {static_cast<std::int64_t>(given + cut), 0};
}

CallResult FakeSyscalls::names(sockaddr* address, socklen_t* length, bool opens)
{
    if (length != nullptr && static_cast<int>(*length) < 0) {
        return refused();
    }
    CallResult result;
    if (fails(result)) {
        return result;
    }
    nameIn(address, length);
    return {opens ? ++m_last : 0, 0};
}

CallResult FakeSyscalls::socket(int /*domain*/, int /*type*/, int /*protocol*/)
{
    const std::lock_guard lock(m_mutex);
    return opened();
}

CallResult FakeSyscalls::bind(int fd, const sockaddr* address, socklen_t length)
{
    return connect(fd, address, length);
}

CallResult FakeSyscalls::listen(int /*fd*/, int /*backlog*/)
{
    const std::lock_guard lock(m_mutex);
    return plain();
}

CallResult FakeSyscalls::accept(int /*fd*/, sockaddr* address, socklen_t* length)
{
    const std::lock_guard lock(m_mutex);
    return names(address, length, true);
}

CallResult FakeSyscalls::accept4(int /*fd*/, sockaddr* address, socklen_t* length, int /*flags*/)
{
    const std::lock_guard lock(m_mutex);
    return names(address, length, true);
}

CallResult FakeSyscalls::connect(int /*fd*/, const sockaddr* address, socklen_t length)
{
    const std::lock_guard lock(m_mutex);
    touch(address, length <= sizeof(sockaddr_storage) ? length : 0);
    return plain();
}

CallResult FakeSyscalls::send(int /*fd*/, const void* data, std::size_t size, int /*flags*/)
{
    const std::lock_guard lock(m_mutex);
    return takes(data, size);
}

CallResult FakeSyscalls::sendto(
    int /*fd*/, const void* data, std::size_t size, int /*flags*/, const sockaddr* address, socklen_t length)
{
    const std::lock_guard lock(m_mutex);
    touch(address, length <= sizeof(sockaddr_storage) ? length : 0);
    return takes(data, size);
}

CallResult FakeSyscalls::recv(int /*fd*/, void* data, std::size_t size, int flags)
{
    const std::lock_guard lock(m_mutex);
    return gives(data, size, flags);
}

CallResult FakeSyscalls::recvfrom(
    int /*fd*/, void* data, std::size_t size, int flags, sockaddr* address, socklen_t* length)
{
    const std::lock_guard lock(m_mutex);
    if (length != nullptr && static_cast<int>(*length) < 0) {
        return refused();
    }
    const CallResult result = gives(data, size, flags);
    if (result.ok()) {
        nameIn(address, length);
    }
    return result;
}

CallResult FakeSyscalls::shutdown(int /*fd*/, int /*how*/)
{
    const std::lock_guard lock(m_mutex);
    return plain();
}

CallResult FakeSyscalls::close(int /*fd*/)
{
    const std::lock_guard lock(m_mutex);
    return plain();
}

CallResult FakeSyscalls::getsockname(int /*fd*/, sockaddr* address, socklen_t* length)
{
    const std::lock_guard lock(m_mutex);
    return names(address, length, false);
}

CallResult FakeSyscalls::getpeername(int /*fd*/, sockaddr* address, socklen_t* length)
{
    const std::lock_guard lock(m_mutex);
    return names(address, length, false);
}

CallResult FakeSyscalls::fchmod(int /*fd*/, mode_t /*mode*/)
{
    const std::lock_guard lock(m_mutex);
    return plain();
}

CallResult FakeSyscalls::socketpair(int /*domain*/, int /*type*/, int /*protocol*/, int* pair)
{
    const std::lock_guard lock(m_mutex);
    CallResult result;
    if (fails(result)) {
        return result;
    }
    pair[0] = ++m_last;
    pair[1] = ++m_last;
    return {0, 0};
}

CallResult FakeSyscalls::sendmsg(int /*fd*/, const msghdr* message, int /*flags*/)
{
    const std::lock_guard lock(m_mutex);
    touch(message->msg_name, message->msg_namelen <= sizeof(sockaddr_storage) ? message->msg_namelen : 0);
    touch(message->msg_control, message->msg_controllen);
    std::size_t size = 0;
    for (std::size_t i = 0; i < message->msg_iovlen; ++i) {
        touch(message->msg_iov[i].iov_base, message->msg_iov[i].iov_len);
        size += message->msg_iov[i].iov_len;
    }
    return takes(nullptr, size);
}

// Whole messages, and perhaps one that says that it is longer than the room.
void FakeSyscalls::fillControl(msghdr& message)
{
    auto* const room = static_cast<std::byte*>(message.msg_control);
    std::size_t at = 0;
    while (message.msg_controllen - at >= CMSG_LEN(0) && m_answers.oneIn(2)) {
        const std::size_t most = message.msg_controllen - at - CMSG_LEN(0);
        const std::size_t size = std::min(most, m_answers.below(64));
        cmsghdr header {CMSG_LEN(size), m_answers.number<std::uint8_t>(), m_answers.number<std::uint8_t>()};
        const bool isRights = header.cmsg_level == SOL_SOCKET && header.cmsg_type == SCM_RIGHTS;
        for (std::size_t i = 0; isRights && i + sizeof(int) <= size; i += sizeof(int)) {
            ++m_last;
            std::memcpy(room + at + CMSG_LEN(0) + i, &m_last, sizeof m_last);
        }
        if (!isRights) {
            fill(room + at + CMSG_LEN(0), size);
            header.cmsg_len = m_answers.oneIn(16) ? m_answers.number<std::uint32_t>() : header.cmsg_len;
        }
        std::memcpy(room + at, &header, sizeof header);
        at = std::min(at + CMSG_SPACE(size), message.msg_controllen);
    }
    message.msg_controllen = at;
}

CallResult FakeSyscalls::recvmsg(int /*fd*/, msghdr* message, int flags)
{
    const std::lock_guard lock(m_mutex);
    if (static_cast<int>(message->msg_namelen) < 0) {
        return refused();
    }
    CallResult result;
    if (fails(result)) {
        return result;
    }
    std::size_t given = 0;
    for (std::size_t i = 0; i < message->msg_iovlen; ++i) {
        const std::size_t part = std::min(message->msg_iov[i].iov_len, m_answers.below(kMostMoved));
        fill(message->msg_iov[i].iov_base, part);
        given += part;
        if (part < message->msg_iov[i].iov_len) {
            break;
        }
    }
    nameIn(message->msg_name, &message->msg_namelen);
    fillControl(*message);
    message->msg_flags = m_answers.number<std::int32_t>();
    const std::size_t cut = (flags & MSG_TRUNC) != 0 ? m_answers.number<std::uint16_t>() : 0;
    return {static_cast<std::int64_t>(given + cut), 0};
}

CallResult FakeSyscalls::read(int /*fd*/, void* data, std::size_t size)
{
    const std::lock_guard lock(m_mutex);
    return gives(data, size, 0);
}

CallResult FakeSyscalls::write(int /*fd*/, const void* data, std::size_t size)
{
    const std::lock_guard lock(m_mutex);
    return takes(data, size);
}

CallResult FakeSyscalls::getsockopt(int /*fd*/, int level, int name, void* value, socklen_t* length)
{
    const std::lock_guard lock(m_mutex);
    if (length == nullptr || static_cast<int>(*length) < 0) {
        return refused();
    }
    CallResult result;
    if (fails(result)) {
        return result;
    }
    const std::size_t room = bytesFor(level, name, *length);
    const std::size_t size = std::min(room, m_answers.below(300));
    if (value != nullptr) {
        fill(value, size);
    }
    *length = m_answers.oneIn(16) ? m_answers.number<std::uint32_t>() : static_cast<socklen_t>(size);
    return {m_answers.oneIn(32) ? 1 : 0, 0};
}

CallResult FakeSyscalls::setsockopt(
    int /*fd*/, int /*level*/, int /*name*/, const void* value, socklen_t length)
{
    const std::lock_guard lock(m_mutex);
    if (static_cast<int>(length) < 0) {
        return refused();
    }
    touch(value, length);
    return plain();
}

CallResult FakeSyscalls::fcntl(int /*fd*/, int command, int /*argument*/)
{
    const std::lock_guard lock(m_mutex);
    if (command == F_DUPFD || command == F_DUPFD_CLOEXEC) {
        return opened();
    }
    CallResult result;
    return fails(result) ? result : CallResult {m_answers.number<std::int32_t>() & INT32_MAX, 0};
}

CallResult FakeSyscalls::dup(int /*fd*/)
{
    const std::lock_guard lock(m_mutex);
    return opened();
}

CallResult FakeSyscalls::poll(pollfd* entries, nfds_t count, int /*timeout*/)
{
    const std::lock_guard lock(m_mutex);
    CallResult result;
    if (fails(result)) {
        return result;
    }
    for (nfds_t i = 0; i < count; ++i) {
        entries[i].revents = m_answers.number<std::int16_t>();
    }
    return {static_cast<std::int64_t>(m_answers.below(count + 1)), 0};
}

CallResult FakeSyscalls::ioctl(int /*fd*/, unsigned long /*request*/, int* value)
{
    const std::lock_guard lock(m_mutex);
    CallResult result;
    if (fails(result)) {
        return result;
    }
    // A request that is about more than one int: no more than a request's size can say.
    fill(value, m_answers.oneIn(8) ? m_answers.below(std::size_t {1} << 14U) : sizeof *value);
    return {0, 0};
}

CallResult FakeSyscalls::getaddrinfo(const LookUpDetails& /*wanted*/, std::vector<FoundAddress>& found)
{
    const std::lock_guard lock(m_mutex);
    ++m_calls;
    if (m_answers.oneIn(4)) {
        const auto errors = plausibleErrors(CallId::Getaddrinfo);
        return {errors[m_answers.below(errors.size())], 0};
    }
    for (std::size_t count = m_answers.below(m_answers.oneIn(32) ? 3000 : 4); count > 0; --count) {
        found.push_back({m_answers.number<std::int32_t>(), m_answers.number<std::uint8_t>(),
            m_answers.number<std::uint8_t>(), m_answers.number<std::uint8_t>(),
            Address::fromBytes(m_answers.someBytes(sizeof(sockaddr_storage) + 8)), m_answers.someText(100)});
    }
    return {0, 0};
}

}
