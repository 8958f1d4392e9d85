// A log on its way to the disk: ours, and SQLite as one would use it for that.

#include <cstdio>
#include <sqlite3.h>

#include "tests/bench/all_benches.h"
#include "tests/bench/made_events.h"

namespace bench {

namespace {

constexpr std::size_t kData = 64;
constexpr std::uint64_t kTransaction = 10'000; // events; of ours: between two flushes

// M events a second.
double ours(std::uint64_t count)
{
    const BenchFolder folder;
    MadeEvents events(kData);
    const double taken = secondsOf([&] {
        model::EventStore store;
        store.keepIn(newFile(folder.file("log.sockscope")), {});
        for (std::uint64_t done = 0; done < count; done += kTransaction) {
            events.fill(store, kTransaction);
            store.flush();
        }
        store.end();
    });
    return static_cast<double>(count) / taken / 1e6;
}

void run(sqlite3* database, const char* sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        std::fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(database));
    }
}

void insert(sqlite3_stmt* statement, const netcore::Event& event, std::span<const std::byte> record)
{
    const auto arguments = record.first(event.argumentsSize);
    const auto data = record.subspan(event.argumentsSize);
    int column = 0;
    for (const std::int64_t value : {static_cast<std::int64_t>(event.time),
             static_cast<std::int64_t>(event.took), static_cast<std::int64_t>(event.dataSize),
             static_cast<std::int64_t>(event.result), static_cast<std::int64_t>(event.socket),
             static_cast<std::int64_t>(event.opened), static_cast<std::int64_t>(event.ticket),
             static_cast<std::int64_t>(event.tid), static_cast<std::int64_t>(event.error),
             static_cast<std::int64_t>(event.call), static_cast<std::int64_t>(event.actor),
             static_cast<std::int64_t>(event.kind), static_cast<std::int64_t>(event.flags)}) {
        sqlite3_bind_int64(statement, ++column, value);
    }
    sqlite3_bind_blob(
        statement, ++column, arguments.data(), static_cast<int>(arguments.size()), SQLITE_STATIC);
    sqlite3_bind_blob(statement, ++column, data.data(), static_cast<int>(data.size()), SQLITE_STATIC);
    sqlite3_step(statement);
    sqlite3_reset(statement);
}

double sqlite(std::uint64_t count)
{
    const BenchFolder folder;
    MadeEvents events(kData);
    const double taken = secondsOf([&] {
        sqlite3* database = nullptr;
        sqlite3_open(folder.file("log.sqlite").c_str(), &database);
        run(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;");
        run(database,
            "CREATE TABLE events(time, took, size, result, socket, opened, ticket, tid, error, call, actor, "
            "kind, flags, arguments BLOB, data BLOB);");
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(
            database, "INSERT INTO events VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", -1, &statement, nullptr);
        for (std::uint64_t done = 0; done < count; done += kTransaction) {
            run(database, "BEGIN");
            for (std::uint64_t i = 0; i < kTransaction; ++i) {
                const netcore::Event& event = events.next();
                insert(statement, event, events.record());
            }
            run(database, "COMMIT");
        }
        sqlite3_finalize(statement);
        sqlite3_close(database);
    });
    return static_cast<double>(count) / taken / 1e6;
}

}

std::vector<Measured> writing(const Settings& settings)
{
    const std::uint64_t count = settings.quick ? 20'000 : 4'000'000;
    Measured measured = compare(
        settings, "events with 64 B of data", "M events/s", [&] { return ours(count); },
        "SQLite, WAL, prepared, 10,000 a transaction", [&] { return sqlite(count / 4); });
    measured.demanded = 10;
    return {measured};
}

}
