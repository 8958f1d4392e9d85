// By which name a fact of the kernel's view stands in resources/explain/kernel.json.
#pragma once

#include <QString>

#include "netcore/inspect/view_facts.h"

namespace model {

// "AcceptQueue", "memory.rmem_alloc", "tcpi_rtt". `part`: as in ViewDifference.
QString viewFactKey(netcore::ViewFact fact, std::uint16_t part = 0);

}
