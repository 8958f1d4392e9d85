// How TracedSyscalls watches one call: for its own source files only.
#pragma once

#include <algorithm>

#include "netcore/base/clock.h"
#include "netcore/sys/traced_syscalls.h"

namespace netcore::tracing {

using Bytes = std::span<const std::byte>;

inline std::int64_t pointer(const void* p)
{
    return p == nullptr ? kNullPointer : 0;
}
inline std::int64_t lengthBehind(const socklen_t* length)
{
    return length == nullptr ? 0 : *length;
}

inline CallRecord recordOf(CallId call, const std::array<std::int64_t, kMostParameters>& arguments)
{
    CallRecord record;
    record.call = call;
    record.arguments = arguments;
    return record;
}

inline CallRecord withAddress(CallRecord record, const sockaddr* address, socklen_t length)
{
    if (address != nullptr) {
        const auto* bytes = reinterpret_cast<const std::byte*>(address);
        record.hasAddress = true;
        record.address = Address::fromBytes({bytes, std::min<std::size_t>(length, sizeof(sockaddr_storage))});
        record.addressLength = length;
    }
    return record;
}

// The kernel reports the address's full length even where the room was too small for it (accept(2)).
inline void fillAddress(
    CallRecord& record, const sockaddr* address, const socklen_t* length, std::int64_t room)
{
    if (address == nullptr || length == nullptr) {
        return;
    }
    const auto stored = static_cast<socklen_t>(std::min<std::int64_t>(*length, room));
    record = withAddress(std::move(record), address, stored);
    record.addressLength = *length;
}

inline Bytes received(const CallResult& result, const void* data, std::size_t size)
{
    // With MSG_TRUNC the kernel returns the message's real length, which may exceed the buffer.
    const auto length = result.ok() ? std::min(static_cast<std::size_t>(result.value), size) : 0;
    return {static_cast<const std::byte*>(data), length};
}

}

namespace netcore {

template<typename Call, typename Complete>
CallResult TracedSyscalls::observe(CallRecord record, Call call, Complete complete)
{
    const std::uint64_t began = monotonicNow();
    const CallResult result = call();
    m_channel.announce(began);
    if (m_context.returned != nullptr) {
        m_context.returned->store(true);
    }
    Event event {};
    event.time = began;
    event.took = monotonicNow() - began;
    m_opened = kNoSocket;
    const Bytes data = complete(record, result);
    event.dataSize = static_cast<std::uint32_t>(data.size());
    event.result = static_cast<std::int32_t>(result.value);
    event.error = static_cast<std::uint16_t>(result.error);
    event.socket = m_context.socket;
    event.opened = m_opened;
    event.ticket = m_context.ticket;
    event.tid = m_tid;
    event.call = record.call;
    event.actor = m_context.actor;
    event.kind = EventKind::Call;
    event.flags = static_cast<std::uint8_t>(m_context.flags | (result.sigpipe ? eventFlags::kSigpipe : 0));
    m_channel.publish(event, encode(record, m_room), data);
    return result;
}

template<typename Call> CallResult TracedSyscalls::observe(CallRecord record, Call call)
{
    return observe(
        std::move(record), call, [](CallRecord&, const CallResult&) { return std::span<const std::byte>(); });
}

template<typename Call>
CallResult TracedSyscalls::observeNaming(CallRecord record, sockaddr* address, socklen_t* length, Call call)
{
    return observe(std::move(record), call, [&](CallRecord& done, const CallResult& result) {
        if (result.ok()) {
            tracing::fillAddress(done, address, length, done.arguments[2]);
            if (describe(done.call).opensSocket) {
                m_opened = m_registry.accepted(static_cast<int>(result.value), m_context.socket);
            }
        }
        return Bytes();
    });
}

}
