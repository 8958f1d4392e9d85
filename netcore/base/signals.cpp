#include "netcore/base/signals.h"

#include <csignal>

namespace netcore {

void blockAllSignals()
{
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, nullptr);
}

}
