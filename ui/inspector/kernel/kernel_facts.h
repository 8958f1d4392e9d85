// The facts of the kernel's view in the order and the groups in which they are shown, and in words.
#pragma once

#include <QString>
#include <vector>

#include "model/graph/socket_graph.h"
#include "netcore/inspect/view_facts.h"

namespace ui {

enum class KernelGroup : quint8 { Connection, Queues, Timers, RoundTrip, Window, Counters, Memory, Peer };
inline constexpr int kKernelGroups = 8;

struct KernelFact {
    KernelGroup group;
    netcore::ViewFact fact;
    std::uint16_t part; // of Memory and TcpInfo
};

// All that a view may have, by group.
const std::vector<KernelFact>& kernelFacts();

namespace words {

QString kernelGroup(KernelGroup group);
QString factName(const KernelFact& fact); // "Recv-Q", "tcpi_rtt"
// Empty: not known, or it does not apply to this socket. `now`: CLOCK_MONOTONIC, ns.
QString factText(
    const netcore::KernelView& view, const model::SocketNode& socket, const KernelFact& fact, quint64 now);
// The same for a value of its own, as it was at some time.
QString factValueText(const netcore::FactValue& value, const model::SocketNode& socket,
    const KernelFact& fact, quint64 now = 0);
QString countdown(quint64 ends, quint64 now); // "in 42.1 s", "due"

}

}
