#include "model/scenario/parser.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>

#include "model/scenario/arguments.h"
#include "model/scenario/lexer.h"
#include "model/scenario/statement_reader.h"
#include "model/scenario/symbols.h"
#include "model/scenario/text_check.h"
#include "netcore/names/constants.h"

namespace model::scenario {

using namespace netcore;

namespace {

constexpr std::size_t kMostProblems = 50;
constexpr std::size_t kLongestTemporaryFolder = 60; // bytes: most of the 107 are for what is in it

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view firstWord(std::string_view text)
{
    return text.substr(0, static_cast<std::size_t>(std::ranges::find_if(text, isBlank) - text.begin()));
}

class Parser {
public:
    explicit Parser(const ParseOptions& options)
        : m_options(options), m_statements(m_parsed.scenario, m_symbols, m_actorsAreDeclared)
    {
        m_parsed.scenario.file = options.file;
        m_parsed.scenario.temporaryFolder
            = options.temporaryFolder.empty() ? freshFolderName() : options.temporaryFolder;
    }

    Parsed run(std::string_view text)
    {
        text.remove_prefix(text.starts_with("\xef\xbb\xbf") ? 3 : 0); // a byte order mark
        for (m_line = 1; !text.empty() && m_parsed.problems.size() < kMostProblems; ++m_line) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            std::string_view line = text.substr(0, end);
            line.remove_suffix(line.ends_with('\r') ? 1 : 0);
            readLine(line);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        if (m_parsed.problems.empty()) {
            checkWhole();
        }
        return std::move(m_parsed);
    }

private:
    void readLine(std::string_view line)
    {
        if (const auto stranger = firstStranger(line)) {
            problem(stranger->column, stranger->found, Say::TextOnly);
            return;
        }
        const std::string_view content = trimmed(line);
        if (content.empty() || content.front() == '#') {
            m_lastWasNarration = false;
            return;
        }
        const auto expanded = expand(line, m_line, [this](std::string_view name) { return variable(name); });
        if (!expanded.ok()) {
            m_parsed.problems.push_back(expanded.problem());
            return;
        }
        readContent(content, expanded.value());
    }

    void readContent(std::string_view written, const ExpandedLine& line)
    {
        const std::string_view content = trimmed(line.text);
        if (content.starts_with('>')) {
            readNarration(trimmed(content.substr(1)));
            return;
        }
        m_lastWasNarration = false;
        if (const Reader read = readerFor(firstWord(content))) {
            const std::string_view word = firstWord(content);
            (this->*read)(trimmed(content.substr(word.size())), line);
        } else {
            readStatement(written, line);
        }
    }

    using Reader = void (Parser::*)(std::string_view rest, const ExpandedLine& line);

    static Reader readerFor(std::string_view word)
    {
        struct Heading {
            std::string_view word;
            Reader read;
        };
        constexpr std::array kHeadings {Heading {"title", &Parser::readTitle},
            Heading {"about", &Parser::readAbout}, Heading {"tags", &Parser::readTags},
            Heading {"refs", &Parser::readReferences}, Heading {"actor", &Parser::readActor},
            Heading {"let", &Parser::readLet}};
        const auto found = std::ranges::find(kHeadings, word, &Heading::word);
        return found == kHeadings.end() ? nullptr : found->read;
    }

    void readTitle(std::string_view rest, const ExpandedLine& /*line*/)
    {
        once(m_parsed.scenario.title, rest);
    }
    void readReferences(std::string_view rest, const ExpandedLine& /*line*/)
    {
        once(m_parsed.scenario.references, rest);
    }
    void readAbout(std::string_view rest, const ExpandedLine& /*line*/)
    {
        std::string& about = m_parsed.scenario.about;
        about += (about.empty() ? "" : " ") + std::string(rest);
    }
    void once(std::string& place, std::string_view text)
    {
        if (!place.empty() || text.empty()) {
            problem(1, place.empty() ? Say::Nothing : Say::SecondOne,
                place.empty() ? Say::TextBehindWord : Say::OneLine);
        }
        place = text;
    }
    void readTags(std::string_view rest, const ExpandedLine& /*line*/)
    {
        for (rest = trimmed(rest); !rest.empty(); rest = trimmed(rest)) {
            m_parsed.scenario.tags.emplace_back(firstWord(rest));
            rest.remove_prefix(firstWord(rest).size());
        }
    }

    void readActor(std::string_view rest, const ExpandedLine& line)
    {
        const bool known
            = std::ranges::find(m_parsed.scenario.actors, rest) != m_parsed.scenario.actors.end();
        if (!isName(rest) || known) {
            problem(columnOf(line, rest), inQuotes(rest), known ? Say::NameDeclared : Say::Name);
            return;
        }
        m_actorsAreDeclared = true;
        m_parsed.scenario.actors.emplace_back(rest);
    }

    // let name = value: the rest of the line, or a string.
    void readLet(std::string_view rest, const ExpandedLine& line)
    {
        const std::size_t sign = rest.find('=');
        const std::string name(trimmed(rest.substr(0, sign)));
        if (sign == std::string_view::npos || !isName(name) || name == "tmp") {
            problem(columnOf(line, rest), inQuotes(rest), notation("name = value"));
            return;
        }
        std::string value(trimmed(rest.substr(sign + 1)));
        if (value.starts_with('"')) {
            const ExpandedLine part {value, std::vector(value.size() + 1, columnOf(line, rest))};
            const auto tokens = tokensOf(part, m_line);
            const bool oneString = tokens.ok() && tokens.value().size() == 2;
            if (!oneString) {
                problem(columnOf(line, rest), notation(value), Say::OneString);
                return;
            }
            value = tokens.value().front().text;
        }
        m_variables[name]
            = m_options.variables.contains(name) ? m_options.variables.find(name)->second : value;
    }

    void readNarration(std::string_view text)
    {
        auto& steps = m_parsed.scenario.steps;
        if (m_lastWasNarration && !text.empty()) { // one paragraph over several lines
            std::get<NarrationStep>(steps.back().what).text += ' ' + std::string(text);
        } else if (!text.empty() && steps.size() < kMostSteps) {
            steps.push_back({m_line, std::string(text), std::nullopt, NarrationStep {std::string(text)}});
        }
        m_lastWasNarration = !text.empty() && !steps.empty();
    }

    void readStatement(std::string_view written, const ExpandedLine& line)
    {
        auto tokens = tokensOf(line, m_line);
        if (!tokens.ok()) {
            m_parsed.problems.push_back(tokens.problem());
            return;
        }
        TokenReader reader(std::move(tokens.value()), m_line, line.text);
        if (!m_statements.read(reader, m_line, written) && reader.problem()) {
            m_parsed.problems.push_back(*reader.problem());
        }
    }

    void checkWhole()
    {
        if (const auto unfinished = m_statements.finish()) {
            m_parsed.problems.push_back(*unfinished);
        }
        for (const auto& [name, value] : m_variables) {
            m_parsed.scenario.variables.push_back(name);
        }
    }

    const std::string* variable(std::string_view name)
    {
        if (name == "tmp") {
            m_parsed.scenario.usesTemporaryFolder = true;
            return &m_parsed.scenario.temporaryFolder;
        }
        const auto found = m_variables.find(name);
        return found == m_variables.end() ? nullptr : &found->second;
    }

    static std::size_t columnOf(const ExpandedLine& line, std::string_view part)
    {
        const bool inside
            = part.data() >= line.text.data() && part.data() <= line.text.data() + line.text.size();
        return inside ? line.columns[static_cast<std::size_t>(part.data() - line.text.data())] : 1;
    }

    void problem(std::size_t column, const Phrase& found, const Phrase& expected)
    {
        m_parsed.problems.push_back({m_line, column, found, expected});
    }

    const ParseOptions& m_options;
    Parsed m_parsed;
    Symbols m_symbols;
    bool m_actorsAreDeclared = false;
    StatementReader m_statements;
    std::map<std::string, std::string, std::less<>> m_variables;
    std::size_t m_line = 0;
    bool m_lastWasNarration = false;
};

}

bool isName(std::string_view text)
{
    constexpr std::array<std::string_view, 17> kTaken {"title", "about", "tags", "refs", "actor", "let",
        "cancel", "expect", "wait", "predict", "returns", "blocks", "or", "NULL", "addr", "from", "sockaddr"};
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto fits = [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= 64 && isLetter(text.front()) && std::ranges::all_of(text, fits)
        && std::ranges::find(kTaken, text) == kTaken.end() && !constantNamed(text) && text != "buf";
}

std::string freshFolderName()
{
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    const char* folder = std::getenv("TMPDIR"); // NOLINT(concurrency-mt-unsafe): nobody changes it
    const bool usable
        = folder != nullptr && *folder == '/' && std::string_view(folder).size() <= kLongestTemporaryFolder;
    std::string name = (usable ? std::string(folder) : std::string("/tmp")) + "/sockscope-";
    std::random_device random;
    for (int i = 0; i < 10; ++i) {
        name += kLetters[std::uniform_int_distribution<std::size_t>(0, kLetters.size() - 1)(random)];
    }
    return name;
}

Parsed parse(std::string_view text, const ParseOptions& options)
{
    return Parser(options).run(text);
}

}
