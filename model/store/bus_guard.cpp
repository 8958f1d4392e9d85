#include "model/store/bus_guard.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace model {

namespace {

constexpr std::uintptr_t kPage = 4'096;

// Read by the handler: atomics only.
struct Guarded {
    std::atomic<bool> taken = false;
    std::atomic<std::uintptr_t> begin = 0; // 0: not guarded
    std::atomic<std::uintptr_t> end = 0;
    std::atomic<bool> hurt = false;
};

std::array<Guarded, 512> g_guarded; // NOLINT: a signal handler has no other way to its facts
struct sigaction g_before; // NOLINT

bool putZeros(std::uintptr_t address)
{
    for (Guarded& range : g_guarded) {
        const std::uintptr_t begin = range.begin.load(std::memory_order_acquire);
        if (begin == 0 || address < begin || address >= range.end.load(std::memory_order_relaxed)) {
            continue;
        }
        range.hurt.store(true, std::memory_order_relaxed);
        // mmap() itself: a sanitizer's wrapper has no business in a signal handler.
        return ::syscall(SYS_mmap, address / kPage * kPage, kPage, PROT_READ,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)
            != -1;
    }
    return false;
}

void onBusError(int signal, siginfo_t* about, void* context)
{
    const int error = errno;
    const bool isMapped = about->si_code == BUS_ADRERR || about->si_code == BUS_OBJERR;
    if (isMapped && putZeros(reinterpret_cast<std::uintptr_t>(about->si_addr))) {
        errno = error;
        return;
    }
    if ((g_before.sa_flags & SA_SIGINFO) != 0 && g_before.sa_sigaction != nullptr) {
        g_before.sa_sigaction(signal, about, context);
        return;
    }
    ::signal(signal, SIG_DFL); // and returning meets the fault once more
}

void install()
{
    static std::once_flag once;
    std::call_once(once, [] {
        struct sigaction action { };
        action.sa_sigaction = onBusError;
        action.sa_flags = SA_SIGINFO | SA_NODEFER;
        ::sigemptyset(&action.sa_mask);
        ::sigaction(SIGBUS, &action, &g_before);
    });
}

}

BusGuard::~BusGuard()
{
    release();
}

void BusGuard::guard(const void* base, std::size_t size)
{
    if (m_slot >= 0) {
        return;
    }
    install();
    for (std::size_t i = 0; i < g_guarded.size(); ++i) {
        Guarded& range = g_guarded[i];
        if (!range.taken.exchange(true)) {
            const auto begin = reinterpret_cast<std::uintptr_t>(base);
            range.hurt.store(false, std::memory_order_relaxed);
            range.end.store(begin + size, std::memory_order_relaxed);
            range.begin.store(begin, std::memory_order_release);
            m_slot = static_cast<int>(i);
            return;
        }
    }
}

void BusGuard::release()
{
    if (const int slot = m_slot.exchange(-1); slot >= 0) {
        Guarded& range = g_guarded[static_cast<std::size_t>(slot)];
        range.begin.store(0, std::memory_order_release);
        range.taken.store(false, std::memory_order_release);
    }
}

bool BusGuard::isHurt() const
{
    const int slot = m_slot;
    return slot >= 0 && g_guarded[static_cast<std::size_t>(slot)].hurt.load(std::memory_order_relaxed);
}

}
