// A call that can be asked for: the function and its arguments, right or wrong.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
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
    bool wantsAddress = true; // for a struct sockaddr * and a void *optval: false passes NULL
    std::vector<std::byte> data; // behind a const void *; of sendmsg(): all buffers, one behind the other
    CallDetails details; // of the calls that have some
};

// What a buffer may be asked to hold, in bytes: a typing error must not eat the machine's memory.
inline constexpr std::int64_t kLargestBuffer = std::int64_t {64} << 20;
// The same for an option's value, and for control messages.
inline constexpr std::int64_t kLargestOption = std::int64_t {1} << 20;

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
Call socketpair(int domain, int type, int protocol = 0);
// Their buffers: as the details say; one for all of `data` where they say nothing.
Call sendmsg(std::string_view data, MessageDetails message = {}, int flags = MSG_NOSIGNAL);
Call recvmsg(MessageDetails room, int flags = 0);
Call read(std::size_t size);
Call write(std::string_view data);
Call getsockopt(int level, int name, std::size_t room = sizeof(int));
Call setsockopt(int level, int name, std::vector<std::byte> value);
Call setsockopt(int level, int name, int value);
Call fcntl(int command, int argument = 0);
Call dup();
Call poll(std::vector<PollEntry> entries, int timeoutMs);
Call ioctl(unsigned long request, int value = 0);
Call getaddrinfo(LookUpDetails wanted);
}

// Descriptors in messages (SCM_RIGHTS) and poll sets are named by identity: this puts their numbers in.
// `numberOf` gives -1 for one that is closed.
Call withDescriptors(Call call, const std::function<int(SocketId)>& numberOf);
// All sockets that the call names beside the one it is made on.
std::vector<SocketId> namedIn(const Call& call);

// What the log says of it before it has returned.
CallRecord recordOf(const Call& call, int fd);

// One call for one socket, made in the name of an actor.
struct Command {
    Call call;
    SocketId socket = kNoSocket; // none for socket()
    ActorId actor = kNoActor;
};

}
