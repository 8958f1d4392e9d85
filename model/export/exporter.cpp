#include "model/export/exporter.h"

#include <algorithm>
#include <array>

#include "model/export/exporters.h"

namespace model {

namespace {

constexpr std::array kFormats {
    ExportFormatRow {ExportFormat::Text, "text", "txt"},
    ExportFormatRow {ExportFormat::JsonLines, "jsonl", "jsonl"},
    ExportFormatRow {ExportFormat::Csv, "csv", "csv"},
    ExportFormatRow {ExportFormat::Html, "html", "html"},
    ExportFormatRow {ExportFormat::C, "c", "c"},
    ExportFormatRow {ExportFormat::Scenario, "scn", "scn"},
    ExportFormatRow {ExportFormat::Pcapng, "pcapng", "pcapng"},
    ExportFormatRow {ExportFormat::Svg, "svg", "svg"},
};

// A line an event: what a run writes as things happen.
class LineExporter final : public Exporter {
public:
    LineExporter(const ExportSource& source, std::unique_ptr<EventWriter> writer)
        : m_source(source), m_writer(std::move(writer))
    {
    }

    void row(Row row, std::string& out) override { out += m_writer->lines(m_source, row); }

private:
    const ExportSource& m_source;
    std::unique_ptr<EventWriter> m_writer;
};

}

std::span<const ExportFormatRow> exportFormats()
{
    return kFormats;
}

std::optional<ExportFormat> exportFormatNamed(std::string_view word)
{
    const auto row = std::ranges::find(kFormats, word, &ExportFormatRow::word);
    return row == kFormats.end() ? std::nullopt : std::optional(row->format);
}

std::unique_ptr<Exporter> makeExporter(
    ExportFormat format, const ExportSource& source, const ExportOptions& options)
{
    switch (format) {
    case ExportFormat::JsonLines:
        return std::make_unique<LineExporter>(source, std::make_unique<JsonLinesWriter>(options.payload));
    case ExportFormat::Csv:
        return makeCsvExporter(source, options);
    case ExportFormat::Html:
        return makeHtmlExporter(source, options);
    case ExportFormat::C:
        return makeCExporter(source, options);
    case ExportFormat::Scenario:
        return makeScenarioExporter(source, options);
    case ExportFormat::Pcapng:
        return makePcapngExporter(source, options);
    case ExportFormat::Svg:
        return makeSvgExporter(source, options);
    case ExportFormat::Text:
        break;
    }
    TextStyle style = options.text;
    style.payload &= options.payload;
    return std::make_unique<LineExporter>(source, std::make_unique<TextWriter>(style));
}

}
