#include "tests/support/event_recorder.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "netcore/names/call_text.h"

namespace support {

using namespace netcore;

namespace {

constexpr std::chrono::seconds kLong {60};

CallStage stageOf(const Event& event)
{
    if (event.kind == EventKind::Blocked) {
        return CallStage::Unfinished;
    }
    return event.error == 0 ? CallStage::Done : CallStage::Failed;
}

}

std::span<const std::byte> RecordedEvent::arguments() const
{
    return std::span(record).first(std::min<std::size_t>(event.argumentsSize, record.size()));
}

std::span<const std::byte> RecordedEvent::data() const
{
    return std::span(record).subspan(arguments().size());
}

std::string RecordedEvent::dataText() const
{
    return {reinterpret_cast<const char*>(data().data()), data().size()};
}

CallRecord RecordedEvent::call() const
{
    return decodeCall(event.call, arguments());
}

KernelView RecordedEvent::view() const
{
    return decodeKernelView(data());
}

std::string RecordedEvent::result() const
{
    return resultText(event.call, event.result, event.error);
}

std::string RecordedEvent::line() const
{
    switch (event.kind) {
    case EventKind::Call:
        return callText(call(), data(), event.dataSize, stageOf(event)) + " = " + result();
    case EventKind::Blocked:
        return callText(call(), {}, 0, stageOf(event));
    case EventKind::Gap:
        return "--- gap of " + std::to_string(event.result) + " ---";
    case EventKind::State:
    case EventKind::Options:
    case EventKind::Finding:
        return "--- about socket " + std::to_string(number(event.socket)) + " ---";
    case EventKind::Note:
        break;
    }
    return "--- " + dataText() + " ---";
}

const RecordedEvent* EventRecorder::waitFor(const Predicate& wanted)
{
    std::size_t seen = 0;
    const RecordedEvent* found = nullptr;
    eventually([&] {
        drain();
        for (; found == nullptr && seen < m_events.size(); ++seen) {
            found = wanted(m_events[seen]) ? &m_events[seen] : nullptr;
        }
        return found != nullptr;
    });
    return found;
}

std::size_t EventRecorder::drain()
{
    return m_stream.drainEach([this](const Event& event, std::span<const std::byte> record) {
        m_events.push_back({event, {record.begin(), record.end()}});
    });
}

std::size_t EventRecorder::count(const Predicate& wanted) const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_events, wanted));
}

std::string EventRecorder::lines() const
{
    std::string text;
    for (const RecordedEvent& recorded : m_events) {
        text += recorded.line() + '\n';
    }
    return text;
}

bool eventually(const std::function<bool()>& holds)
{
    const auto deadline = std::chrono::steady_clock::now() + kLong;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) {
            return holds();
        }
        std::this_thread::sleep_for(std::chrono::microseconds(100)); // the pace of asking, nothing more
    }
    return true;
}

}
