#include "netcore/sys/faulty_syscalls.h"

#include <algorithm>
#include <ctime>
#include <netdb.h>
#include <span>
#include <utility>

namespace netcore {

namespace {

bool opensDescriptors(CallId call)
{
    return describe(call).opensSocket || call == CallId::Socketpair || call == CallId::Recvmsg
        || call == CallId::Fcntl;
}

bool mayPretend(CallId call)
{
    const auto& description = describe(call);
    const auto fillsIn = [](const Parameter& parameter) {
        constexpr std::array kinds {ParameterKind::AddressOut, ParameterKind::OptionOut,
            ParameterKind::PollSet, ParameterKind::ControlValue, ParameterKind::AddressList};
        return std::ranges::find(kinds, parameter.kind) != kinds.end();
    };
    return call != CallId::Close && !opensDescriptors(call)
        && std::ranges::none_of(description.parameters, fillsIn);
}

CallResult failed(CallId call, int error)
{
    if (call == CallId::Getaddrinfo) {
        return error < 0 ? CallResult {error, 0} : CallResult {EAI_SYSTEM, error};
    }
    return {-1, error};
}

std::size_t shortened(const Fault& fault, std::size_t size)
{
    return fault.kind == Fault::Kind::Halve ? size - size / 2 : std::min(size, fault.most);
}

std::size_t sizeOf(std::span<const iovec> buffers)
{
    std::size_t size = 0;
    for (const iovec& buffer : buffers) {
        size += buffer.iov_len;
    }
    return size;
}

// The same buffers, as far as `size` bytes go.
std::vector<iovec> cut(const msghdr& message, std::size_t size)
{
    std::vector<iovec> buffers(message.msg_iov, message.msg_iov + message.msg_iovlen);
    for (iovec& buffer : buffers) {
        buffer.iov_len = std::min(buffer.iov_len, size);
        size -= buffer.iov_len;
    }
    return buffers;
}

}

FaultySyscalls::FaultySyscalls(Syscalls& inner, FaultPlan plan)
    : InterceptedSyscalls(inner), m_plan(std::move(plan)), m_seen(m_plan.rules.size()), m_lots(m_plan.seed)
{
}

std::optional<Fault> FaultySyscalls::next(CallId call)
{
    const std::lock_guard lock(m_mutex);
    m_calls.push_back(call);
    std::optional<Fault> fault;
    for (std::size_t i = 0; i < m_plan.rules.size(); ++i) {
        const FaultRule& rule = m_plan.rules[i];
        if (rule.call && *rule.call != call) {
            continue;
        }
        const std::uint64_t turn = ++m_seen[i];
        const bool isIn = turn >= rule.first && turn - rule.first < rule.times;
        if (isIn && m_lots() % 1000 < rule.perMille && !fault) {
            fault = rule.fault;
        }
    }
    m_faults += fault ? 1U : 0U;
    return fault;
}

void FaultySyscalls::wait(std::chrono::nanoseconds delay) const
{
    delay = std::clamp(delay, std::chrono::nanoseconds {}, kLongestDelay);
    if (m_plan.wait) {
        m_plan.wait(delay);
        return;
    }
    const auto seconds = std::chrono::floor<std::chrono::seconds>(delay);
    const timespec time {seconds.count(), (delay - seconds).count()};
    ::nanosleep(&time, nullptr);
}

CallResult FaultySyscalls::intercept(CallId call, int /*fd*/, std::size_t& size, const Make& make)
{
    const auto fault = next(call);
    if (!fault) {
        return make();
    }
    switch (fault->kind) {
    case Fault::Kind::Fail:
        if (call == CallId::Close) {
            make();
        }
        return failed(call, fault->error);
    case Fault::Kind::FailAfter:
        if (!opensDescriptors(call)) {
            make();
        }
        return failed(call, fault->error);
    case Fault::Kind::Shorten:
    case Fault::Kind::Halve:
        size = shortened(*fault, size);
        return make();
    case Fault::Kind::Delay:
        wait(fault->delay);
        return make();
    case Fault::Kind::Pretend:
        return mayPretend(call) ? CallResult {fault->value, 0} : make();
    }
    return make();
}

// The size of all buffers goes through intercept() as that of a plain one: what it is afterwards is made.
CallResult FaultySyscalls::sendmsg(int fd, const msghdr* message, int flags)
{
    std::size_t size = sizeOf({message->msg_iov, message->msg_iovlen});
    return intercept(CallId::Sendmsg, fd, size, [&] {
        std::vector<iovec> buffers = cut(*message, size);
        msghdr cutMessage = *message;
        cutMessage.msg_iov = buffers.data();
        return inner().sendmsg(fd, &cutMessage, flags);
    });
}

CallResult FaultySyscalls::recvmsg(int fd, msghdr* message, int flags)
{
    std::size_t size = sizeOf({message->msg_iov, message->msg_iovlen});
    return intercept(CallId::Recvmsg, fd, size, [&] {
        std::vector<iovec> buffers = cut(*message, size);
        msghdr cutMessage = *message;
        cutMessage.msg_iov = buffers.data();
        const CallResult result = inner().recvmsg(fd, &cutMessage, flags);
        cutMessage.msg_iov = message->msg_iov;
        *message = cutMessage;
        return result;
    });
}

std::vector<CallId> FaultySyscalls::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

std::uint64_t FaultySyscalls::faults() const
{
    const std::lock_guard lock(m_mutex);
    return m_faults;
}

}
