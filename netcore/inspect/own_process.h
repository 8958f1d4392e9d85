// Who this program is: what SCM_CREDENTIALS may say without privileges (unix(7)).
#pragma once

#include <cstdint>

namespace netcore {

struct ProcessCredentials {
    std::int32_t pid;
    std::uint32_t uid;
    std::uint32_t gid;
};

ProcessCredentials ownCredentials(); // any thread

}
