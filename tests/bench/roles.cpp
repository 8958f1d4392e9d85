#include "tests/bench/roles.h"

#include <array>

#include "tests/bench/started_program.h"

namespace bench {

std::span<const Role> roles()
{
    static constexpr std::array all {
        Role {"ping-client", pingClient},
        Role {"resident-at", residentAt},
        Role {"first-picture", firstPicture},
        Role {"resident-at-rest", residentAtRest},
    };
    return all;
}

}
