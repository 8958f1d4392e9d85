// The calls of getsockopt() and setsockopt() on each option of each socket: the last one, and the last value
// asked for. Found as the log grows.
//
// Threads: belongs to one thread, the view's.
#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "model/store/event_store.h"

namespace model {

struct OptionCall {
    Row row = 0;
    netcore::CallId call = netcore::CallId::None; // None: there was none
    int error = 0; // errno it came back with
    std::vector<std::byte> bytes; // given, or answered
};

class OptionCalls {
public:
    // Rows first to end have come.
    void extend(const EventStore& store, Row first, Row end);

    const OptionCall& last(netcore::SocketId socket, int level, int number) const;
    // The last setsockopt() that the kernel took.
    const OptionCall& lastSet(netcore::SocketId socket, int level, int number) const;
    std::size_t count() const { return m_count; } // of all calls: grows with each

private:
    using Key = std::tuple<netcore::SocketId, int, int>;
    std::map<Key, OptionCall> m_last;
    std::map<Key, OptionCall> m_set;
    std::size_t m_count = 0;
};

}
