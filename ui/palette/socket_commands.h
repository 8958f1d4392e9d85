// The sockets of a session, and the calls of the selected one, as commands.
#pragma once

#include "ui/palette/commands.h"
#include "ui/workbench.h"

namespace ui {

// A call opens its form. One that is not legal now says which errno it would give, and can be made all the
// same.
void addCallCommands(Workbench& workbench, std::vector<Command>& all);
// `jump` is to show that socket.
void addSocketCommands(const Workbench& workbench, const std::function<void(netcore::SocketId)>& jump,
    std::vector<Command>& all);

}
