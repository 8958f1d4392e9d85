#include "netcore/inspect/own_process.h"

#include <unistd.h>

namespace netcore {

ProcessCredentials ownCredentials()
{
    return {::getpid(), ::getuid(), ::getgid()};
}

}
