// 64 bytes to and fro between two threads on one processor, while the window shows the log on another: with
// every call logged, and by the kernel alone; and a client under strace, which logs the same calls.

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QTimer>
#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <thread>
#include <unistd.h>

#include "netcore/sys/linux_syscalls.h"
#include "netcore/sys/traced_syscalls.h"
#include "tests/bench/all_benches.h"
#include "tests/bench/child.h"
#include "tests/bench/pinned.h"
#include "tests/bench/roles.h"
#include "tests/model/session_bench.h"
#include "ui/main_window.h"

namespace bench {

using namespace netcore;

namespace {

constexpr std::size_t kMessage = 64;
constexpr std::size_t kRing = std::size_t {1} << 18;
using Message = std::array<std::byte, kMessage>;

// Nothing is opened while it runs.
class NoRegistry final : public SocketRegistry {
public:
    SocketId created(int, int, int, int) override { return kNoSocket; }
    SocketId accepted(int, SocketId) override { return kNoSocket; }
    SocketId duplicated(int, SocketId) override { return kNoSocket; }
    OpenedDescriptor received(int) override { return {}; }
};

bool receiveAll(Syscalls& kernel, int fd, Message& message)
{
    for (std::size_t got = 0; got < message.size();) {
        const CallResult result = kernel.recv(fd, message.data() + got, message.size() - got, 0);
        if (result.value <= 0) {
            return false;
        }
        got += static_cast<std::size_t>(result.value);
    }
    return true;
}

void echo(Syscalls& kernel, int fd)
{
    Message message;
    while (receiveAll(kernel, fd, message)
        && kernel.send(fd, message.data(), message.size(), MSG_NOSIGNAL).ok()
        && message.front() != std::byte {1}) { // the last one says so
    }
}

// Round trips a second.
double pingFor(Syscalls& kernel, int fd, double seconds)
{
    Message message {};
    std::uint64_t trips = 0;
    const double taken = secondsOf([&] {
        const std::uint64_t end = monotonicNow() + static_cast<std::uint64_t>(seconds * 1e9);
        for (bool last = false; !last; ++trips) {
            last = monotonicNow() > end;
            message.front() = last ? std::byte {1} : std::byte {0};
            kernel.send(fd, message.data(), message.size(), MSG_NOSIGNAL);
            if (!receiveAll(kernel, fd, message)) {
                break;
            }
        }
    });
    return static_cast<double>(trips) / taken;
}

// The window with a connection of its own on the board.
class Stage {
public:
    Stage()
        : m_settings(QStringLiteral("/dev/null"), QSettings::IniFormat)
        , m_preferences(ui::Preferences::load(m_settings))
        , m_window(m_sessions.session, m_preferences)
    {
        m_window.resize(1440, 900);
        m_window.show();
        const SocketId listener = m_sessions.listener(AF_INET);
        m_client = m_sessions.socket(AF_INET, SOCK_STREAM);
        m_sessions.make(calls::connect(m_sessions.node(listener).local), m_client);
        m_sessions.make(calls::accept(), listener);
        m_sessions.waitFor([&] { return !acceptedFrom(listener).empty(); });
        m_server = acceptedFrom(listener).front();
    }

    // Round trips a second, made by two threads while this one draws.
    double run(bool logged, double seconds)
    {
        const int client = m_sessions.node(m_client).fd;
        const int server = m_sessions.node(m_server).fd;
        double rate = 0;
        QEventLoop loop;
        std::jthread echoing(
            [&] { onKernel(logged, m_server, [&](Syscalls& kernel) { echo(kernel, server); }); });
        std::jthread pinging([&] {
            onKernel(logged, m_client, [&](Syscalls& kernel) { rate = pingFor(kernel, client, seconds); });
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
        loop.exec();
        pinging.join();
        echoing.join();
        m_sessions.session.drain();
        return rate;
    }

private:
    template<typename Work> void onKernel(bool logged, SocketId socket, Work work)
    {
        pinThisThread(0);
        LinuxSyscalls kernel;
        if (!logged) {
            work(kernel);
            return;
        }
        EventStream& events = m_sessions.session.events();
        EventChannel& channel = events.open(kRing);
        NoRegistry registry;
        TracedSyscalls traced(kernel, channel, registry);
        CallContext context;
        context.socket = socket;
        traced.setContext(context);
        work(traced);
        events.retire(channel);
    }
    std::vector<SocketId> acceptedFrom(SocketId listener) const
    {
        std::vector<SocketId> found;
        for (const auto& [id, node] : m_sessions.session.graph().sockets()) {
            if (node.accepted && node.listener == listener) {
                found.push_back(id);
            }
        }
        return found;
    }

    SessionBench m_sessions;
    QSettings m_settings;
    ui::Preferences m_preferences;
    ui::MainWindow m_window;
    SocketId m_client {};
    SocketId m_server {};
};

// A server for one client in another process.
double straced(double seconds)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address);
    ::listen(listener, 1);
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length);
    std::jthread server([listener] {
        pinThisThread(0);
        const int served = ::accept(listener, nullptr, nullptr);
        LinuxSyscalls kernel;
        echo(kernel, served);
        ::close(served);
    });
    const QStringList strace {QStringLiteral("strace"), QStringLiteral("-f"), QStringLiteral("-qq"),
        QStringLiteral("-e"), QStringLiteral("trace=network"), QStringLiteral("-o"),
        QStringLiteral("/dev/null")};
    const double rate = childsNumber(strace,
        {QStringLiteral("ping-client"), QString::number(ntohs(address.sin_port)), QString::number(seconds)},
        0);
    ::shutdown(listener, SHUT_RDWR); // if nobody came
    server.join();
    ::close(listener);
    return rate;
}

}

double pingClient(const QStringList& arguments)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(arguments.at(0).toUShort());
    if (::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        return -1;
    }
    LinuxSyscalls kernel;
    const double rate = pingFor(kernel, fd, arguments.at(1).toDouble());
    ::close(fd);
    return rate;
}

std::vector<Measured> pingPong(const Settings& settings)
{
    const double seconds = settings.quick ? 0.05 : 0.5;
    pinThisThread(1); // the window; where there is one processor only, it shares that
    Stage stage;
    Measured against = compare(
        settings, "logged and drawn", "round trips/s", [&] { return stage.run(true, seconds); }, "not logged",
        [&] { return stage.run(false, seconds); });
    against.demanded = 0.85;
    Measured strace = compare(
        settings, "logged and drawn", "round trips/s", [&] { return stage.run(true, seconds); },
        "under strace -f -e trace=network", [&] { return straced(seconds); });
    strace.demanded = 4;
    return {against, strace};
}

}
