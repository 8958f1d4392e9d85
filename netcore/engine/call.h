// A call that can be asked for: the function and its arguments, right or wrong.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "netcore/base/ids.h"
#include "netcore/events/call_record.h"
#include "netcore/names/calls.h"
#include "netcore/sys/address.h"

namespace netcore {

struct Call {
    CallId id = CallId::None;
    // By position; the slots of pointers and of the descriptor are not read. Length of an address: what it
    // says here, even where it is wrong.
    std::array<std::int64_t, kMostParameters> arguments {};
    std::optional<Address> address; // behind a const struct sockaddr *; nothing: NULL
    bool wantsAddress = true; // for a struct sockaddr *: false passes NULL
    std::vector<std::byte> data; // behind a const void *
};

// What a buffer may be asked to hold, in bytes: a typing error must not eat the machine's memory.
inline constexpr std::int64_t kLargestBuffer = std::int64_t {64} << 20;

// The call with its defaults: room for any address, lengths that fit, MSG_NOSIGNAL for sends.
namespace calls {
Call socket(int domain, int type, int protocol = 0);
Call bind(const Address& address);
Call listen(int backlog);
Call accept();
Call accept4(int flags = 0);
Call connect(const Address& address);
Call send(std::string_view data);
Call send(std::vector<std::byte> data, int flags);
Call sendto(std::string_view data, const Address& address);
Call sendto(std::vector<std::byte> data, int flags, const Address& address);
Call recv(std::size_t size, int flags = 0);
Call recvfrom(std::size_t size, int flags = 0);
Call shutdown(int how);
Call close();
Call getsockname();
Call getpeername();
}

// What the log says of it before it has returned.
CallRecord recordOf(const Call& call, int fd);

// One call for one socket, made in the name of an actor.
struct Command {
    Call call;
    SocketId socket = kNoSocket; // none for socket()
    ActorId actor = kNoActor;
};

}
