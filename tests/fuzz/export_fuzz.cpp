// A log as a hostile file may hold it, in every form that can be exported: it ends well, whatever the rows
// say, with and without what the calls moved; and what a reader must be able to rely on holds: lines of JSON
// and CSV are text without control characters, a pcapng is made of whole blocks, a diagram has no markup of
// the log.

#include <array>

#include "model/export/exporter.h"
#include "model/export/utf8.h"
#include "netcore/base/value_at.h"
#include "tests/fuzz/made_rows.h"
#include "tests/fuzz/target.h"

using namespace model;

namespace {

constexpr Row kMostRows = 40;

// Line feeds divide rows; whatever else a terminal or a reader of lines might obey is escaped.
void checkPlain(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto character = nextCharacter(text.substr(at));
        fuzz::check(character.valid, "not UTF-8");
        fuzz::check(!isControl(character.code) || character.code == '\n' || character.code == '\r',
            "a control character");
        at += character.size;
    }
}

// Each block says its length in front and behind: draft-ietf-opsawg-pcapng, 3.1.
void checkBlocks(std::string_view file)
{
    const auto bytes = std::as_bytes(std::span(file.data(), file.size()));
    for (std::size_t at = 0; at < bytes.size();) {
        fuzz::check(bytes.size() - at >= 12, "a block without its length");
        const auto length = netcore::valueAt<std::uint32_t>(bytes.subspan(at + 4));
        fuzz::check(length >= 12 && length % 4 == 0 && length <= bytes.size() - at, "a block's length");
        const auto behind = netcore::valueAt<std::uint32_t>(bytes.subspan(at + length - 4));
        fuzz::check(behind == length, "a block's length behind it");
        at += length;
    }
}

void checkForm(ExportFormat format, std::string_view written)
{
    switch (format) {
    case ExportFormat::Pcapng:
        checkBlocks(written);
        break;
    case ExportFormat::JsonLines:
    case ExportFormat::Csv:
    case ExportFormat::Scenario:
        checkPlain(written);
        break;
    case ExportFormat::Html:
    case ExportFormat::Svg:
        checkPlain(written);
        fuzz::check(written.find("<fuzz") == written.npos, "markup of the log");
        break;
    case ExportFormat::Text:
    case ExportFormat::C:
        break;
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::ByteSource source(fuzz::bytesOf(data, size));
    ExportOptions options;
    options.payload = !source.oneIn(2);
    options.title = "<fuzz>" + source.someText(20);
    const Row wanted = source.below(kMostRows);
    EventStore store;
    fuzz::appendMadeRows(store, source, wanted);
    SocketGraph graph;
    graph.apply(store, 0, store.size());
    ExportSource from(store, graph);
    from.actors = {"server", "<fuzz>\x1b]0;\"'"};
    for (const ExportFormatRow& row : exportFormats()) {
        const auto exporter = makeExporter(row.format, from, options);
        std::string written;
        exporter->begin(written);
        for (Row at = 0; at < store.size(); ++at) {
            exporter->row(at, written);
        }
        exporter->end(written);
        checkForm(row.format, written);
    }
    return 0;
}
