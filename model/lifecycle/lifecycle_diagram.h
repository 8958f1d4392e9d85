// The picture of a socket's life, for its own kind and role, as places on a small grid. After TLPI figures
// 56-1 and 56-4.
#pragma once

#include <vector>

#include "model/graph/socket_graph.h"

namespace model {

enum class SocketRole : std::uint8_t {
    Fresh,
    Active,
    Passive,
    Accepted,
    Paired,
    Datagram,
    ConnectedDatagram
};
SocketRole roleOf(const SocketNode& socket);

enum class StepState : std::uint8_t { Done, Next, Running, NotNow };

// What a call is for: the calls beside the diagram stand together by it.
enum class CallGroup : std::uint8_t { Life, Messages, Descriptor, Names };

struct LifecycleStep {
    netcore::CallId call;
    int column; // 0 to 2
    int row;
    StepState state;
    CallGroup group = CallGroup::Life; // of the other calls, which have no place
};

struct LifecycleArrow {
    std::size_t from; // indices of steps
    std::size_t to;
    bool bothWays = false;
};

struct LifecycleDiagram {
    SocketRole role;
    std::vector<LifecycleStep> steps;
    std::vector<LifecycleArrow> arrows;
    // The other calls, which belong to other roles: they can be made all the same, to see what the kernel
    // says. By group.
    std::vector<LifecycleStep> others;
};

LifecycleDiagram lifecycleOf(const SocketNode& socket);
StepState stateOf(const SocketNode& socket, netcore::CallId call);

}
