// A session file as a hostile hand may have made it: whatever it says, opening it, reading every row in every
// way and folding it ends well. Once any bytes; once a file of ours with rows that nobody would write.

#include <sys/mman.h>
#include <unistd.h>

#include "model/graph/findings.h"
#include "model/graph/socket_graph.h"
#include "model/rows/row_facts.h"
#include "model/rows/row_list.h"
#include "model/rows/socket_rows.h"
#include "model/store/event_store.h"
#include "model/store/file_bytes.h"
#include "model/store/log_file_reader.h"
#include "model/store/sealed_headers.h"
#include "tests/fuzz/made_rows.h"
#include "tests/fuzz/target.h"

using namespace model;
using namespace netcore;

namespace {

constexpr Row kMostLookedAt = 20'000; // holes in a file are rows too: of zeros, and cheap to make

OwnedFd memoryFile()
{
    return OwnedFd(::memfd_create("session", MFD_CLOEXEC));
}

void readRows(const EventStore& store)
{
    for (Row row = 0; row < std::min(store.size(), kMostLookedAt); ++row) {
        const Event event = store.event(row);
        static_cast<void>(store.call(row));
        const auto data = store.data(row);
        fuzz::check(data.size() + event.argumentsSize <= event.payloadSize, "more data than the row says");
        fuzz::check(store.data(row, store.size()).size() >= data.size(), "a span without its first row");
    }
    if (store.size() > 0) {
        fuzz::check(store.columns(store.size() - 1).size() > 0, "a row without columns");
        fuzz::check(store.data(0, store.size()).size() <= store.payloadBytes(), "more data than there is");
        store.forget(0, store.size());
    }
}

void fold(const EventStore& store)
{
    const Row end = std::min(store.size(), kMostLookedAt);
    SocketRows socketRows;
    SocketGraph graph;
    Findings findings;
    UserRows userRows;
    RowFacts rowFacts;
    socketRows.extend(store, 0, end);
    for (const SocketId socket : graph.apply(store, 0, end)) {
        static_cast<void>(graph.find(socket));
        static_cast<void>(socketRows.states(socket));
    }
    findings.extend(store, 0, end);
    userRows.extend(store, 0, end);
    rowFacts.extend(store, 0, end);
    for (Row row = 0; row < std::min<Row>(end, 100); ++row) {
        static_cast<void>(findings.of(store, store.event(row).ticket));
        static_cast<void>(rowFacts.returnOf(row));
    }
}

void read(OwnedFd file)
{
    auto opened = EventStore::open(std::move(file), "fuzz");
    if (!opened.ok()) {
        return;
    }
    EventStore& store = *opened.value();
    while (store.readOn() && store.size() < 4 * kRowsInChunk) { }
    readRows(store);
    fold(store);
}

std::uint64_t columnsIn(int fd)
{
    BlockHeader header {};
    const auto room = std::as_writable_bytes(std::span(&header, 1));
    for (std::uint64_t offset = kFilePage; readAt(fd, room, offset) == sizeof header && isSound(header);
         offset += kFilePage + header.bodyBytes) {
        if (header.kind == BlockKind::Columns) {
            return offset + kFilePage;
        }
    }
    return 0;
}

// Rows that were written, and then changed: their block is not sealed yet, so nothing but judgement helps.
void spoil(fuzz::ByteSource& source, int fd, Row rows)
{
    const std::uint64_t columns = columnsIn(fd);
    for (std::size_t changes = source.below(20); changes > 0 && columns != 0; --changes) {
        const std::size_t column = source.below(kColumnWidths.size());
        std::uint64_t place = columns;
        for (std::size_t i = 0; i < column; ++i) {
            place += kColumnWidths[i] * kRowsInChunk;
        }
        const auto value = source.awkward();
        const auto bytes = bytesOfValue(value).first(kColumnWidths[column]);
        writeAt(fd, bytes, place + source.below(rows) * kColumnWidths[column]);
    }
    if (source.oneIn(3)) {
        Commit commit {2, source.below(100'000), source.number<std::uint32_t>(),
            source.number<std::uint32_t>(), source.number<std::uint8_t>(), 0};
        commit.sequence = 1'000;
        seal(commit);
        writeAt(fd, bytesOfValue(commit), kCommitPlaces[0]);
    }
}

void made(fuzz::ByteSource source)
{
    OwnedFd file = memoryFile();
    const Row rows = 1 + source.below(40);
    {
        EventStore store;
        store.keepIn(OwnedFd(::dup(file.get())), {});
        fuzz::appendMadeRows(store, source, rows);
        store.end();
    }
    spoil(source, file.get(), rows);
    read(std::move(file));
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::ByteSource source(fuzz::bytesOf(data, size));
    if (source.number<std::uint8_t>() % 2 == 0) {
        made(source);
        return 0;
    }
    OwnedFd file = memoryFile();
    writeAt(file.get(), source.rest(), 0);
    read(std::move(file));
    return 0;
}
