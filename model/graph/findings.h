// Where the findings about calls stand in the log: by the ticket of the call.
//
// Threads: belongs to one, the session's.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "model/store/event_store.h"
#include "netcore/inspect/finding.h"

namespace model {

class Findings {
public:
    // Rows first to end have come.
    void extend(const EventStore& store, Row first, Row end);

    // All that was found out about that call so far, later findings over earlier ones. Nothing: none (yet).
    std::optional<netcore::Finding> of(const EventStore& store, netcore::Ticket ticket) const;
    // How many there are: it has changed when this has.
    std::size_t count(netcore::Ticket ticket) const;

private:
    std::unordered_map<netcore::Ticket, std::vector<Row>> m_rows;
};

}
