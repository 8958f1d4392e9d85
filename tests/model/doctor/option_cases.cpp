// Options that can't be set, pairs that can't be made, and files that were removed.

#include <linux/capability.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/time.h>
#include <unistd.h>

#include "tests/model/doctor/clinic.h"
#include "tests/model/doctor/strangers.h"

using namespace netcore;

namespace {

// The call that fails because of the stale file, then its removal.
void removeStale(Clinic& c, const Call& call, const char* situation)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::bind(fd, c.path("stale").data(), c.path("stale").length());
    ::close(fd);
    const SocketId socket = c.socket(AF_UNIX, SOCK_STREAM);
    c.make(call, socket);
    c.situation(QString::fromLatin1(situation));
    if (const auto finding = c.patient().finding; finding && finding->path) {
        c.bench.session.removeStale({c.last, socket, finding->path->path, finding->path->file});
    }
}

}

DoctorCases optionCases()
{
    return {
        {"EADDRINUSE.removed",
            [](Clinic& c) { removeStale(c, calls::bind(c.path("stale")), "EADDRINUSE.stale"); }},
        {"ECONNREFUSED.removed",
            [](Clinic& c) { removeStale(c, calls::connect(c.path("stale")), "ECONNREFUSED.stale"); }},
        {"EINVAL.v6Only",
            [](Clinic& c) {
                c.make(calls::setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 1), c.bound(AF_INET6, SOCK_STREAM));
            }},
        {"EINVAL.optionLength",
            [](Clinic& c) {
                c.make(calls::setsockopt(SOL_SOCKET, SO_KEEPALIVE, std::vector<std::byte>(1)),
                    c.socket(AF_INET, SOCK_STREAM));
            }},
        {"ENOPROTOOPT.option",
            [](Clinic& c) {
                c.make(calls::setsockopt(IPPROTO_TCP, TCP_NODELAY, 1), c.socket(AF_INET, SOCK_DGRAM));
            }},
        {"EOPNOTSUPP.option",
            [](Clinic& c) {
                c.make(calls::setsockopt(IPPROTO_TCP, TCP_NODELAY, 1), c.socket(AF_UNIX, SOCK_STREAM));
            }},
        {"EOPNOTSUPP.pair", [](Clinic& c) { c.make(calls::socketpair(AF_INET, SOCK_STREAM)); }},
        {"EDOM.timeout",
            [](Clinic& c) {
                const timeval wrong {0, 2'000'000};
                const auto* bytes = reinterpret_cast<const std::byte*>(&wrong);
                c.make(calls::setsockopt(SOL_SOCKET, SO_RCVTIMEO, {bytes, bytes + sizeof wrong}),
                    c.socket(AF_INET, SOCK_STREAM));
            }},
        {"EPERM.option",
            [](Clinic& c) {
                const WithoutCapabilities less({CAP_NET_ADMIN, CAP_NET_RAW});
                c.make(calls::setsockopt(SOL_SOCKET, SO_MARK, 1), c.socket(AF_INET, SOCK_STREAM));
            },
            Needs::FewerRights},
        {"note.buffer",
            [](Clinic& c) {
                c.make(calls::setsockopt(SOL_SOCKET, SO_RCVBUF, 1 << 30), c.socket(AF_INET, SOCK_STREAM));
            }},
    };
}
