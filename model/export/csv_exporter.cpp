// CSV as RFC 4180 has it: a header line, CRLF, text in quotes.
//
// A spreadsheet takes a cell that begins with = + - @ (in any width), TAB, CR or LF for a formula, in quotes
// or not. Such a text gets an apostrophe before it, which is what a person would type to keep it a text;
// numbers are written bare and stay numbers. What calls moved is base64: every byte, and never a formula.

#include <array>

#include "model/export/exporters.h"
#include "model/export/json_writer.h"
#include "model/export/row_facts_text.h"
#include "model/export/utf8.h"
#include "netcore/names/constants.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::string_view kHeader = "row,kind,time,t_ns,took_ns,tid,actor,socket,fd,call,text,ret,errno,"
                                     "opened,peer,bytes,kept,data_base64\r\n";

bool looksLikeAFormula(std::string_view text)
{
    constexpr std::array<std::string_view, 11> kBeginnings {
        "=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    for (const std::string_view beginning : kBeginnings) {
        if (text.starts_with(beginning)) {
            return true;
        }
    }
    return false;
}

class Line {
public:
    explicit Line(std::string& out) : m_out(out) { }

    Line& number(std::int64_t value)
    {
        separate();
        m_out += std::to_string(value);
        return *this;
    }
    Line& unsignedNumber(std::uint64_t value)
    {
        separate();
        m_out += std::to_string(value);
        return *this;
    }
    Line& text(std::string_view value)
    {
        separate();
        if (value.empty()) {
            return *this;
        }
        m_out += looksLikeAFormula(value) ? "\"'" : "\"";
        for (const char c : value) {
            m_out += c == '"' ? "\"\"" : std::string_view(&c, 1);
        }
        m_out += '"';
        return *this;
    }
    Line& socket(SocketId id) { return id == kNoSocket ? text({}) : unsignedNumber(netcore::number(id)); }
    void end() { m_out += "\r\n"; }

private:
    void separate()
    {
        m_out += m_first ? "" : ",";
        m_first = false;
    }

    std::string& m_out;
    bool m_first = true;
};

class CsvExporter final : public Exporter {
public:
    CsvExporter(const ExportSource& source, const ExportOptions& options)
        : m_source(source), m_payload(options.payload)
    {
    }

    void begin(std::string& out) override { out += kHeader; }

    void row(Row row, std::string& out) override
    {
        const Event event = m_source.store.event(row);
        if (isObservation(event.kind)) {
            return;
        }
        Line line(out);
        line.unsignedNumber(row).text(kindText(event.kind)).text(isoTime(m_source.wallTime(event.time)));
        line.unsignedNumber(m_source.sinceStart(event.time)).unsignedNumber(event.took);
        event.tid == 0 ? line.text({}) : line.unsignedNumber(event.tid);
        line.text(displayable(m_source.actorName(event.actor))).socket(event.socket);
        if (event.kind == EventKind::Call || event.kind == EventKind::Blocked) {
            addCall(line, row, event);
        } else {
            line.text({}).text({}).text(whatHappened(m_source, row, event, m_payload));
            line.text({}).text({}).text({}).text({}).text({}).text({}).text({});
        }
        line.end();
    }

private:
    void addCall(Line& line, Row row, const Event& event)
    {
        const CallRecord record = m_source.store.call(row);
        const bool returned = event.kind == EventKind::Call;
        record.fd() >= 0 || event.socket != kNoSocket ? line.number(record.fd()) : line.text({});
        line.text(describe(event.call).name).text(whatHappened(m_source, row, event, m_payload));
        returned ? line.number(event.result) : line.text({});
        line.text(event.error != 0 ? errnoText(event.error) : std::string()).socket(event.opened);
        line.text(peerOf(record));
        if (!movesData(event)) {
            line.text({}).text({}).text({});
            return;
        }
        const auto data = m_source.store.data(row).first(m_payload ? m_source.store.data(row).size() : 0);
        line.unsignedNumber(event.dataSize).unsignedNumber(data.size()).text(base64(data));
    }

    const ExportSource& m_source;
    bool m_payload;
};

}

std::unique_ptr<Exporter> makeCsvExporter(const ExportSource& source, const ExportOptions& options)
{
    return std::make_unique<CsvExporter>(source, options);
}

}
