// Logs of any length that can be told apart row by row: every field of every row follows from its number.
#pragma once

#include <string>

#include "model/store/event_store.h"

namespace storeMaker {

netcore::Event eventOf(model::Row row);
std::vector<std::byte> recordOf(model::Row row); // the argument block, then the data
void fill(model::EventStore& store, model::Row rows); // behind those that it has

// Empty: row for row as made, up to size(). Otherwise the first difference.
std::string differenceFromMade(const model::EventStore& store);
// Opened, and read to its end or to its damage.
std::unique_ptr<model::EventStore> read(const std::string& path);

netcore::OwnedFd createFile(const std::string& path);
std::vector<std::byte> bytesOf(const std::string& path);
void writeBytes(const std::string& path, std::span<const std::byte> bytes);

}
