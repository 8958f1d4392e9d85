// A file that somebody cuts while it is mapped, or that the disk can't read: the kernel ends the program
// with SIGBUS (mmap(2)). In guarded ranges the page becomes zeros instead, and the range says that it has
// been hurt.
//
// The handler is the process's, as signals are; it is installed with the first guard and hands on whatever is
// not about a guarded range. Threads: any.
#pragma once

#include <atomic>
#include <cstddef>

namespace model {

class BusGuard {
public:
    BusGuard() = default;
    ~BusGuard();
    BusGuard(const BusGuard&) = delete;
    BusGuard& operator=(const BusGuard&) = delete;

    // The range must be unguarded before it is unmapped. Does nothing where too many are guarded already.
    void guard(const void* base, std::size_t size);
    void release();
    bool isHurt() const; // at least one page has become zeros

private:
    std::atomic<int> m_slot = -1;
};

}
