// A session that a scenario was run on, to be exported.
#pragma once

#include <QString>
#include <memory>
#include <string>

#include "model/export/exporter.h"
#include "model/scenario/runner.h"
#include "model/session.h"

class PlayedSession {
public:
    // The text of a scenario.
    explicit PlayedSession(std::string_view text);
    static std::string builtInText(const QString& name);

    bool passed() const { return m_passed; }
    const std::string& problem() const { return m_problem; } // why it has not
    const model::Session& session() const { return m_session; }
    model::Session& session() { return m_session; }

    std::string exported(model::ExportFormat format, const model::ExportOptions& options = {}) const;

private:
    model::Session m_session;
    std::unique_ptr<model::scenario::Runner> m_runner;
    bool m_passed = false;
    std::string m_problem;
};

// Every byte, broken UTF-8, tags, formulas, NULs and a large one; as payload, and as far as they can be as a
// remark and as the name of an actor.
std::string hostileScenario();
void addHostileWords(model::Session& session);
