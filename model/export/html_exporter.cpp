// One HTML file that needs nothing else: no script, no address outside, light or dark as its reader has it,
// and printable. All text is escaped; what calls moved stands as C literals.

#include "model/export/exporters.h"
#include "model/export/row_facts_text.h"
#include "model/export/utf8.h"
#include "netcore/base/quoted.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::size_t kMostData = 4096; // bytes of one call that a page shows

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Sockscope">
<title>)";

constexpr std::string_view kStyle = R"(</title>
<style>
:root { color-scheme: light dark; --back: #fff; --text: #1c2024; --dim: #60666d; --line: #e2e5e9;
  --head: #f4f5f7; --good: #1a6e3c; --bad: #b3261e; --sleep: #8a5a00; --note: #eef4fb; }
@media (prefers-color-scheme: dark) { :root { --back: #16181b; --text: #e4e7ea; --dim: #9aa1a9;
  --line: #2c3035; --head: #1f2226; --good: #6fce93; --bad: #ff8a80; --sleep: #f0b95c; --note: #1c2733; } }
body { background: var(--back); color: var(--text); font: 15px/1.5 Inter, system-ui, sans-serif; margin: 2rem; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
p { color: var(--dim); margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { background: var(--head); position: sticky; top: 0; text-align: left; font-weight: 600; }
th, td { padding: .2rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.n { text-align: right; white-space: nowrap; color: var(--dim); }
code { font: 13px/1.5 "JetBrains Mono", ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.good { color: var(--good); } .bad { color: var(--bad); } .sleep { color: var(--sleep); }
.cut { color: var(--dim); } tr.note td { background: var(--note); }
@media print { body { margin: 0; font-size: 9pt; } code { font-size: 8pt; } th { position: static; }
  tr { break-inside: avoid; } thead { display: table-header-group; } }
</style>
</head>
<body>
)";

constexpr std::string_view kTable = R"(<table>
<thead><tr><th scope="col">Time (s)</th><th scope="col">Socket</th><th scope="col">Actor</th>)"
                                    R"(<th scope="col">Call</th><th scope="col">Result</th>)"
                                    R"(<th scope="col">Took (µs)</th><th scope="col">Data</th></tr></thead>
<tbody>
)";

void escape(std::string& out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
}

void cell(std::string& out, std::string_view before, std::string_view text, std::string_view behind)
{
    out += before;
    escape(out, text);
    out += behind;
}

std::string_view styleOf(const Event& event)
{
    return event.kind == EventKind::Blocked ? "sleep" : event.result < 0 ? "bad" : "good";
}

class HtmlExporter final : public Exporter {
public:
    HtmlExporter(const ExportSource& source, const ExportOptions& options)
        : m_source(source), m_options(options)
    {
    }

    void begin(std::string& out) override
    {
        const std::string title
            = m_options.title.empty() ? "A session of Sockscope" : displayable(m_options.title);
        out += kHead;
        escape(out, title);
        out += kStyle;
        cell(out, "<h1>", title, "</h1>\n");
        out += "<p>Began at <time>" + isoTime(m_source.wallStart) + "</time>. Times are seconds since then.";
        out += m_options.payload ? "</p>\n" : " The bytes that calls moved have been left out.</p>\n";
        out += kTable;
    }

    void row(Row row, std::string& out) override
    {
        const Event event = m_source.store.event(row);
        if (isObservation(event.kind)) {
            return;
        }
        out += event.kind == EventKind::Note ? "<tr class=\"note\">" : "<tr>";
        out += "<td class=\"n\">" + secondsText(m_source.sinceStart(event.time)) + "</td><td class=\"n\">";
        out += event.socket == kNoSocket ? "" : std::to_string(number(event.socket));
        cell(out, "</td><td>", displayable(m_source.actorName(event.actor)), "</td>");
        const std::string what = whatHappened(m_source, row, event, m_options.payload);
        if (event.kind != EventKind::Call && event.kind != EventKind::Blocked) {
            cell(out, "<td colspan=\"4\">", what, "</td></tr>\n");
            return;
        }
        cell(out, "<td><code>", what, "</code></td><td><code class=\"");
        out += styleOf(event);
        cell(out, "\">", whatCameBack(m_source, row, event), "</code></td>");
        out += "<td class=\"n\">" + std::to_string(event.took / 1000) + '.';
        out += std::to_string(event.took % 1000 / 100) + "</td><td>";
        addData(row, event, out);
        out += "</td></tr>\n";
    }

    void end(std::string& out) override { out += "</tbody>\n</table>\n</body>\n</html>\n"; }

private:
    void addData(Row row, const Event& event, std::string& out) const
    {
        if (!movesData(event) || event.dataSize == 0) {
            return;
        }
        const auto data = m_source.store.data(row);
        const auto shown = data.first(m_options.payload ? std::min(data.size(), kMostData) : 0);
        if (!shown.empty()) {
            cell(out, "<code>", quoted(shown), "</code>");
        }
        if (shown.size() < event.dataSize) {
            out += " <span class=\"cut\">" + std::to_string(shown.size()) + " of "
                + std::to_string(event.dataSize) + " bytes</span>";
        }
    }

    const ExportSource& m_source;
    ExportOptions m_options;
};

}

std::unique_ptr<Exporter> makeHtmlExporter(const ExportSource& source, const ExportOptions& options)
{
    return std::make_unique<HtmlExporter>(source, options);
}

}
