// What the forms with columns (CSV, HTML) say of a row, as text. Control characters and bytes that are no
// UTF-8 are shown as \xNN: no text of a payload or of a name leaves its cell.
#pragma once

#include <string>

#include "model/export/export_source.h"

namespace model {

// "2026-11-23T07:04:54.123456789Z"
std::string isoTime(std::uint64_t wallNanoseconds);
// "12.000345678": seconds.
std::string secondsText(std::uint64_t nanoseconds);
std::string_view kindText(netcore::EventKind kind); // "call", "blocked", "note", "gap"

// The call as strace decodes it; a note's text; what a gap says. `payload` false: without the bytes moved.
std::string whatHappened(const ExportSource& log, Row row, const netcore::Event& event, bool payload);
// "5", "-1 EPIPE", with what strace puts in brackets behind it; empty for what has none.
std::string whatCameBack(const ExportSource& log, Row row, const netcore::Event& event);
// The other address that the call named or was told; empty for none.
std::string peerOf(const netcore::CallRecord& record);
// Whether it has bytes that a column of data is for.
bool movesData(const netcore::Event& event);

}
