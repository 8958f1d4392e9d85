// Which calls a socket can take now, and what the kernel says to the others. One table for the diagram, the
// buttons on a card and the test that holds it against the real kernel.
#pragma once

#include "model/graph/socket_graph.h"

namespace model {

struct Legality {
    bool legal = true;
    int error = 0; // the errno to expect where it is not
};

Legality legality(const SocketNode& socket, netcore::CallId call);

}
