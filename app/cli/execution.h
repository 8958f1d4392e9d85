// One run of a scenario from the command line: the session, the runner, the logs that are written meanwhile,
// and the exit code that comes of it.
#pragma once

#include <QString>
#include <optional>

#include "model/scenario/runner.h"

namespace cli {

struct RunRequest {
    QString log; // empty: none; "-": the standard output
    std::optional<bool> jsonl; // --format
    QString junit;
    QString save; // a session file; empty: none
    model::scenario::RunOptions options;
};

int execute(model::scenario::Scenario scenario, const RunRequest& request);

}
