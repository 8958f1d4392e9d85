#include "model/search/find.h"

#include <algorithm>

#include "model/filter/parser.h"
#include "model/filter/regex.h"
#include "model/text/hex_text.h"

namespace model::search {

using namespace filter;

namespace {

using Read = netcore::Outcome<std::string, Problem>;

std::string remedyFor(TextProblem::Reason reason)
{
    return reason == TextProblem::Reason::TooLong ? "look for fewer bytes"
                                                  : "write bytes as pairs of digits: 47 45 54";
}

// The bytes or the expression that are meant.
Read contentOf(const FindQuery& query)
{
    if (query.text.empty()) {
        return Problem {0, 0, "there is nothing to look for", "write a text"};
    }
    if (query.text.size() > kLongestText) {
        return Problem {kLongestText, query.text.size() - kLongestText, "this is too long", "write less"};
    }
    if (query.form == FindQuery::Form::Regex) {
        const std::string problem = Regex(query.text).problem();
        return problem.empty() ? Read(query.text)
                               : Read(Problem {0, query.text.size(), "no regular expression: " + problem,
                                   "its syntax is RE2's; \\ before a sign means the sign itself"});
    }
    if (query.form == FindQuery::Form::Text) {
        return query.text;
    }
    const QString typed = QString::fromStdString(query.text);
    const auto bytes = parseHex(typed, static_cast<qsizetype>(kLongestText));
    if (!bytes.ok()) {
        const TextProblem& problem = bytes.problem();
        const auto before = typed.left(problem.position).toUtf8().size();
        const auto meant = typed.mid(problem.position, problem.length).toUtf8().size();
        return Problem {static_cast<std::size_t>(before), static_cast<std::size_t>(meant),
            "these are no bytes", remedyFor(problem.reason)};
    }
    const std::string content = bytes.value().toStdString();
    return content.empty() ? Read(Problem {0, query.text.size(), "there is nothing to look for",
               "write bytes as pairs of digits: 47 45 54"})
                           : Read(content);
}

Node leafFor(Field field, const FindQuery& query, const std::string& content)
{
    Node node;
    node.comparison.field = field;
    node.comparison.test = query.form == FindQuery::Form::Regex ? Test::Matches : Test::Contains;
    node.comparison.texts = {content};
    node.comparison.ignoresCase = !query.matchesCase && query.form != FindQuery::Form::Hex;
    return node;
}

}

netcore::Outcome<Node, Problem> expressionOf(const FindQuery& query)
{
    const auto content = contentOf(query);
    if (!content.ok()) {
        return content.problem();
    }
    Node data = leafFor(Field::Data, query, content.value());
    if (query.dataOnly || query.form == FindQuery::Form::Hex) {
        return data;
    }
    Node any;
    any.kind = Node::Kind::Or;
    any.parts.push_back(std::move(data));
    any.parts.push_back(leafFor(Field::Actor, query, content.value()));
    any.parts.push_back(leafFor(Field::Text, query, content.value()));
    return any;
}

std::optional<Row> nextHit(const RowList& hits, Row row)
{
    const std::uint64_t index = hits.indexOf(row + 1);
    return index < hits.size() ? std::optional(hits.at(index)) : std::nullopt;
}

std::optional<Row> previousHit(const RowList& hits, Row row)
{
    const std::uint64_t index = hits.indexOf(row);
    return index > 0 ? std::optional(hits.at(index - 1)) : std::nullopt;
}

std::vector<std::uint32_t> hitCounts(const RowList& hits, const RowList& shown, std::size_t parts)
{
    std::vector<std::uint32_t> counts(parts);
    const std::uint64_t rows = shown.size();
    std::uint64_t before = 0;
    for (std::size_t part = 0; part < parts && rows > 0; ++part) {
        // Without an overflow: rows * parts stays below 2^64 for any log there is.
        const std::uint64_t end = rows * (part + 1) / parts;
        const std::uint64_t until = end < rows ? hits.indexOf(shown.at(end)) : hits.size();
        counts[part] = static_cast<std::uint32_t>(until - std::min(before, until));
        before = until;
    }
    return counts;
}

}
