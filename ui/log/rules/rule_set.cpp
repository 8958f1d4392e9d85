#include "ui/log/rules/rule_set.h"

#include "model/filter/parser.h"

namespace ui {

using namespace netcore;

namespace {

std::string readable(const QString& filter, SocketId selected)
{
    QString text = filter;
    return text.replace(QStringLiteral("{selected}"), QString::number(number(selected))).toStdString();
}

}

std::optional<model::filter::Problem> RuleSet::problemOf(const QString& filter)
{
    const auto read = model::filter::parse(readable(filter, SocketId {1}));
    return read.ok() ? std::nullopt : std::optional(read.problem());
}

void RuleSet::setRules(const QList<ColourRule>& rules)
{
    if (rules != m_rules) {
        m_rules = rules;
        prepare();
    }
}

void RuleSet::prepare()
{
    m_active.clear();
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        if (!m_rules[i].on) {
            continue;
        }
        const auto read = model::filter::parse(readable(m_rules[i].filter, m_selected));
        if (read.ok()) {
            m_active.push_back({i, std::make_unique<model::filter::Matcher>(m_store, read.value(), m_facts)});
        }
    }
}

void RuleSet::setFacts(std::shared_ptr<const model::filter::Facts> facts)
{
    if (facts != m_facts) {
        m_facts = std::move(facts);
        for (const Active& active : m_active) {
            active.matcher->setFacts(m_facts);
        }
    }
}

void RuleSet::setSelected(SocketId socket)
{
    if (socket != m_selected) {
        m_selected = socket;
        prepare();
    }
}

const ColourRule* RuleSet::ruleOf(model::Row row)
{
    for (const Active& active : m_active) {
        if (active.matcher->matches(row)) {
            return &m_rules[active.rule];
        }
    }
    return nullptr;
}

}
