// A log as one C program that makes the same calls: cc -std=c17 -pthread. Each step is a function; a call
// that slept while others went on is made in a thread of its own; main() is the order.

#include <algorithm>

#include "model/export/c_call.h"
#include "model/export/exporters.h"
#include "model/export/program_head.h"
#include "model/export/session_steps.h"
#include "model/export/utf8.h"
#include "model/scenario/scenario.h"
#include "netcore/names/call_text.h"

namespace model {

using namespace netcore;
using Step = SessionStep::Kind;

namespace {

constexpr std::uint64_t kLongestPause = 100; // ms
constexpr std::uint64_t kMostPauses = 10'000; // ms, together
constexpr std::uint64_t kSettleTime = 50; // ms, for what the kernel does on its own

constexpr std::string_view kIntroduction
    = R"C(/* A session that Sockscope has recorded, as a program: the same calls in the same order. It prints each call
   with what it gives now and what it gave then, and ends with 0 where all agree.

       cc -std=c17 -pthread -o session session.c && ./session [FOLDER]

   Ports that the kernel chose are asked for again; UNIX sockets are made in a folder of the run's own, in FOLDER
   or /tmp. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

)C";

class CExporter final : public Exporter {
public:
    CExporter(const ExportSource& source, const ExportOptions& options)
        : m_source(source), m_options(options), m_steps(source.store), m_addresses(source)
    {
    }

    void begin(std::string& out) override
    {
        const auto& sockets = m_source.graph.sockets();
        const std::uint32_t last = sockets.empty() ? 0 : number(sockets.rbegin()->first);
        out += kIntroduction;
        out += "#define SOCKETS " + std::to_string(last + 1) + '\n';
        for (std::size_t part = 0; !programHead(part).empty(); ++part) {
            out += programHead(part);
        }
        if (!m_options.title.empty()) {
            m_main += "    say(" + cString(displayable(m_options.title)) + ");\n";
        }
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
        out += "\nint main(int argc, char **argv)\n{\n    begin(argc > 1 ? argv[1] : \"/tmp\");\n";
        out += m_main;
        out += "    return end();\n}\n";
    }

private:
    void write(const std::vector<SessionStep>& steps, std::string& out)
    {
        for (const SessionStep& step : steps) {
            if (m_written++ < scenario::kMostSteps) {
                writeStep(step, out);
            } else if (m_written == scenario::kMostSteps + 1) {
                m_main += "    say(\"100,000 steps are enough for a program: the rest is left out.\");\n";
            }
        }
    }

    void writeStep(const SessionStep& step, std::string& out)
    {
        const auto data = m_source.store.data(step.row);
        const std::string_view text(reinterpret_cast<const char*>(data.data()), data.size());
        switch (step.kind) {
        case Step::Call:
            writeCall(step, out);
            m_main += "    step_" + std::to_string(step.row) + "();\n";
            break;
        case Step::Begin:
            writeCall(step, out);
            out += "static struct sleeper sleeper_" + std::to_string(step.call) + ";\n";
            m_main += "    start(" + sleeper(step) + ", step_" + std::to_string(step.row) + ");\n";
            break;
        case Step::Return:
            m_main += "    finish(" + sleeper(step) + ");\n";
            break;
        case Step::Cancel:
            m_main += "    interrupt(" + sleeper(step) + ");\n";
            break;
        case Step::Note:
            m_main += "    say(" + cString(displayable(text)) + ");\n";
            break;
        case Step::Agreed:
            m_main += "    pause_ms(" + std::to_string(kSettleTime) + ");\n";
            break;
        case Step::Gap:
            m_main += "    say(\"events are missing here\");\n";
            break;
        case Step::Pause:
            addPause(step.pause / 1'000'000);
            break;
        }
    }

    static std::string sleeper(const SessionStep& step) { return "&sleeper_" + std::to_string(step.call); }

    void addPause(std::uint64_t milliseconds)
    {
        const std::uint64_t waits = std::min({milliseconds, kLongestPause, kMostPauses - m_paused});
        m_paused += waits;
        m_main += waits == 0 ? "" : "    pause_ms(" + std::to_string(waits) + ");\n";
    }

    void writeCall(const SessionStep& step, std::string& out)
    {
        const Event event = m_source.store.event(step.row);
        const CallRecord record = m_source.store.call(step.row);
        const bool returned = event.kind == EventKind::Call;
        std::span<const std::byte> data
            = returned ? m_source.store.data(step.row) : std::span<const std::byte>();
        const auto stage = !returned || event.result < 0 ? CallStage::Failed : CallStage::Done;
        const CallTextStyle style {CallTextStyle::Addresses::Short, 48};
        const std::string text
            = callText(record, m_options.payload ? data : data.first(0), event.dataSize, stage, style);
        std::vector<std::byte> replaced;
        if (!m_options.payload) {
            replaced.assign(sendsData(record.call) ? event.dataSize : 0, std::byte {'x'});
            data = replaced;
        }
        // What has not been kept is not what was sent: nothing of it is compared from here on.
        m_comparable &= !sendsData(record.call) || data.size() == event.dataSize;
        const ScenarioCall call {event, record, data};
        CCall written(call, step.row, m_addresses, m_open);
        const std::string body
            = written.body(displayable(actorBefore(event) + text), m_options.payload && m_comparable);
        out += '\n';
        for (const auto& [name, value] : written.constants()) {
            if (m_defined.insert(name).second) {
                out += "#ifndef " + name + "\n#define " + name + ' ' + std::to_string(value) + "\n#endif\n";
            }
        }
        out += "static void step_" + std::to_string(step.row) + "(void)\n{\n" + body + pairAfter(record)
            + "}\n";
        m_addresses.take(step.row, event, record);
        m_open.take(event, record);
    }

    std::string actorBefore(const Event& event) const
    {
        const std::string name(m_source.actorName(event.actor));
        return name.empty() ? name : name + ": ";
    }

    static std::string pairAfter(const CallRecord& record)
    {
        const auto* list = std::get_if<OpenedList>(&record.details);
        std::string lines;
        for (std::size_t i = 0; list != nullptr && i < std::min<std::size_t>(list->opened.size(), 2); ++i) {
            lines += "    s[" + std::to_string(number(list->opened[i].id)) + "] = pair[" + std::to_string(i)
                + "];\n";
        }
        return lines;
    }

    const ExportSource& m_source;
    ExportOptions m_options;
    SessionSteps m_steps;
    AddressBook m_addresses;
    OpenDescriptors m_open;
    std::set<std::string> m_defined;
    std::string m_main; // its statements: a line a step, of which a program has 100,000 at most
    std::size_t m_written = 0;
    std::uint64_t m_paused = 0; // ms
    bool m_comparable = true;
};

}

std::unique_ptr<Exporter> makeCExporter(const ExportSource& source, const ExportOptions& options)
{
    return std::make_unique<CExporter>(source, options);
}

}
