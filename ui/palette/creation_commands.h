// A new socket of each kind, as a command.
#pragma once

#include <functional>
#include <vector>

#include "netcore/engine/call.h"
#include "ui/palette/commands.h"

namespace ui {

// `make` is to make that call: socket() or, for UNIX, socketpair().
void addCreationCommands(const std::function<void(const netcore::Call&)>& make, std::vector<Command>& all);

}
