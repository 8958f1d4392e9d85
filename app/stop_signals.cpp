#include "app/stop_signals.h"

#include <QSocketNotifier>
#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace app {

namespace {

sigset_t stopSet()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        sigaddset(&set, signal);
    }
    return set;
}

}

void StopSignals::block()
{
    const sigset_t set = stopSet();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

StopSignals::StopSignals(QObject* parent) : QObject(parent)
{
    const sigset_t set = stopSet();
    m_fd.reset(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
    if (m_fd.isOpen()) {
        auto* notifier = new QSocketNotifier(m_fd.get(), QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, &StopSignals::read);
    }
}

void StopSignals::read()
{
    signalfd_siginfo info {};
    if (::read(m_fd.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        Q_EMIT stopped(static_cast<int>(info.ssi_signo));
    }
}

}
