#include <array>
#include <cstdio>

#include "model/explain/explainer.h"
#include "model/export/event_writer.h"
#include "model/export/utf8.h"
#include "model/scenario/scenario.h"
#include "model/text/bytes_as_text.h"
#include "netcore/names/call_text.h"
#include "netcore/names/constants.h"

namespace model {

using namespace netcore;

struct TextWriter::Explanations {
    Explainer explainer;
};

namespace {

constexpr std::string_view kDim = "\033[2m";
constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kGreen = "\033[32m";
constexpr std::string_view kRed = "\033[1;31m";
constexpr std::string_view kYellow = "\033[33m";
constexpr std::string_view kReset = "\033[0m";
// Neither red nor green: those are results.
constexpr std::array<std::string_view, 4> kActors {"\033[36m", "\033[35m", "\033[34m", "\033[33m"};

constexpr std::size_t kMark = 2; // columns before the text of a paragraph

// " (flags O_RDWR|O_NONBLOCK) "
std::string note(const CallRecord& record, const Event& event)
{
    const std::string text = resultNote(record, event.result);
    return text.empty() ? " " : " (" + text + ") ";
}

std::string timeText(std::uint64_t nanoseconds)
{
    std::array<char, 32> text {};
    std::snprintf(text.data(), text.size(), "%llu.%06llu",
        static_cast<unsigned long long>(nanoseconds / 1'000'000'000U),
        static_cast<unsigned long long>(nanoseconds / 1000U % 1'000'000U));
    return text.data();
}

}

TextWriter::TextWriter(const TextStyle& style) : m_style(style) { }
TextWriter::~TextWriter() = default;

std::string TextWriter::coloured(std::string_view text, std::string_view colour) const
{
    return m_style.colours && !colour.empty() ? std::string(colour) + std::string(text) + std::string(kReset)
                                              : std::string(text);
}

std::string TextWriter::paragraph(std::string_view text, std::string_view mark, std::string_view colour) const
{
    const std::string shown = displayable(text);
    const std::size_t room = std::max<std::size_t>(m_style.width, 30) - kMark;
    std::string result;
    std::string line;
    const auto flush = [&] {
        result += coloured(mark, kDim) + ' ' + coloured(line, colour) + '\n';
        line.clear();
    };
    std::string_view rest = shown;
    while (!rest.empty()) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        if (!line.empty() && charactersIn(line) + 1 + charactersIn(word) > room) {
            flush();
        }
        line += (line.empty() ? "" : " ") + std::string(word);
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    flush();
    return result;
}

// The time is that of the end: so the lines stand in the order of their times.
std::string TextWriter::head(const ExportSource& log, const Event& event) const
{
    const std::uint64_t since = event.end() - std::min(event.end(), log.startTime);
    std::string text = "  " + coloured(timeText(since), kDim) + ' ';
    if (event.actor == kNoActor) {
        return text + (m_style.actorWidth > 0 ? std::string(m_style.actorWidth + 2, ' ') : std::string());
    }
    const std::string name = displayable(log.actorName(event.actor));
    const std::string_view colour = kActors[(number(event.actor) - 1U) % kActors.size()];
    const std::size_t padding = m_style.actorWidth - std::min(m_style.actorWidth, charactersIn(name));
    return text + coloured(name + ':', colour) + std::string(padding + 1, ' ');
}

std::string TextWriter::callLine(const ExportSource& log, Row row, const Event& event)
{
    const auto data = log.store.data(row);
    const CallTextStyle style {
        m_style.shortAddresses ? CallTextStyle::Addresses::Short : CallTextStyle::Addresses::Strace, 256};
    const CallRecord record = log.store.call(row);
    if (event.kind == EventKind::Blocked) {
        const std::string function = displayable(textOf(data));
        return head(log, event) + callText(record, {}, 0, CallStage::Unfinished, style) + ' '
            + coloured("# asleep" + (function.empty() ? "" : " in " + function), kYellow) + '\n';
    }
    const bool failed = event.result < 0;
    const auto stage = failed ? CallStage::Failed : CallStage::Done;
    const bool automatic = (event.flags & eventFlags::kAutomatic) != 0;
    std::string line = head(log, event);
    if (automatic) { // not the user's: a scenario must not repeat it
        line = coloured("#", kDim) + line.substr(1);
    }
    line += callText(record, m_style.payload ? data : data.first(0), event.dataSize, stage, style) + " = "
        + coloured(resultText(event.call, event.result, event.error), failed ? kRed : kGreen)
        + note(record, event)
        + coloured('<' + scenario::durationText(std::chrono::nanoseconds(event.took)) + '>', kDim) + '\n';
    return line + signalLine(event) + (failed && m_style.explainErrors ? explanation(event) : std::string());
}

// What strace puts behind the result, and the signal that came with it: a comment, since nobody can make it.
std::string TextWriter::signalLine(const Event& event) const
{
    return (event.flags & eventFlags::kSigpipe) == 0
        ? std::string()
        : paragraph("--- SIGPIPE --- (it ends a program that neither handles nor ignores it)", "#", kYellow);
}

std::string TextWriter::explanation(const Event& event)
{
    if (!m_explanations) {
        m_explanations = std::make_unique<Explanations>();
    }
    const std::string meaning = m_explanations->explainer.meaning(event.error, event.call).toStdString();
    return meaning.empty() ? meaning : paragraph(errnoText(event.error) + ": " + meaning, "#", kYellow);
}

std::string TextWriter::noteLines(std::string_view text) const
{
    if (text.starts_with(scenario::kAgreed)) {
        return coloured("#", kDim) + ' ' + coloured(displayable(text), kGreen) + '\n';
    }
    return '\n' + paragraph(text, ">", kBold);
}

static std::string gapText(const Event& event)
{
    const std::string why = (event.flags & eventFlags::kBudget) != 0 ? "the log may take no more room"
        : event.error != 0                                           ? errnoText(event.error)
                                                                     : "there was no room for them";
    return (event.flags & eventFlags::kGapBegins) != 0
        ? "# from here events are missing: " + why
        : "# " + std::to_string(event.result) + " events are missing: " + why;
}

std::string TextWriter::lines(const ExportSource& log, Row row)
{
    const Event event = log.store.event(row);
    switch (event.kind) {
    case EventKind::Call:
    case EventKind::Blocked:
        return callLine(log, row, event);
    case EventKind::Note:
        return noteLines(textOf(log.store.data(row)));
    case EventKind::Gap:
        return coloured(gapText(event), kRed) + '\n';
    case EventKind::State:
    case EventKind::Options:
    case EventKind::Finding:
        break;
    }
    return {};
}

}
