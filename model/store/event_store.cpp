#include "model/store/event_store.h"

#include <algorithm>

#include "model/store/log_file_reader.h"
#include "model/store/log_file_writer.h"

namespace model {

using namespace netcore;

EventStore::EventStore() = default;

EventStore::~EventStore() = default;

Event EventStore::event(Row row) const
{
    const ColumnChunk& chunk = chunkOf(row);
    const std::size_t i = row % kChunkRows;
    Event event {};
    event.time = chunk.time[i];
    event.took = chunk.took[i];
    event.payload = chunk.data[i];
    event.payloadSize = chunk.argumentsSize[i] + chunk.dataKept[i];
    event.dataSize = chunk.dataSize[i];
    event.result = chunk.result[i];
    event.socket = chunk.socket[i];
    event.opened = chunk.opened[i];
    event.ticket = chunk.ticket[i];
    event.tid = chunk.tid[i];
    event.argumentsSize = chunk.argumentsSize[i];
    event.error = chunk.error[i];
    event.call = chunk.call[i];
    event.actor = chunk.actor[i];
    event.kind = chunk.kind[i];
    event.flags = chunk.flags[i];
    return event;
}

EventKind EventStore::kind(Row row) const
{
    return chunkOf(row).kind[row % kChunkRows];
}

SocketId EventStore::socket(Row row) const
{
    return chunkOf(row).socket[row % kChunkRows];
}

std::span<const std::byte> EventStore::arguments(Row row) const
{
    const ColumnChunk& chunk = chunkOf(row);
    const std::size_t i = row % kChunkRows;
    return m_lanes.arguments.at(chunk.arguments[i], chunk.argumentsSize[i]);
}

CallRecord EventStore::call(Row row) const
{
    return decodeCall(chunkOf(row).call[row % kChunkRows], arguments(row));
}

std::span<const std::byte> EventStore::data(Row row) const
{
    const ColumnChunk& chunk = chunkOf(row);
    return m_lanes.data.at(chunk.data[row % kChunkRows], chunk.dataKept[row % kChunkRows]);
}

std::span<const std::byte> EventStore::data(Row first, Row end) const
{
    if (first >= end) {
        return {};
    }
    const std::uint64_t begin = chunkOf(first).data[first % kChunkRows];
    const ColumnChunk& last = chunkOf(end - 1);
    const std::size_t i = (end - 1) % kChunkRows;
    const std::uint64_t behind = last.data[i] + last.dataKept[i];
    return m_lanes.data.at(begin, behind > begin ? behind - begin : 0);
}

EventStore::Columns EventStore::columns(Row row) const
{
    const ColumnChunk& chunk = chunkOf(row);
    const Row first = row - row % kChunkRows;
    const auto count = static_cast<std::size_t>(std::min(size() - first, kChunkRows));
    const auto part = [count](const auto& column) { return std::span(column).first(count); };
    Columns columns;
    columns.first = first;
    columns.time = part(chunk.time);
    columns.took = part(chunk.took);
    columns.data = part(chunk.data);
    columns.dataKept = part(chunk.dataKept);
    columns.dataSize = part(chunk.dataSize);
    columns.result = part(chunk.result);
    columns.socket = part(chunk.socket);
    columns.opened = part(chunk.opened);
    columns.ticket = part(chunk.ticket);
    columns.tid = part(chunk.tid);
    columns.error = part(chunk.error);
    columns.call = part(chunk.call);
    columns.actor = part(chunk.actor);
    columns.kind = part(chunk.kind);
    columns.flags = part(chunk.flags);
    return columns;
}

void EventStore::forget(Row first, Row end) const
{
    end = std::min(end, size());
    if (first >= end) {
        return;
    }
    const Row firstChunk = (first + kRowsInChunk - 1) / kRowsInChunk;
    const Row endChunk = end / kRowsInChunk;
    if (firstChunk < endChunk) {
        m_lanes.columns.forget(firstChunk * kColumnsBytes, (endChunk - firstChunk) * kColumnsBytes);
    }
    const ColumnChunk& from = chunkOf(first);
    const ColumnChunk& to = chunkOf(end - 1);
    const auto forgetLane = [](const BlockSpace& lane, std::uint64_t begin, std::uint64_t behind) {
        lane.forget(begin, behind > begin ? behind - begin : 0);
    };
    forgetLane(m_lanes.data, from.data[first % kRowsInChunk], to.data[(end - 1) % kRowsInChunk]);
    forgetLane(
        m_lanes.arguments, from.arguments[first % kRowsInChunk], to.arguments[(end - 1) % kRowsInChunk]);
}

}
