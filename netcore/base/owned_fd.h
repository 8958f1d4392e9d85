// A descriptor that is closed exactly once.
#pragma once

#include <unistd.h>
#include <utility>

namespace netcore {

// Move-only. No operator bool: 0 is a good descriptor.
class OwnedFd {
public:
    OwnedFd() = default;
    explicit OwnedFd(int fd) : m_fd(fd) { }
    OwnedFd(OwnedFd&& other) noexcept : m_fd(other.release()) { }
    OwnedFd& operator=(OwnedFd&& other) noexcept
    {
        if (this != &other) {
            reset(other.release());
        }
        return *this;
    }
    OwnedFd(const OwnedFd&) = delete;
    OwnedFd& operator=(const OwnedFd&) = delete;
    ~OwnedFd() { reset(); }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    int release() { return std::exchange(m_fd, -1); }

    // close() is not repeated on EINTR: Linux has freed the number by then (close(2)).
    void reset(int fd = -1)
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
        m_fd = fd;
    }

private:
    int m_fd = -1;
};

}
