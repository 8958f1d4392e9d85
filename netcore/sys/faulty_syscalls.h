// A decorator that makes calls go wrong by plan: fails them, cuts them short, makes them late, or answers in
// the kernel's place. What is not in the plan is made as it is. For torture tests and for faults that a user
// asks for.
//
// The same plan, seed and order of calls give the same faults. Threads: any; a mutex guards the counters and
// is not held during a call.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <random>
#include <vector>

#include "netcore/sys/intercepted_syscalls.h"

namespace netcore {

struct Fault {
    enum class Kind : std::uint8_t {
        // -1 and `error`; the call is not made. But close() is, as Linux frees the number whatever close()
        // says then
        // (close(2)). Of getaddrinfo() a negative `error` is its EAI_* code, a positive one the errno of
        // EAI_SYSTEM.
        Fail,
        // -1 and `error` after the call was made, as a connection that stands when connect() has said EINTR.
        // A call
        // that opens descriptors is not made instead: nobody would know of them.
        FailAfter,
        Shorten, // buffers of `most` bytes together: send() sends them, recv() has room for them
        Halve, // buffers of half their size, rounded up
        Delay, // `delay`, then the call
        // `value` without a call: recv() sees the end, send() loses its bytes. Not of calls that give
        // descriptors,
        // nor of those that fill in more than a buffer: their answer would be made up.
        Pretend,
    };
    Kind kind = Kind::Fail;
    int error = 0; // errno
    std::size_t most = 1; // bytes
    std::chrono::nanoseconds delay {}; // at most kLongestDelay
    std::int64_t value = 0;
};

struct FaultRule {
    std::optional<CallId> call; // nothing: any call
    std::uint64_t first = 1; // the first of those calls to hit, counted from 1
    std::uint64_t times = 1; // how many in a row
    std::uint32_t perMille = 1000; // of these, by lot
    Fault fault;
};

struct FaultPlan {
    std::vector<FaultRule> rules; // the first that hits a call has it
    std::uint32_t seed = 1; // of the lots
    // Waits for a delay; nothing: the thread sleeps, and a signal ends its sleep early.
    std::function<void(std::chrono::nanoseconds)> wait;
};

class FaultySyscalls final : public InterceptedSyscalls {
public:
    static constexpr std::chrono::nanoseconds kLongestDelay = std::chrono::seconds {10};
    static constexpr std::uint64_t kForever = UINT64_MAX;

    FaultySyscalls(Syscalls& inner, FaultPlan plan);

    // These have several buffers, so they are cut short here.
    CallResult sendmsg(int fd, const msghdr* message, int flags) override;
    CallResult recvmsg(int fd, msghdr* message, int flags) override;

    std::vector<CallId> calls() const; // all so far, in the order in which they came
    std::uint64_t faults() const; // how many of them were hit

private:
    CallResult intercept(CallId call, int fd, std::size_t& size, const Make& make) override;
    std::optional<Fault> next(CallId call);
    void wait(std::chrono::nanoseconds delay) const;

    const FaultPlan m_plan;
    mutable std::mutex m_mutex; // guards what follows
    std::vector<std::uint64_t> m_seen; // by rule: calls that it is about
    std::vector<CallId> m_calls;
    std::uint64_t m_faults = 0;
    std::minstd_rand m_lots;
};

}
