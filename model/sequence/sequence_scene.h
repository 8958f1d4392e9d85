// What is to be drawn of a stretch of the log, as numbers: life lines, calls, calls that slept, what went
// from one to another, what waited, silences. No words, no colours, no pixels: sequence_picture.h makes
// those.
//
// Heights are rows of the axis from the top of the scene: 0 is where its first row begins, 0.5 its middle.
//
// Threads: the view's.
#pragma once

#include "model/sequence/sequence_axis.h"
#include "model/sequence/sequence_lanes.h"
#include "model/sequence/sequence_passages.h"

namespace model {

struct SequenceStep {
    Row row;
    std::optional<std::size_t> lane; // nothing: a note, a gap, a call without a socket
    double y; // its middle
};

// A call that slept: from where it was seen asleep to its return.
struct SequenceSleep {
    Row blocked;
    std::optional<Row> returned; // nothing: it sleeps
    std::size_t lane;
    double from;
    double to;
    bool beganBefore = false; // above the scene
    bool endsLater = false; // below it, or never
};

enum class ArrowKind : std::uint8_t {
    Connect, // to the listener
    Opened, // from the accept() to the socket that it made
    Data, // bytes of a stream
    Message, // a datagram, or a record of a seqpacket
    Lost, // a datagram that nobody will receive
};

struct SequenceArrow {
    ArrowKind kind;
    std::size_t from; // lanes
    std::size_t to;
    double fromY;
    double toY;
    std::optional<Row> sent; // connect() or send(); nothing: above the scene
    std::optional<Row> received; // accept() or recv()
    std::uint64_t units = 0; // bytes
};

// Something has arrived and nobody has taken it yet: bytes in the receive buffer, a peer in the accept queue.
struct SequenceWait {
    std::size_t lane;
    double from;
    double to;
    std::uint64_t units = 0; // bytes; of a queue 0
    bool isPeer = false; // in the accept queue
    bool endsLater = false;
};

struct SequenceSilence {
    double y; // where it begins
    std::uint64_t nanoseconds;
};

struct SequenceScene {
    SequenceBy by = SequenceBy::Socket;
    SequenceLanes lanes;
    struct Life { // of each lane: where its line is
        double from = 0;
        double to = 0;
        bool begins = false; // in the scene
        bool ends = false;
    };
    std::vector<Life> lives;
    std::vector<SequenceStep> steps;
    std::vector<SequenceSleep> sleeps;
    std::vector<SequenceArrow> arrows;
    std::vector<SequenceWait> waits;
    std::vector<SequenceSilence> silences;
    std::vector<Passage> passages; // what the arrows of data say, call by call
    double height = 0;
    bool isComplete = true; // false: not all has been counted; ask again
};

struct SceneWish {
    SequenceBy by = SequenceBy::Socket;
    std::uint64_t firstUnit = 0; // of the axis
    std::uint64_t endUnit = 0;
    Row known = 0; // rows from there on are not known: the moment that is shown
    netcore::SocketId pinned = netcore::kNoSocket; // has a life line in any case
    // Rows of the list before and behind whose sockets have life lines too: who scrolls does not see them
    // jump.
    std::uint64_t around = 0;
    Row mostCounted = Row {1} << 20;
};

class SequenceScenes {
public:
    SequenceScenes(const EventStore& store, const RowFacts& facts) : m_store(store), m_facts(facts) { }

    // The axis must have counted what is wished for. Work: by what is seen, not by the length of the log.
    SequenceScene make(const SequenceAxis& axis, const SocketGraph& graph, const SceneWish& wish);

private:
    const EventStore& m_store;
    const RowFacts& m_facts;
    SequencePassages m_passages;
};

}
