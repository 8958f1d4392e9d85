// Turns a Call into the method of Syscalls that makes it, with buffers that live as long as it does.
#pragma once

#include "netcore/engine/call.h"
#include "netcore/sys/syscalls.h"

namespace netcore {

// Blocks as the call blocks. `fd` goes where the call takes its descriptor.
CallResult perform(Syscalls& kernel, const Call& call, int fd);

}
