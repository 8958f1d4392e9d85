// A scenario by the word that a user gave for it: a built-in name, or a file.
#pragma once

#include <QString>
#include <QStringList>
#include <variant>

#include "model/scenario/scenario.h"

namespace cli {

// Or the exit code; what is wrong has been said.
std::variant<model::scenario::Scenario, int> readScenario(const QString& word, const QStringList& variables);

}
