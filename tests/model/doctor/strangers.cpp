#include "tests/model/doctor/strangers.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"

using namespace netcore;

namespace {

bool ownNetwork = false;

void read(std::uint32_t (&effective)[2])
{
    __user_cap_header_struct header {_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[2] {};
    ::syscall(SYS_capget, &header, data);
    effective[0] = data[0].effective;
    effective[1] = data[1].effective;
}

void write(const std::uint32_t (&effective)[2])
{
    __user_cap_header_struct header {_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[2] {};
    ::syscall(SYS_capget, &header, data);
    data[0].effective = effective[0];
    data[1].effective = effective[1];
    ::syscall(SYS_capset, &header, data);
}

}

Stranger::Stranger(const Address& place, int type, uid_t user, const char* name)
{
    const OwnedFd socket(::socket(place.family(), type, 0));
    sockaddr_storage named {};
    socklen_t length = sizeof named;
    ::bind(socket.get(), place.data(), place.length());
    ::listen(socket.get(), 1); // a datagram socket refuses, and needs none
    ::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&named), &length);
    m_place = Address::fromKernel(named, length);
    live([&] {
        if (name[0] != '\0') {
            ::prctl(PR_SET_NAME, name);
        }
        if (user != 0) {
            ::syscall(SYS_setresuid, user, user, user);
        }
    });
}

std::unique_ptr<Stranger> Stranger::elsewhere(const Address& place, int type)
{
    std::unique_ptr<Stranger> stranger(new Stranger);
    stranger->m_place = place;
    stranger->live([&] {
        ::unshare(CLONE_NEWNET);
        const int socket = ::socket(place.family(), type, 0); // as long as the process lives
        ::bind(socket, place.data(), place.length());
        ::listen(socket, 1);
    });
    return stranger;
}

void Stranger::live(const std::function<void()>& prepare)
{
    int ready[2] = {-1, -1};
    if (::pipe(ready) != 0) {
        return;
    }
    m_pid = ::fork();
    if (m_pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        prepare();
        ::close(ready[0]);
        ::close(ready[1]); // the parent sees the end: all is set up
        while (true) {
            ::pause();
        }
    }
    ::close(ready[1]);
    char byte = 0;
    while (::read(ready[0], &byte, 1) > 0) { }
    ::close(ready[0]);
}

Stranger::~Stranger()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
}

WithoutCapabilities::WithoutCapabilities(std::initializer_list<int> capabilities)
{
    read(m_before);
    std::uint32_t less[2] = {m_before[0], m_before[1]};
    for (const int capability : capabilities) {
        less[capability / 32] &= ~(1U << (capability % 32));
    }
    write(less);
}

WithoutCapabilities::~WithoutCapabilities()
{
    write(m_before);
}

Sysctl::Sysctl(const char* name, const std::string& value) : m_path("/proc/sys/" + std::string(name))
{
    std::getline(std::ifstream(m_path), m_before);
    std::ofstream(m_path) << value << std::flush;
}

Sysctl::~Sysctl()
{
    std::ofstream(m_path) << m_before << std::flush;
}

bool ip(const std::string& arguments)
{
    return std::system(("ip " + arguments + " 2>/dev/null").c_str()) == 0;
}

bool enterOwnNetwork()
{
    const uid_t user = ::getuid();
    if (::unshare(CLONE_NEWNET | CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS) != 0) {
            return false;
        }
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << "0 " + std::to_string(user) + " 1";
    }
    ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    // Without veth the tests of neighbours say so themselves.
    ownNetwork = ip("link set lo up");
    ip("link add veth0 type veth peer name veth1 && ip link set veth1 up && ip link set veth0 up"
       " && ip addr add 10.9.0.1/24 dev veth0");
    return ownNetwork;
}

bool isInOwnNetwork()
{
    return ownNetwork;
}
