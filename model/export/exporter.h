// The log in another program's form. An exporter is asked row by row and keeps nothing of the rows behind it
// but what its form needs (a number a socket, a sleeping call): a log of any length goes through it.
//
// Threads: one at a time, any. It reads rows below the store's size only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/export/event_writer.h"
#include "model/export/export_source.h"

namespace model {

enum class ExportFormat : std::uint8_t { Text, JsonLines, Csv, Html, C, Scenario, Pcapng, Svg };

struct ExportFormatRow {
    ExportFormat format;
    std::string_view word; // of the command line: "jsonl"
    std::string_view suffix; // of a file's name, without the dot
};
std::span<const ExportFormatRow> exportFormats();
std::optional<ExportFormat> exportFormatNamed(std::string_view word);

struct ExportOptions {
    // false: what the calls moved is left out, or replaced by as many 'x' where the form needs bytes. Sizes,
    // addresses and options stay.
    bool payload = true;
    std::string title; // of what is exported: a session's name; for a heading
    TextStyle text {}; // of ExportFormat::Text
};

class Exporter {
public:
    Exporter() = default;
    Exporter(const Exporter&) = delete;
    Exporter& operator=(const Exporter&) = delete;
    virtual ~Exporter() = default;

    // Each appends what is to be written next. Rows come in ascending order; not every one need come.
    virtual void begin(std::string& /*out*/) { }
    virtual void row(Row row, std::string& out) = 0;
    virtual void end(std::string& /*out*/) { }
};

// The source must outlive it.
std::unique_ptr<Exporter> makeExporter(
    ExportFormat format, const ExportSource& source, const ExportOptions& options = {});

}
