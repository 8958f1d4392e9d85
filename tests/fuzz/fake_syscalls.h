// A kernel out of a fuzzer's bytes: no call is made; what comes back may be anything that the API's contract
// allows, and is read and written as a kernel would read and write. Its descriptors are numbers that no
// process has.
//
// Threads: any; one mutex, held during each call. No call ever blocks.
#pragma once

#include <mutex>

#include "netcore/sys/intercepted_syscalls.h"
#include "tests/fuzz/byte_source.h"

namespace fuzz {

class FakeSyscalls final : public netcore::Syscalls {
public:
    // Far above any limit of descriptors (fs.nr_open): close() of one is EBADF, and hits nobody.
    static constexpr int kFirstDescriptor = 1 << 30;

    explicit FakeSyscalls(std::span<const std::byte> answers) : m_answers(answers) { }

    netcore::CallResult socket(int domain, int type, int protocol) override;
    netcore::CallResult bind(int fd, const sockaddr* address, socklen_t length) override;
    netcore::CallResult listen(int fd, int backlog) override;
    netcore::CallResult accept(int fd, sockaddr* address, socklen_t* length) override;
    netcore::CallResult accept4(int fd, sockaddr* address, socklen_t* length, int flags) override;
    netcore::CallResult connect(int fd, const sockaddr* address, socklen_t length) override;
    netcore::CallResult send(int fd, const void* data, std::size_t size, int flags) override;
    netcore::CallResult sendto(int fd, const void* data, std::size_t size, int flags, const sockaddr* address,
        socklen_t length) override;
    netcore::CallResult recv(int fd, void* data, std::size_t size, int flags) override;
    netcore::CallResult recvfrom(
        int fd, void* data, std::size_t size, int flags, sockaddr* address, socklen_t* length) override;
    netcore::CallResult shutdown(int fd, int how) override;
    netcore::CallResult close(int fd) override;
    netcore::CallResult getsockname(int fd, sockaddr* address, socklen_t* length) override;
    netcore::CallResult getpeername(int fd, sockaddr* address, socklen_t* length) override;
    netcore::CallResult fchmod(int fd, mode_t mode) override;
    netcore::CallResult socketpair(int domain, int type, int protocol, int* pair) override;
    netcore::CallResult sendmsg(int fd, const msghdr* message, int flags) override;
    netcore::CallResult recvmsg(int fd, msghdr* message, int flags) override;
    netcore::CallResult read(int fd, void* data, std::size_t size) override;
    netcore::CallResult write(int fd, const void* data, std::size_t size) override;
    netcore::CallResult getsockopt(int fd, int level, int name, void* value, socklen_t* length) override;
    netcore::CallResult setsockopt(int fd, int level, int name, const void* value, socklen_t length) override;
    netcore::CallResult fcntl(int fd, int command, int argument) override;
    netcore::CallResult dup(int fd) override;
    netcore::CallResult poll(pollfd* entries, nfds_t count, int timeout) override;
    netcore::CallResult ioctl(int fd, unsigned long request, int* value) override;
    netcore::CallResult getaddrinfo(
        const netcore::LookUpDetails& wanted, std::vector<netcore::FoundAddress>& found) override;

    std::size_t calls() const; // so far

private:
    bool fails(netcore::CallResult& result); // begins every call
    netcore::CallResult refused();
    netcore::CallResult plain();
    netcore::CallResult opened();
    netcore::CallResult takes(const void* data, std::size_t size);
    netcore::CallResult gives(void* data, std::size_t size, int flags);
    netcore::CallResult names(sockaddr* address, socklen_t* length, bool opens);
    void nameIn(void* address, socklen_t* length);
    void fill(void* into, std::size_t size);
    void fillControl(msghdr& message);

    mutable std::mutex m_mutex; // guards what follows
    ByteSource m_answers;
    int m_last = kFirstDescriptor;
    std::size_t m_calls = 0;
};

}
