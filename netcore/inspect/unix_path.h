// What stands at a path of a UNIX socket, and what stands in the way. Nobody notices that it looks: nothing
// is opened or changed. Sources: unix(7), path_resolution(7).
#pragma once

#include <string>
#include <vector>

#include "netcore/inspect/finding.h"
#include "netcore/inspect/socket_tables.h"

namespace netcore {

// `holders` gets the sockets that have this name or this file, also where another name leads to it.
PathFacts lookAtPath(const std::string& path, std::vector<UnixSocket>& holders);

// Removes a socket file that nobody uses: only if it still is that very file, a socket, this user's own, and
// no socket of anybody has its name. Returns 0, or an errno; EBUSY: somebody uses it (again), ESTALE: it is
// another file by now, EPERM: somebody else's.
int removeStaleSocket(const std::string& path, const FileIdentity& file);

}
