// sendmsg() and recvmsg() as they were asked for: buffers, name and control messages laid out for the kernel.
#pragma once

#include "netcore/engine/call.h"
#include "netcore/sys/syscalls.h"

namespace netcore {

CallResult performSendmsg(Syscalls& kernel, const Call& call, int fd);
CallResult performRecvmsg(Syscalls& kernel, const Call& call, int fd);

}
