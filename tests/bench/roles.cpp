#include "tests/bench/roles.h"

#include <array>

namespace bench {

std::span<const Role> roles()
{
    static constexpr std::array all {
        Role {"ping-client", pingClient},
        Role {"resident-at", residentAt},
    };
    return all;
}

}
