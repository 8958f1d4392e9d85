// How much happens, over time: events, bytes and errors in bins of equal width, in all and for the sockets
// that do the most.
//
// Bins begin with 2^20 ns (about a millisecond) and are merged two by two where there would be more than
// kMostBins: memory stays the same however long the log is, and an event costs some nanoseconds. A part of
// the log is looked at more closely by a Throughput of its own over that range.
//
// Threads: belongs to one thread.
#pragma once

#include <vector>

#include "model/store/event_store.h"

namespace model {

struct ThroughputBin {
    std::uint32_t events = 0; // calls that have returned
    std::uint32_t errors = 0; // of them
    std::uint64_t bytes = 0; // that they moved
};

class Throughput {
public:
    static constexpr std::size_t kMostBins = 4'096;

    // Times: ns of CLOCK_MONOTONIC. What ended outside of them is not counted; end 0: no end. `shown`: the
    // sockets that get bins of their own, few.
    explicit Throughput(
        std::uint64_t begin = 0, std::uint64_t end = 0, std::vector<netcore::SocketId> shown = {});

    // Reads on, at most so many rows. True: there are more.
    bool readOn(const EventStore& store, Row rows);
    Row readTo() const { return m_next; }

    std::uint64_t begin() const { return m_begin; }
    std::uint64_t binWidth() const { return std::uint64_t {1} << m_shift; } // ns
    // In all; the last one is the last with an event.
    const std::vector<ThroughputBin>& bins() const { return m_all; }

    const std::vector<netcore::SocketId>& shown() const { return m_shown; }
    const std::vector<ThroughputBin>& binsOf(std::size_t shown) const { return m_series[shown]; } // as many

    // Who did the most in the range, most events first.
    std::vector<netcore::SocketId> busiest(std::size_t most) const;

private:
    void add(std::uint64_t at, netcore::SocketId socket, bool failed, std::uint64_t bytes);
    void halve();

    std::uint64_t m_begin;
    std::uint64_t m_end;
    std::vector<netcore::SocketId> m_shown;
    unsigned m_shift = 20;
    std::vector<ThroughputBin> m_all;
    std::vector<std::vector<ThroughputBin>> m_series;
    std::vector<std::uint64_t> m_events; // by number of the socket
    Row m_next = 0;
    bool m_started = false;
};

// The first row that ended at that time or later; size() if there is none. Rows are ordered so.
Row firstRowAt(const EventStore& store, std::uint64_t time);

}
