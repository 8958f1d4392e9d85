// Addresses that can't be had.

#include <linux/capability.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/model/doctor/clinic.h"
#include "tests/model/doctor/strangers.h"

using namespace netcore;

namespace {

void bindAgain(Clinic& clinic, const Address& place)
{
    clinic.make(calls::bind(place), clinic.socket(place.family(), SOCK_STREAM));
}

void leaveStale(const Address& place)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::bind(fd, place.data(), place.length());
    ::close(fd);
}

// The server's end closes first, so its port stays in TIME_WAIT.
Address portInTimeWait(Clinic& clinic)
{
    const SocketId client = clinic.connected(AF_INET);
    const Address place = clinic.bench.node(clinic.served).local;
    clinic.close(clinic.served);
    clinic.make(calls::recv(1), client);
    clinic.close(client);
    for (const auto& [id, node] : clinic.bench.session.graph().sockets()) {
        if (node.open) {
            clinic.close(id);
        }
    }
    return place;
}

void exhaustPorts(const std::function<std::string()>& another)
{
    for (int i = 0; i < 16 && another() == "0"; ++i) { }
}

DoctorCases paths()
{
    return {
        {"EADDRINUSE.stale",
            [](Clinic& c) {
                leaveStale(c.path("stale"));
                bindAgain(c, c.path("stale"));
            }},
        {"EADDRINUSE.staleOther",
            [](Clinic& c) {
                leaveStale(c.path("stale"));
                (void)!::chown(c.folder.file("stale").c_str(), 12345, 0);
                bindAgain(c, c.path("stale"));
            },
            Needs::FewerRights},
        {"EADDRINUSE.livePath", [](Clinic& c) { bindAgain(c, c.localOf(c.listener(AF_UNIX))); }},
        {"EADDRINUSE.livePathUnknown",
            [](Clinic& c) {
                const auto stranger = Stranger::elsewhere(c.path("container"), SOCK_STREAM);
                bindAgain(c, c.path("container"));
                c.situation(QStringLiteral("EADDRINUSE.livePathUnknown"));
            },
            Needs::OwnNetwork},
        {"EADDRINUSE.file",
            [](Clinic& c) {
                support::writeFile(c.folder.file("file"), "precious");
                bindAgain(c, c.path("file"));
            }},
        {"EADDRINUSE.folder", [](Clinic& c) { bindAgain(c, Address::unixPath(c.folder.path())); }},
        {"EADDRINUSE.danglingLink",
            [](Clinic& c) {
                (void)!::symlink("nowhere", c.folder.file("link").c_str());
                bindAgain(c, c.path("link"));
            }},
        {"EADDRINUSE.otherFile",
            [](Clinic& c) {
                ::mkfifo(c.folder.file("fifo").c_str(), 0600);
                bindAgain(c, c.path("fifo"));
            }},
        {"EACCES.search",
            [](Clinic& c) {
                ::mkdir(c.folder.file("shut").c_str(), 0);
                const WithoutCapabilities less({CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH});
                bindAgain(c, c.path("shut/x"));
            },
            Needs::FewerRights},
        {"EACCES.folder",
            [](Clinic& c) {
                ::mkdir(c.folder.file("readable").c_str(), 0500);
                const WithoutCapabilities less({CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH});
                bindAgain(c, c.path("readable/x"));
            },
            Needs::FewerRights},
        {"EACCES.file",
            [](Clinic& c) {
                const Stranger stranger(c.path("theirs"), SOCK_STREAM);
                ::chmod(c.folder.file("theirs").c_str(), 0400);
                const WithoutCapabilities less({CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH});
                c.make(calls::connect(c.path("theirs")), c.socket(AF_UNIX, SOCK_STREAM));
                c.situation(QStringLiteral("EACCES.file")); // while the stranger lives
            },
            Needs::FewerRights},
        {"ENOENT.folder", [](Clinic& c) { bindAgain(c, c.path("no/such/folder")); }},
        {"ENOTDIR.path",
            [](Clinic& c) {
                support::writeFile(c.folder.file("file"), "");
                bindAgain(c, c.path("file/x"));
            }},
        {"ELOOP.path",
            [](Clinic& c) {
                (void)!::symlink("loop", c.folder.file("loop").c_str());
                bindAgain(c, c.path("loop/x"));
            }},
        {"ENAMETOOLONG.link",
            [](Clinic& c) {
                (void)!::symlink(std::string(300, 'x').c_str(), c.folder.file("long").c_str());
                c.make(calls::connect(c.path("long")), c.socket(AF_UNIX, SOCK_STREAM));
            }},
        {"EROFS.path",
            [](Clinic& c) {
                const std::string place = c.folder.file("ro");
                ::mkdir(place.c_str(), 0700);
                ::mount("none", place.c_str(), "tmpfs", MS_RDONLY, "size=64k");
                bindAgain(c, c.path("ro/x"));
                c.situation(QStringLiteral("EROFS.path"));
                ::umount(place.c_str());
            },
            Needs::OwnNetwork},
    };
}

DoctorCases ports()
{
    return {
        {"EADDRINUSE.ephemeral",
            [](Clinic& c) {
                const Sysctl few("net/ipv4/ip_local_port_range", "40000 40003");
                exhaustPorts(
                    [&] { return c.make(calls::bind(v4(kLoopback, 0)), c.socket(AF_INET, SOCK_DGRAM)); });
                c.situation(QStringLiteral("EADDRINUSE.ephemeral"));
            },
            Needs::OwnNetwork},
        {"EADDRNOTAVAIL.ephemeral",
            [](Clinic& c) {
                const Address server = c.localOf(c.listener(AF_INET, 64));
                const Sysctl few("net/ipv4/ip_local_port_range", "40010 40013");
                exhaustPorts([&] { return c.make(calls::connect(server), c.socket(AF_INET, SOCK_STREAM)); });
                c.situation(QStringLiteral("EADDRNOTAVAIL.ephemeral"));
            },
            Needs::OwnNetwork},
        {"EADDRINUSE.timeWait", [](Clinic& c) { bindAgain(c, portInTimeWait(c)); }},
        {"EADDRINUSE.timeWaitAgain",
            [](Clinic& c) {
                const Address place = portInTimeWait(c);
                const SocketId socket = c.socket(AF_INET, SOCK_STREAM);
                c.make(calls::setsockopt(SOL_SOCKET, SO_REUSEADDR, 1), socket);
                c.make(calls::bind(place), socket);
            }},
        {"EADDRINUSE.closing",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                const Address place = c.localOf(c.served);
                const SocketId server = c.bench.node(c.served).listener;
                c.close(c.served); // its FIN is answered, and the client keeps its own back
                c.make(calls::recv(1), client);
                c.close(server);
                bindAgain(c, place);
            }},
        {"EADDRINUSE.dualStack",
            [](Clinic& c) {
                const SocketId six = c.socket(AF_INET6, SOCK_STREAM);
                c.make(calls::bind(v6("[::]:0")), six);
                c.make(calls::getsockname(), six);
                bindAgain(c, withPortOf(0, c.localOf(six)));
            }},
        {"EADDRINUSE.own", [](Clinic& c) { bindAgain(c, c.localOf(c.bound(AF_INET, SOCK_STREAM))); }},
        {"EADDRINUSE.program",
            [](Clinic& c) {
                const Stranger stranger(v4(kLoopback, 0), SOCK_STREAM);
                bindAgain(c, stranger.place());
                c.situation(QStringLiteral("EADDRINUSE.program"));
            }},
        {"EADDRINUSE.otherUser",
            [](Clinic& c) {
                const Stranger stranger(v4(kLoopback, 0), SOCK_STREAM, 12345);
                const WithoutCapabilities less({CAP_SYS_PTRACE, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH});
                bindAgain(c, stranger.place());
                c.situation(QStringLiteral("EADDRINUSE.otherUser"));
            },
            Needs::FewerRights},
        {"EADDRNOTAVAIL.zone", [](Clinic& c) { bindAgain(c, v6("[fe80::4711%lo]:0")); }},
        {"EADDRNOTAVAIL.notLocal", [](Clinic& c) { bindAgain(c, v4(0xc0000201, 0)); }},
        {"EACCES.port",
            [](Clinic& c) {
                const WithoutCapabilities less({CAP_NET_BIND_SERVICE});
                bindAgain(c, v4(kLoopback, 81));
            },
            Needs::OwnNetwork},
        {"EAFNOSUPPORT.address",
            [](Clinic& c) { c.make(calls::bind(v6("[::1]:0")), c.socket(AF_INET, SOCK_STREAM)); }},
        {"EAFNOSUPPORT.socket", [](Clinic& c) { c.make(calls::socket(99, SOCK_STREAM)); }},
    };
}

}

DoctorCases addressCases()
{
    DoctorCases all = paths();
    const DoctorCases more = ports();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}
