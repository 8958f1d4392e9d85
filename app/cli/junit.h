// The result of a run as build servers read it: a test case a step.
#pragma once

#include <string>

#include "model/scenario/runner.h"

namespace cli {

std::string junitReport(const model::scenario::Runner& runner);

}
