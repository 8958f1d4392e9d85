// The options of a socket, as the kernel has them: read without any effect on the socket, and only what has
// changed is told.
//
// Left out: options whose reading changes something (SO_ERROR clears, SO_PEERPIDFD opens a descriptor,
// TCP_SAVED_SYN gives its bytes away), those that ask for arguments, and those that move by themselves
// (TCP_INFO, SO_MEMINFO, SO_INCOMING_CPU): see the traits in netcore/names/options.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "netcore/base/ids.h"
#include "netcore/engine/descriptor_table.h"
#include "netcore/names/options.h"

namespace netcore {

struct OptionValue {
    int level = 0;
    int number = 0;
    int error = 0; // the errno that getsockopt() came back with: ENOPROTOOPT from a kernel that lacks it, ...
    std::vector<std::byte> bytes; // as many as the kernel gave; none with an error

    bool operator==(const OptionValue&) const = default;
};

// Those that readOptions() reads of such a socket, in the table's order.
std::vector<const OptionDescription*> sampledOptions(int domain, int type, int protocol);

// One option, as its type wants to be read. At most 64 KiB.
OptionValue readOption(int fd, const OptionDescription& option);
// 54 (UNIX) to 139 (TCP over IPv6) calls of getsockopt(), none of which blocks: 25 to 80 microseconds. Any
// thread.
std::vector<OptionValue> readOptions(const Descriptor& descriptor);

// Those of `now` that `before` has otherwise or not at all.
std::vector<OptionValue> changesIn(std::span<const OptionValue> before, std::span<const OptionValue> now);

// The data of an event of kind Options. Hostile or short bytes: as many whole values as there are.
std::vector<std::byte> encode(std::span<const OptionValue> values);
std::vector<OptionValue> decodeOptionValues(std::span<const std::byte> bytes);

// Whether such a call can change an option of the socket it is made on. (The one it opens is new.)
bool mayChangeOptions(CallId call);

// Remembers what was told last of each socket. Belongs to one thread.
class OptionMemory {
public:
    // The data of an Options event: all values at the first look, then what has changed since they were told;
    // empty: nothing has, or the socket is closed. It counts as told only after told().
    std::vector<std::byte> look(SocketId id, const Descriptor& descriptor);
    void told();
    void forget(SocketId id) { m_told.erase(id); }

private:
    std::map<SocketId, std::vector<std::byte>> m_told; // encoded: a socket has a hundred small values
    SocketId m_lookedAt = kNoSocket;
    std::vector<std::byte> m_seen;
};

}
