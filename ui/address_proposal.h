// What an address field begins with: nobody should have to think one up before the first click.
#pragma once

#include <QString>

#include "ui/workbench.h"

namespace ui {

// Loopback (or, where that is preferred, any address) and a port of the kernel's choice; a path in our
// private folder.
QString addressToBind(Workbench& workbench, int domain);
// Who wrote last, or the newest socket of ours that could be meant. Empty where nothing is likely.
QString addressToReach(Workbench& workbench, const model::SocketNode& from);

}
