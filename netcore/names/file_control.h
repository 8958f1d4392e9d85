// The commands of fcntl(2) by value, for code that makes no calls.
#pragma once

#include <fcntl.h>

namespace netcore::fileControl {

inline constexpr int kDuplicate = F_DUPFD;
inline constexpr int kDuplicateCloseOnExec = F_DUPFD_CLOEXEC;
inline constexpr int kGetDescriptorFlags = F_GETFD;
inline constexpr int kSetDescriptorFlags = F_SETFD;
inline constexpr int kGetFlags = F_GETFL;
inline constexpr int kSetFlags = F_SETFL;
inline constexpr int kGetOwner = F_GETOWN;
inline constexpr int kGetSignal = F_GETSIG;
inline constexpr int kGetPipeSize = F_GETPIPE_SZ;
inline constexpr int kGetSeals = F_GET_SEALS;
inline constexpr int kCloseOnExec = FD_CLOEXEC; // a descriptor flag

}
