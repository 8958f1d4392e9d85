#include "tests/bench/soak_typist.h"

#include <array>

#include "model/filter/parser.h"
#include "model/search/find.h"

namespace bench {

using namespace model;

namespace {

constexpr std::array kFilters {
    "call == send and failed",
    "socket in {1 2} and not (took > 1ms or errno == EAGAIN)",
    "data contains 07:00",
    "data matches \"[^a]\\x00{4}\"",
    "blocked or took > 5ms",
    "socket == 1 and call == recv and result == 64",
};
constexpr std::array kFinds {"send", "GET /index", "EAGAIN", "0x"};
constexpr int kRest = 25; // ticks that a whole text stands, longer each time

}

Typist::Typist(const Session& session) : m_session(session), m_keeper(session.startTime()) { }

std::optional<filter::Node> Typist::nodeOf(const std::string& text, bool isFind) const
{
    search::FindQuery query;
    query.text = text;
    query.dataOnly = text.size() % 2 == 0;
    auto node = isFind ? search::expressionOf(query) : filter::parse(text);
    return node.ok() ? std::optional(std::move(node.value())) : std::nullopt;
}

void Typist::drop(Field& field)
{
    if (field.rows) {
        m_tally.cancelled += field.rows->isComplete() ? 0U : 1U;
        m_tally.hits += field.rows->isComplete() ? field.rows->size() : 0;
        field.rows.reset();
    }
}

void Typist::type(Field& field, bool isFind)
{
    if (field.rest > 0) {
        --field.rest;
        return;
    }
    const std::string whole
        = isFind ? kFinds[field.text % kFinds.size()] : kFilters[field.text % kFilters.size()];
    ++field.letters;
    if (field.letters > whole.size()) {
        ++field.text;
        field.letters = 1;
    }
    field.rest = field.letters == whole.size() ? kRest * static_cast<int>(field.text % 5) : 0;
    drop(field);
    if (auto node = nodeOf(whole.substr(0, field.letters), isFind)) {
        m_keeper.takeAllSockets(m_session.graph());
        field.rows
            = std::make_unique<filter::FilteredRows>(m_session.store(), std::move(*node), m_keeper.facts());
        ++m_tally.started;
    }
}

void Typist::tick()
{
    type(m_filter, false);
    type(m_find, true);
    for (Field* field : {&m_filter, &m_find}) {
        if (field->rows) {
            field->rows->extend(m_session.store().size());
            field->rows->take();
        }
    }
}

}
