#include "tests/bench/made_events.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>

#include "netcore/events/call_record.h"

namespace bench {

using namespace netcore;

namespace {

constexpr std::uint32_t kSockets = 40;
constexpr std::size_t kBatch = 256; // as an EventStream hands them out

}

MadeEvents::MadeEvents(std::size_t dataSize)
{
    CallRecord record;
    record.call = CallId::Send;
    record.arguments = {7, 0, static_cast<std::int64_t>(dataSize), 0x4000};
    std::vector<std::byte> room;
    const auto block = encode(record, room);
    m_arguments = block.size();
    m_record.assign(block.begin(), block.end());
    m_record.resize(m_arguments + dataSize);
    for (std::size_t i = 0; i < dataSize; ++i) {
        m_record[m_arguments + i] = static_cast<std::byte>('a' + i % 26);
    }
    m_event.payloadSize = static_cast<std::uint32_t>(m_record.size());
    m_event.argumentsSize = static_cast<std::uint16_t>(m_arguments);
    m_event.dataSize = static_cast<std::uint32_t>(dataSize);
    m_event.kind = EventKind::Call;
    m_event.took = 900;
    m_event.tid = 4711;
}

const Event& MadeEvents::next()
{
    ++m_count;
    m_event.time = 1'000'000'000 + m_count * 1'000;
    m_event.socket = SocketId {static_cast<std::uint32_t>(1 + m_count % kSockets)};
    m_event.call = m_count % 2 == 0 ? CallId::Send : CallId::Recv;
    const bool fails = m_count % 97 == 0;
    m_event.result = fails ? -1 : static_cast<std::int32_t>(m_event.dataSize);
    m_event.error = fails ? EAGAIN : 0;
    return m_event;
}

void MadeEvents::fill(model::EventStore& store, std::uint64_t count)
{
    while (count > 0) {
        m_batch.clear();
        m_pointers.clear();
        m_batch.reserve(kBatch); // m_pointers points into it
        for (; count > 0 && m_batch.size() < kBatch; --count) {
            m_batch.push_back(next());
            m_batch.back().payload = reinterpret_cast<std::uintptr_t>(m_record.data());
            m_pointers.push_back(&m_batch.back());
        }
        store.append(m_pointers);
    }
}

BenchFolder::BenchFolder(const std::string& where)
{
    for (const std::string& place : {where, std::filesystem::temp_directory_path().string()}) {
        std::string name = place + "/sockscope-bench-XXXXXX";
        if (m_path.empty() && !place.empty() && ::mkdtemp(name.data()) != nullptr) {
            m_path = name;
        }
    }
}

BenchFolder::~BenchFolder()
{
    std::error_code ignored;
    if (!m_path.empty()) {
        std::filesystem::remove_all(m_path, ignored);
    }
}

OwnedFd newFile(const std::string& path)
{
    return OwnedFd(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
}

}
