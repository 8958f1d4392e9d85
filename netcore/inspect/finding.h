// What was found out about a failed call: facts of this machine at that moment, as numbers and bytes. The
// words for them are made elsewhere (model/explain).
//
// As the data of an EventKind::Finding: a list of parts, each with its tag and its length. A part that is
// cut, too long or unknown (a damaged file) is left out; decoding never fails. Names of programs, their
// command lines and paths are bytes that strangers chose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "netcore/base/ids.h"
#include "netcore/sys/address.h"
#include "netcore/sys/file_identity.h"

namespace netcore {

// Of Holder::state, beside TCP_LISTEN and the others of <netinet/tcp.h>: bound, neither listening nor
// connected (TCP_BOUND_INACTIVE; sock_diag lists such sockets since Linux 6.8).
inline constexpr std::uint8_t kBoundOnly = 13;

// A socket that has the address in question, here or in another program.
struct Holder {
    Address local;
    Address remote; // empty: not connected
    std::uint8_t state
        = 0; // TCP_*; UNIX sockets and UDP use TCP_LISTEN, TCP_ESTABLISHED and TCP_CLOSE of them
    std::uint8_t type = 0; // SOCK_*
    bool v6Only = false; // IPV6_V6ONLY: leaves the port of IPv4 alone
    std::uint64_t inode = 0; // 0: of nobody any more (TIME_WAIT, or the rest of a closed connection)
    std::uint32_t user = 0; // uid of who made it
    SocketId ours = kNoSocket; // one of this engine's
    std::int32_t process = 0; // pid; 0: not visible (another user's, or in another pid namespace)
    std::string program; // /proc/PID/comm: 15 bytes at most, chosen by the program
    std::string commandLine; // /proc/PID/cmdline, cut; NUL between the words

    bool operator==(const Holder&) const = default;
};

enum class PathKind : std::uint8_t {
    Unknown, // something on the way stands in the way: PathFacts::obstacle
    Nothing,
    LiveSocket, // a socket of somebody has this name or this file
    StaleSocket, // a socket file that no socket has any more
    File,
    Folder,
    DanglingLink, // a symbolic link to nothing
    Other, // a device, a pipe
};

enum class PathObstacle : std::uint8_t {
    None,
    MissingFolder,
    NotAFolder,
    NoSearch, // a folder that must not be passed through (x)
    NoWrite, // the folder must not be written to; for an existing socket: the file
    ReadOnly, // the file system
    Loop,
    NameTooLong, // one component, or the whole
};

struct PathFacts {
    PathKind kind = PathKind::Unknown;
    PathObstacle obstacle = PathObstacle::None;
    bool isLink = false; // reached over a symbolic link at the end of the path
    bool mine = false; // the file belongs to the user of this process
    std::uint32_t mode = 0; // permissions of the file, or of the obstacle
    std::uint32_t owner = 0; // uid of it
    std::uint64_t size = 0; // bytes, of a file
    FileIdentity file;
    std::string path; // absolute
    std::string obstacleAt; // the component, with all before it

    bool operator==(const PathFacts&) const = default;
};

struct LocalAddress {
    Address address; // port 0
    std::uint32_t interface = 0; // its index
    std::string name; // "lo"
    bool up = false; // IFF_UP and IFF_RUNNING

    bool operator==(const LocalAddress&) const = default;
};

enum class RouteKind : std::uint8_t {
    None, // no route: ENETUNREACH
    Unicast,
    Local,
    Broadcast,
    Multicast,
    Blackhole, // EINVAL
    Unreachable, // EHOSTUNREACH
    Prohibited, // EACCES
};

// Single numbers. What is not there is not known.
enum class Quantity : std::uint8_t {
    FirstUnprivilegedPort, // net.ipv4.ip_unprivileged_port_start
    EphemeralFirst, // net.ipv4.ip_local_port_range
    EphemeralLast,
    EphemeralTaken, // ports of that range in use by this protocol
    FreePort, // behind the one that was asked for: nobody had it a moment ago
    DescriptorLimit, // RLIMIT_NOFILE, soft
    DescriptorsOpen, // of this process
    SystemFilesLimit, // fs.file-max
    SystemFilesOpen,
    BacklogLimit, // net.core.somaxconn
    DatagramQueueLimit, // net.unix.max_dgram_qlen
    SendBuffer, // SO_SNDBUF, bytes
    ReceiveTimeout, // SO_RCVTIMEO, microseconds; 0: none
    SendTimeout, // SO_SNDTIMEO
    NonBlocking, // O_NONBLOCK: 0 or 1
    Broadcast, // SO_BROADCAST: 0 or 1
    V6Only, // IPV6_V6ONLY: 0 or 1
    ReuseAddress, // SO_REUSEADDR: 0 or 1
    RouteTo, // the destination: a RouteKind
    AcceptQueue, // of the UNIX listener that was meant: connections that wait
    AcceptLimit, // and how many there can be, less one
    UserId, // effective, of this process
    RemovalResult, // 0: the stale socket file is gone; else an errno, EBUSY: it is not stale (any more)
};

struct Finding {
    std::vector<Holder> holders; // kMostHolders at most, those that matter most first
    std::optional<PathFacts> path;
    std::vector<LocalAddress> addresses;
    std::map<Quantity, std::int64_t> numbers;

    std::optional<std::int64_t> number(Quantity quantity) const;
    bool isEmpty() const { return *this == Finding(); }
    // What a later finding of the same call adds or says anew.
    void merge(const Finding& later);

    bool operator==(const Finding&) const = default;
};

inline constexpr std::size_t kMostHolders = 16;

std::vector<std::byte> encode(const Finding& finding);
Finding decodeFinding(std::span<const std::byte> bytes);

}
