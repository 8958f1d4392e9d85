// The fold: what the events up to a row say about each socket. A pure function of the log: live view, replay
// and the time slider are one path. No clock, no kernel, no thread of its own.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/store/event_store.h"
#include "netcore/inspect/kernel_view.h"

namespace model {

// A call that was seen asleep and has not returned.
struct BlockedCall {
    netcore::Ticket ticket;
    netcore::CallId call;
    netcore::ActorId actor;
    std::uint64_t since; // ns, CLOCK_MONOTONIC: when it was made
    std::string kernelFunction; // where it sleeps; may be empty
    Row row; // of the Blocked event
};

// What the kernel keeps of a TCP connection after close().
struct LingeringConnection {
    std::int32_t tcpState; // TCP_TIME_WAIT ...
    netcore::SocketTimer timer; // of TIME_WAIT, and of FIN_WAIT2: when it will be forgotten

    bool operator==(const LingeringConnection&) const = default;
};

struct SocketNode {
    netcore::SocketId id = netcore::kNoSocket;
    int fd = -1; // its number while it was open
    int domain = 0;
    int type = 0; // without flags
    int protocol = 0;
    bool nonBlocking = false;
    netcore::ActorId actor = netcore::kNoActor; // who made it

    bool open = true;
    bool bound = false; // by bind()
    bool listening = false;
    bool connected = false; // connect() or accept() said so
    bool connecting = false; // EINPROGRESS, or connect() asleep
    std::uint64_t connectedAt = 0; // ns, CLOCK_MONOTONIC: since when that is known
    bool ended = false; // the kernel has ended the connection: reset, closed at both ends, UNIX peer gone
    bool accepted = false;
    bool shutRead = false;
    bool shutWrite = false; // the half-close
    bool sawEnd = false; // a recv() of a stream returned 0
    bool reset = false; // by the peer: ECONNRESET, or EPIPE without a shutdown() of its own, was seen
    netcore::SocketId listener = netcore::kNoSocket; // that accept() made it from
    netcore::SocketId peer = netcore::kNoSocket; // the other end, where it is one of ours
    // dup(), or a descriptor that came in a message: another number for the same socket (open(2), "open file
    // description"). The one it was made from, where it is one of ours.
    netcore::SocketId duplicateOf = netcore::kNoSocket;
    netcore::SocketId receivedThrough
        = netcore::kNoSocket; // it came in a message (SCM_RIGHTS) to this socket
    bool isSocket = true; // false: a file that came in a message
    std::string target; // of such a file: where /proc says it leads

    netcore::Address local; // as far as known: from calls, then from the kernel
    netcore::Address remote;
    netcore::Address lastSender; // of the last message that recvfrom() took
    int backlog = 0; // as asked of listen()
    netcore::KernelView view; // the last one; after close() of what lingers
    std::int32_t stateBefore = -1; // KernelView::state() that was seen before the view's; -1: none
    std::optional<LingeringConnection> lingering; // only where it is not open
    std::vector<Row> optionRows; // its Options events, oldest first: model/graph/socket_options.h reads them

    std::bitset<64> done; // calls that have succeeded, by CallId
    std::vector<BlockedCall> blocked;
    std::uint64_t bytesSent = 0;
    std::uint64_t bytesReceived = 0;
    std::uint32_t acceptedCount = 0;
    Row created = 0;
    Row lastCall = 0;
    std::uint64_t changedAt = 0; // time of the last event of it

    bool has(netcore::CallId call) const { return done.test(static_cast<std::size_t>(call)); }
    bool isStream() const { return type == SOCK_STREAM; } // of bytes: SOCK_STREAM
    bool isSeqpacket() const { return type == SOCK_SEQPACKET; } // of messages, connected
    bool isDatagram() const { return type == SOCK_DGRAM; }
};

class SocketGraph {
public:
    // Folds rows from first to the store's end (or `end`) in; returns the sockets that they changed.
    std::set<netcore::SocketId> apply(const EventStore& store, Row first, Row end);

    const std::map<netcore::SocketId, SocketNode>& sockets() const { return m_sockets; }
    const SocketNode* find(netcore::SocketId id) const;
    std::size_t blockedCalls() const;

private:
    using Changed = std::set<netcore::SocketId>;
    struct Recent;
    bool applyTransfer(const EventStore::Columns& columns, std::size_t i, Recent& recent, Changed& changed);
    void applyEvent(const EventStore& store, Row row, Changed& changed);
    void applyCall(const EventStore& store, Row row, const netcore::Event& event, Changed& changed);
    void applyBlocked(const EventStore& store, Row row, const netcore::Event& event);
    void applyState(const EventStore& store, Row row, const netcore::Event& event, Changed& changed);
    static void applyLingering(SocketNode& node);
    void applyOptions(Row row, const netcore::Event& event);
    void addSocket(const netcore::Event& event, const netcore::CallRecord& record, Row row);
    void addOpened(const netcore::Event& event, const netcore::CallRecord& record, Row row, Changed& changed);
    void findOriginal(SocketNode& node);
    static void takeState(SocketNode& node, const SocketNode& same);
    void applySuccess(SocketNode& node, const netcore::Event& event, const netcore::CallRecord& record);
    void loseDatagramPeer(SocketNode& node);
    void applyFailure(SocketNode& node, const netcore::Event& event, const netcore::CallRecord& record);
    void pairUp(SocketNode& node, Changed& changed);

    std::map<netcore::SocketId, SocketNode> m_sockets;
};

}
