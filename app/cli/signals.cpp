#include "app/cli/signals.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace cli {

namespace {

// A handler can reach nothing else.
std::atomic<int> g_signal = 0;
std::array<int, 2> g_pipe {-1, -1};

void onSignal(int number)
{
    const int before = errno;
    g_signal.store(number);
    const char byte = 0;
    static_cast<void>(::write(g_pipe[1], &byte, 1) < 0);
    errno = before;
}

int makePipe()
{
    if (g_pipe[0] < 0 && ::pipe2(g_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        g_pipe = {-1, -1};
    }
    return g_pipe[0];
}

}

bool signalArrived()
{
    return g_signal.load() != 0;
}

SignalWatch::SignalWatch(QObject* parent) : QObject(parent), m_notifier(makePipe(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> bytes {};
        while (::read(g_pipe[0], bytes.data(), bytes.size()) > 0) { }
        Q_EMIT arrived();
    });
    struct sigaction action { };
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND); // no SA_RESTART: a write() to a full pipe comes back
    for (const int number : {SIGINT, SIGTERM}) {
        ::sigaction(number, &action, nullptr);
    }
}

int SignalWatch::number() const
{
    return g_signal.load();
}

}
