// What a structure among the arguments means for the call.
#pragma once

#include "model/scenario/arguments.h"

namespace model::scenario {

// Room for what the kernel fills in, where none is written: any address, or the option's own size.
std::int64_t defaultRoom(const netcore::Call& call);
// Puts the structure that was read into the call: its details, bytes, name and lengths.
void addStructure(FilledCall& filled);

}
