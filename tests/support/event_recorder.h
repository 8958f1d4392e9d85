// Takes every event out of a stream and keeps it, so that a test can wait for one and look back at all.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "netcore/events/call_record.h"
#include "netcore/events/event.h"
#include "netcore/events/event_stream.h"
#include "netcore/inspect/kernel_view.h"

namespace support {

struct RecordedEvent {
    netcore::Event event;
    std::vector<std::byte> record;

    std::span<const std::byte> arguments() const;
    std::span<const std::byte> data() const;
    std::string dataText() const;
    netcore::CallRecord call() const;
    netcore::KernelView view() const;
    // "recv(7, "hello", 100, 0) = 5", "recv(7, <unfinished ...>", "--- gap of 3 ---"
    std::string line() const;
    std::string result() const; // "5", "-1 EINTR"
};

class EventRecorder {
public:
    using Predicate = std::function<bool(const RecordedEvent&)>;

    explicit EventRecorder(netcore::EventStream& stream) : m_stream(stream) { }

    // The first event, of those so far and those to come, that satisfies it. nullptr: it did not come within
    // a time that is long for any machine, so something is broken. Good until the recorder goes.
    const RecordedEvent* waitFor(const Predicate& wanted);
    // Takes what is there now.
    std::size_t drain();

    const std::deque<RecordedEvent>& all() const { return m_events; }
    std::size_t count(const Predicate& wanted) const;
    std::string lines() const; // for messages

private:
    netcore::EventStream& m_stream;
    std::deque<RecordedEvent> m_events;
};

// Asks again and again until it holds; false: it did not within a time that is long for any machine.
bool eventually(const std::function<bool()>& holds);

}
