// Reads a scenario. Strict: what it does not know is a problem, with line and column, and never guessed.
// The language is described in README.md beside this file.
//
// Reading does nothing: no file, no socket, no folder is made.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/scenario/problem.h"
#include "model/scenario/scenario.h"

namespace model::scenario {

struct ParseOptions {
    std::string file; // for messages
    std::map<std::string, std::string, std::less<>> variables; // instead of those that `let` gives
    std::string temporaryFolder; // what ${tmp} is to be; empty: a fresh name
};

struct Parsed {
    Scenario scenario;
    std::vector<Problem> problems; // in the order of the lines; empty: the scenario may be run

    bool ok() const { return problems.empty(); }
};

Parsed parse(std::string_view text, const ParseOptions& options = {});

// A name for a private folder that nothing has yet: short, since a UNIX path has 107 bytes at most.
std::string freshFolderName();

}
