// Colour rules ready to be asked of the rows in sight: the first that fits tints the row.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "model/filter/matcher.h"
#include "model/filter/problem.h"
#include "ui/log/rules/colour_rule.h"

namespace ui {

class RuleSet {
public:
    // The store must outlive it.
    explicit RuleSet(const model::EventStore& store) : m_store(store) { }

    void setRules(const QList<ColourRule>& rules);
    const QList<ColourRule>& rules() const { return m_rules; }
    bool isActive() const { return !m_active.empty(); }
    // What the filters ask beside the log. The same again costs nothing.
    void setFacts(std::shared_ptr<const model::filter::Facts> facts);
    void setSelected(netcore::SocketId socket);

    const ColourRule* ruleOf(model::Row row); // nullptr: none fits; row < store.size()

    // What is wrong with a filter; nothing: it can be used.
    static std::optional<model::filter::Problem> problemOf(const QString& filter);

private:
    struct Active {
        qsizetype rule;
        std::unique_ptr<model::filter::Matcher> matcher;
    };
    void prepare();

    const model::EventStore& m_store;
    QList<ColourRule> m_rules;
    std::vector<Active> m_active; // those that are on and can be read
    std::shared_ptr<const model::filter::Facts> m_facts = std::make_shared<model::filter::Facts>();
    netcore::SocketId m_selected = netcore::kNoSocket;
};

}
