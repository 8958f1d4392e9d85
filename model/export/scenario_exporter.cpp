// A log as a scenario: `sockscope-cli run` makes the same calls again, in the same order, and expects what
// came back then.

#include <algorithm>
#include <set>

#include "model/export/exporters.h"
#include "model/export/scenario_line.h"
#include "model/export/session_steps.h"
#include "model/export/utf8.h"
#include "model/scenario/scenario.h"
#include "model/scenario/symbols.h"
#include "model/text/bytes_as_text.h"

namespace model {

using namespace netcore;
using Step = SessionStep::Kind;

namespace {

// A scenario's file has 4 MiB at most: beyond these, payload is written as zeros of the same size.
constexpr std::size_t kMostPayloadText = 3 << 20;
constexpr std::uint64_t kLongestPause = 100'000'000; // ns
constexpr std::uint64_t kMostPauses = 10'000'000'000; // ns, together

class ScenarioExporter final : public Exporter {
public:
    ScenarioExporter(const ExportSource& source, const ExportOptions& options)
        : m_source(source), m_options(options), m_steps(source.store), m_addresses(source)
    {
    }

    void begin(std::string& out) override
    {
        const std::string title = displayable(m_options.title);
        out += "title  " + (title.empty() ? std::string("A session that was recorded") : title) + '\n';
        out += "about  Exported by Sockscope. Names are the log's numbers of the sockets.\n";
        for (const std::string& name : m_source.actors) {
            const bool usable = scenario::isName(name) && !m_taken.contains(name);
            m_actors.push_back(usable ? name : "actor" + std::to_string(m_actors.size() + 1));
            m_taken.insert(m_actors.back());
            out += "actor " + m_actors.back() + '\n';
        }
        out += '\n';
    }

    void row(Row row, std::string& out) override
    {
        std::vector<SessionStep> steps;
        m_steps.take(row, steps);
        write(steps, out);
    }

    void end(std::string& out) override
    {
        std::vector<SessionStep> steps;
        m_steps.finish(steps);
        write(steps, out);
    }

private:
    void write(const std::vector<SessionStep>& steps, std::string& out)
    {
        for (const SessionStep& step : steps) {
            if (m_written >= scenario::kMostSteps) {
                out += m_full ? "" : "# A scenario has 100,000 steps at most: the rest is left out.\n";
                m_full = true;
                return;
            }
            writeStep(step, out);
        }
    }

    void writeStep(const SessionStep& step, std::string& out)
    {
        switch (step.kind) {
        case Step::Call:
        case Step::Begin:
        case Step::Return:
            writeCall(step, out);
            return;
        case Step::Cancel:
            out += m_skipped.contains(step.call) ? "" : "cancel " + nameOfCall(step) + '\n';
            break;
        case Step::Note:
            out += "\n> " + wrapped(textOf(m_source.store.data(step.row))) + '\n';
            break;
        case Step::Agreed:
            writeAgreed(step.row, out);
            break;
        case Step::Gap:
            out += "# " + std::to_string(m_source.store.event(step.row).result)
                + " events are missing here: there was no room for them.\n";
            break;
        case Step::Pause:
            writePause(step.pause, out);
            break;
        }
        ++m_written;
    }

    // One paragraph is one line: a line that begins with a blank one would be another.
    static std::string wrapped(std::string_view text)
    {
        std::string line;
        for (const char c : text) {
            line += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
        }
        std::string shown = displayable(line);
        for (std::size_t at = shown.find("${"); at != std::string::npos; at = shown.find("${", at + 3)) {
            shown.insert(at + 1, " "); // no variable
        }
        return shown;
    }

    // "✓ state(listener) == TCP_LISTEN": with the name that the socket has here.
    void writeAgreed(Row row, std::string& out) const
    {
        const std::string_view text = textOf(m_source.store.data(row));
        const std::size_t open = text.find('(');
        const std::size_t close = text.find(')');
        const std::size_t remark = std::min(text.find('#'), text.size());
        const SocketId socket = m_source.store.event(row).socket;
        const std::size_t word = std::string_view(scenario::kAgreed).size();
        if (open == std::string_view::npos || close == std::string_view::npos || close < open || open < word
            || !m_known.contains(socket)) {
            return;
        }
        out += "expect " + displayable(text.substr(word, open + 1 - word)) + scenarioName(socket)
            + displayable(text.substr(close, remark - close)) + '\n';
    }

    void writePause(std::uint64_t pause, std::string& out)
    {
        const std::uint64_t waits = std::min({pause, kLongestPause, kMostPauses - m_paused});
        m_paused += waits;
        if (waits >= 1'000'000) {
            out += "wait " + std::to_string(waits / 1'000'000) + "ms"
                + (waits < pause
                        ? " # " + scenario::durationText(std::chrono::nanoseconds(pause)) + " in the log"
                        : "")
                + '\n';
        }
    }

    void writeCall(const SessionStep& step, std::string& out)
    {
        const Event event = m_source.store.event(step.row);
        const CallRecord record = m_source.store.call(step.row);
        const bool sends = sendsData(record.call);
        std::vector<std::byte> replaced;
        const bool returned = event.kind == EventKind::Call;
        std::span<const std::byte> data
            = returned ? m_source.store.data(step.row) : std::span<const std::byte>();
        std::string remark;
        if (returned && sends) {
            data = sendable(data, event.dataSize, replaced, remark);
        } else if (!m_options.payload || m_elided) {
            data = {};
        }
        const ScenarioCall call {event, record, data};
        ScenarioLine line(call, step.row, m_addresses, m_open);
        const std::string actor = event.actor == kNoActor || number(event.actor) > m_actors.size()
            ? std::string()
            : m_actors[number(event.actor) - 1] + ": ";
        if (step.kind == Step::Return) {
            out += m_skipped.contains(step.call)
                ? std::string()
                : actor + nameOfCall(step) + " returns" + line.result(m_options.payload && !m_elided) + '\n';
        } else {
            const bool usable = isUsable(event, record);
            const std::string text = line.call();
            if (!usable) {
                m_skipped.insert(step.call);
            }
            out += remark + (usable ? "" : "# of a socket that is not in these rows: ") + actor
                + opening(step, event) + text
                + (step.kind == Step::Begin ? " blocks" : line.result(m_options.payload && !m_elided)) + '\n';
        }
        ++m_written;
        if (step.kind != Step::Begin) {
            m_addresses.take(step.row, event, record);
            m_open.take(event, record);
        }
        if (returned && event.result >= 0 && !m_skipped.contains(step.call)) {
            for (const SocketId opened : openedBy(record, event.opened)) {
                m_known.insert(opened);
            }
        }
    }

    // All bytes that were passed; zeros for those that the log has not kept or a scenario has no room for.
    std::span<const std::byte> sendable(std::span<const std::byte> data, std::uint32_t size,
        std::vector<std::byte>& replaced, std::string& remark)
    {
        if (!m_options.payload) {
            replaced.assign(size, std::byte {'x'});
            return replaced;
        }
        const std::size_t length = data.size() < 4096 ? data.size() * 4 : scenarioString(data).size();
        m_payloadText += length;
        if (data.size() == size && m_payloadText <= kMostPayloadText) {
            return data;
        }
        m_elided = true; // what is received is another from here on
        remark = "# zeros instead of the bytes that were sent: "
            + std::string(
                data.size() < size ? "the log has not kept them" : "a scenario has no room for them")
            + '\n';
        replaced.assign(size, std::byte {0});
        return replaced;
    }

    bool isUsable(const Event& event, const CallRecord& record) const
    {
        const auto* poll = std::get_if<PollDetails>(&record.details);
        return (event.socket == kNoSocket || m_known.contains(event.socket))
            && (poll == nullptr || std::ranges::all_of(poll->entries, [&](const PollEntry& entry) {
                   return entry.socket == kNoSocket || m_known.contains(entry.socket);
               }));
    }

    // "s3 = ", of what opens a socket, and of what sleeps.
    std::string opening(const SessionStep& step, const Event& event) const
    {
        if (event.kind == EventKind::Call && event.opened != kNoSocket && event.result >= 0
            && openedBy(m_source.store.call(step.row), event.opened).size() == 1
            && event.call != CallId::Recvmsg) {
            return scenarioName(event.opened) + " = ";
        }
        return step.kind == Step::Begin ? nameOfCall(step) + " = " : std::string();
    }

    std::string nameOfCall(const SessionStep& step) const
    {
        const Event event = m_source.store.event(step.row);
        if (event.kind == EventKind::Call && event.opened != kNoSocket && describe(event.call).opensSocket) {
            return scenarioName(event.opened);
        }
        return std::string(describe(event.call).name) + std::to_string(step.call);
    }

    const ExportSource& m_source;
    ExportOptions m_options;
    SessionSteps m_steps;
    AddressBook m_addresses;
    OpenDescriptors m_open;
    std::vector<std::string> m_actors;
    std::set<std::string, std::less<>> m_taken;
    std::set<SocketId> m_known; // opened by a line above
    std::set<Row> m_skipped; // calls that are remarks
    std::size_t m_written = 0;
    std::size_t m_payloadText = 0;
    std::uint64_t m_paused = 0; // ns
    bool m_elided = false;
    bool m_full = false;
};

}

std::unique_ptr<Exporter> makeScenarioExporter(const ExportSource& source, const ExportOptions& options)
{
    return std::make_unique<ScenarioExporter>(source, options);
}

}
