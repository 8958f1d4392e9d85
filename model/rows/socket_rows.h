// Where in the log each socket stands: its calls, what the kernel said of it, its options. Found as the rows
// come, so that nobody has to search a log of millions.
//
// Threads: belongs to one thread, the session's. 8 bytes a row.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/store/event_store.h"

namespace model {

class SocketRows {
public:
    // Rows first to end have come.
    void extend(const EventStore& store, Row first, Row end);

    // Ascending; valid until extend(). Empty for sockets that are not known.
    std::span<const Row> calls(netcore::SocketId socket) const; // made on it, and the one that opened it
    std::span<const Row> states(netcore::SocketId socket) const; // State events
    std::span<const Row> options(netcore::SocketId socket) const; // Options events

private:
    struct Rows {
        std::vector<Row> calls;
        std::vector<Row> states;
        std::vector<Row> options;
    };
    const Rows* find(netcore::SocketId socket) const;
    Rows* placeFor(netcore::SocketId socket);

    std::vector<Rows> m_sockets; // by number: ids are given out one after the other
};

// Of ascending rows: the last before `row`, the first after it.
std::optional<Row> lastBefore(std::span<const Row> rows, Row row);
std::optional<Row> firstAfter(std::span<const Row> rows, Row row);

}
