// Identities. A descriptor number is reused by the kernel the moment it is free; these never are.
#pragma once

#include <cstdint>

namespace netcore {

// A socket for as long as the session lasts. 0: none.
enum class SocketId : std::uint32_t {};
// One call that was posted to the engine. 0: none.
enum class Ticket : std::uint32_t {};
// Who makes a call: a thread of the imagined program, a life line in the sequence diagram. 0: nobody in
// particular.
enum class ActorId : std::uint16_t {};

inline constexpr SocketId kNoSocket {0};
inline constexpr Ticket kNoTicket {0};
inline constexpr ActorId kNoActor {0};

constexpr std::uint32_t number(SocketId id)
{
    return static_cast<std::uint32_t>(id);
}
constexpr std::uint32_t number(Ticket ticket)
{
    return static_cast<std::uint32_t>(ticket);
}
constexpr std::uint16_t number(ActorId actor)
{
    return static_cast<std::uint16_t>(actor);
}

}
