// LogPanel and the rules that tint its rows.

#include <QToolButton>

#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"
#include "ui/log/rules/rules_popup.h"
#include "ui/workbench.h"

namespace ui {

void LogPanel::connectRules()
{
    model::Session& session = m_workbench.session();
    m_ruleFacts.takeAllSockets(session.graph());
    connect(&session, &model::Session::socketsChanged, this,
        [this, &session] { m_ruleFacts.takeSockets(session.graph(), session.changedSockets()); });
    connect(&m_workbench, &Workbench::selectionChanged, this, [this] {
        m_ruleSet.setSelected(m_workbench.selected());
        m_view->viewport()->update();
    });
    connect(m_colours, &QToolButton::clicked, this, &LogPanel::showRulesPopup);
    m_ruleSet.setRules(usualRules());
    m_view->setRules([this](model::Row row) { return ruleOf(row); });
}

// Asked while rows are painted: for what is in sight, never for all.
const ColourRule* LogPanel::ruleOf(model::Row row)
{
    if (!m_ruleSet.isActive()) {
        return nullptr;
    }
    m_ruleSet.setFacts(m_ruleFacts.facts());
    return m_ruleSet.ruleOf(row);
}

QString LogPanel::rules() const
{
    return textOf(m_ruleSet.rules());
}

void LogPanel::setRules(const QString& rules)
{
    const QList<ColourRule> read = rulesFrom(rules);
    m_ruleSet.setRules(read.isEmpty() ? usualRules() : read);
    m_view->viewport()->update();
}

void LogPanel::showRulesPopup()
{
    auto* popup = new RulesPopup(m_workbench, m_ruleSet.rules(), this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    connect(popup, &RulesPopup::changed, this, [this](const QList<ColourRule>& rules) {
        m_ruleSet.setRules(rules);
        m_view->viewport()->update();
    });
    popup->openAt(m_colours->mapToGlobal(m_colours->rect().bottomLeft()));
}

}
