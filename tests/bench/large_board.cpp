#include "tests/bench/large_board.h"

#include <QApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <sys/resource.h>

#include "netcore/engine/call.h"

namespace bench {

using namespace netcore;

namespace {

constexpr std::uint32_t kLoopback = 0x7f000001; // 127.0.0.1
constexpr qint64 kPatience = 60'000; // ms
constexpr std::size_t kAtOnce = 16; // calls in flight: each has a thread of its own

// As far as it may be: a thousand sockets and what the process itself has open.
void allowDescriptors(std::size_t count)
{
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < count) {
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, count);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

}

LargeBoard::LargeBoard(std::size_t sockets) : m_wanted(sockets)
{
    allowDescriptors(sockets + 256);
    m_window = std::make_unique<ui::MainWindow>(m_session, m_preferences);
    m_window->resize(1440, 900);
    m_window->show();
    m_view = m_window->findChild<ui::BoardView*>();
    makePairs(sockets * 3 / 10);
    makeConnections(sockets / 8);
    makeOthers(sockets - m_session.graph().sockets().size());
    waitFor([this] { return board().cards().size() == m_session.graph().sockets().size(); });
}

LargeBoard::~LargeBoard()
{
    m_window.reset(); // before the session that it shows
    m_session.finish();
}

bool LargeBoard::isFull() const
{
    return m_view->board().cards().size() >= m_wanted;
}

bool LargeBoard::waitFor(const std::function<bool()>& is)
{
    QElapsedTimer since;
    since.start();
    while (!is() && since.elapsed() < kPatience) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return is();
}

// One that can't even be started leaves the board smaller: isFull().
void LargeBoard::post(Call call, SocketId socket)
{
    static_cast<void>(m_session.post(std::move(call), socket).ok());
}

void LargeBoard::makePairs(std::size_t pairs)
{
    const auto& sockets = m_session.graph().sockets();
    for (std::size_t made = 0; made < pairs;) {
        const std::size_t before = sockets.size();
        const std::size_t now = std::min(kAtOnce, pairs - made);
        for (std::size_t i = 0; i < now; ++i) {
            post(calls::socketpair(AF_UNIX, SOCK_STREAM));
        }
        made += now;
        if (!waitFor([&] { return sockets.size() == before + 2 * now; })) {
            return;
        }
    }
}

void LargeBoard::makeOthers(std::size_t wanted)
{
    const auto& sockets = m_session.graph().sockets();
    for (std::size_t made = 0; made < wanted;) {
        const std::size_t before = sockets.size();
        const std::size_t now = std::min(kAtOnce, wanted - made);
        for (std::size_t i = 0; i < now; ++i) {
            post(calls::socket(AF_INET, i % 2 == 0 ? SOCK_STREAM : SOCK_DGRAM));
        }
        made += now;
        if (!waitFor([&] { return sockets.size() == before + now; })) {
            return;
        }
    }
}

void LargeBoard::makeConnections(std::size_t connections)
{
    const auto& sockets = m_session.graph().sockets();
    const auto newest = [&] { return sockets.rbegin()->first; };
    const auto make = [&](Call call) {
        const std::size_t before = sockets.size();
        post(std::move(call));
        return waitFor([&] { return sockets.size() == before + 1; });
    };
    if (connections == 0 || !make(calls::socket(AF_INET, SOCK_STREAM))) {
        return;
    }
    const SocketId listener = newest();
    post(calls::bind(Address::ipv4(kLoopback, 0)), listener);
    const auto port = [&] { return m_session.graph().find(listener)->local.port(); };
    if (!waitFor([&] { return port() != 0; })) {
        return;
    }
    post(calls::listen(128), listener);
    waitFor([&] { return m_session.graph().find(listener)->listening; });
    for (std::size_t i = 0; i < connections; ++i) {
        if (!make(calls::socket(AF_INET, SOCK_STREAM))) {
            return;
        }
        post(calls::connect(Address::ipv4(kLoopback, port())), newest());
        const std::size_t before = sockets.size();
        post(calls::accept4(), listener);
        if (!waitFor([&] { return sockets.size() == before + 1; })) {
            return;
        }
    }
}

std::vector<ui::CordItem*> LargeBoard::cords(std::size_t most)
{
    std::vector<ui::CordItem*> all;
    for (const auto& [id, card] : board().cards()) {
        for (ui::CordItem* cord : board().cords().of(id)) {
            const bool carries = cord->edge().kind == model::EdgeKind::Connected && cord->edge().from == id;
            if (carries && all.size() < most) {
                all.push_back(cord);
            }
        }
    }
    return all;
}

ui::SocketCard& LargeBoard::freshCard()
{
    const auto found = std::ranges::find_if(
        board().cards(), [](const auto& entry) { return !entry.second->plugRect().isNull(); });
    return *found->second;
}

}
