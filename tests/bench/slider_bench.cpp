// The time slider over ten million events, dragged by the mouse: from its new place to the picture of that
// moment in all panels.

#include <QApplication>
#include <QMouseEvent>
#include <algorithm>
#include <random>

#include "tests/bench/all_benches.h"
#include "tests/bench/made_events.h"
#include "tests/model/sequence_log.h"
#include "ui/main_window.h"
#include "ui/time/time_strip.h"

namespace bench {

namespace {

using netcore::SocketId;
using sequencetest::SequenceLog;

constexpr double kPicture = 50; // ms
constexpr int kConnections = 20;
constexpr std::uint64_t kBetweenViews = 200; // events: how often the kernel's view changes in a fast talk
constexpr std::uint64_t kFlushed = 10'000; // events

// Twenty connections that talk in turn; the kernel's view of their ends changes now and then.
void makeTalk(const std::string& path, std::uint64_t events)
{
    SequenceLog log;
    log.store.keepIn(newFile(path), {});
    std::vector<std::pair<SocketId, SocketId>> ends;
    for (int i = 0; i < kConnections; ++i) {
        const SocketId listener = log.opens(AF_INET, SOCK_STREAM);
        const auto at = sequencetest::place(5000 + i);
        const auto from = sequencetest::place(40000 + i);
        log.returns(listener, netcore::calls::bind(at));
        log.returns(listener, netcore::calls::listen(2));
        const SocketId client = log.opens(AF_INET, SOCK_STREAM);
        log.returns(client, netcore::calls::connect(at));
        const SocketId accepted = log.accepts(listener, from);
        log.view(accepted, at, from);
        log.view(client, from, at);
        ends.emplace_back(accepted, client);
    }
    for (std::uint64_t i = 0; log.store.size() < events; ++i) {
        const auto one = static_cast<int>(i % kConnections);
        const auto [accepted, client] = ends[static_cast<std::size_t>(one)];
        log.sends(client, "twelve bytes");
        log.receives(accepted, "twelve bytes");
        if (i % kBetweenViews == 0) {
            log.view(client, sequencetest::place(40000 + one), sequencetest::place(5000 + one));
        }
        if (i % kFlushed == 0) {
            log.store.flush();
        }
    }
    log.store.end();
}

class Slider {
public:
    explicit Slider(model::Session& session) : m_window(session, m_preferences)
    {
        m_window.resize(1440, 900);
        m_window.show();
        while (!session.isRead()) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        QApplication::processEvents();
        m_strip = m_window.findChild<ui::TimeStrip*>();
        move(QEvent::MouseButtonPress, 0.5);
    }

    // ms; `share` of the strip's width.
    double moveTo(double share)
    {
        QApplication::processEvents();
        return 1e3 * secondsOf([&] {
            move(QEvent::MouseMove, share);
            QApplication::processEvents();
        });
    }
    double step() const { return 1.0 / m_strip->width(); }

private:
    void move(QEvent::Type type, double share)
    {
        const QPointF place(share * m_strip->width(), m_strip->height() / 2.0);
        QMouseEvent event(type, place, m_strip->mapToGlobal(place), Qt::LeftButton, Qt::LeftButton, {});
        QApplication::sendEvent(m_strip, &event);
    }

    ui::Preferences m_preferences;
    ui::MainWindow m_window;
    ui::TimeStrip* m_strip;
};

Measured toThePicture(const Settings& settings, const char* what, int moves, Slider& slider,
    const std::function<double()>& next)
{
    double worst = 0;
    Measured measured = measure(settings, what, "ms", [&] {
        std::vector<double> taken;
        for (int i = 0; i < moves; ++i) {
            taken.push_back(slider.moveTo(next()));
        }
        const Spread spread = spreadOf(taken);
        worst = std::max(worst, spread.most);
        return spread.median;
    });
    measured.demand = Demand::AtMost;
    measured.demanded = kPicture;
    measured.remark = "the longest of all " + std::to_string(static_cast<int>(worst)) + " ms";
    return measured;
}

}

std::vector<Measured> slider(const Settings& settings)
{
    const BenchFolder folder;
    const std::string path = folder.file("talk.sockscope");
    makeTalk(path, settings.quick ? 20'000 : 10'000'000);
    auto session = model::Session::open(path);
    if (!session.ok()) {
        return {};
    }
    Slider slider(*session.value());
    const int moves = settings.quick ? 2 : 50;
    std::mt19937 random(4711);
    std::uniform_real_distribution<double> anywhere(0.02, 0.98);
    Measured far = toThePicture(
        settings, "to the picture of any moment", moves, slider, [&] { return anywhere(random); });
    double at = 0.1;
    Measured near = toThePicture(settings, "dragged on, pixel by pixel", moves, slider,
        [&] { return at = at > 0.9 ? 0.1 : at + slider.step(); });
    at = 0.9;
    Measured back = toThePicture(settings, "dragged back, pixel by pixel", moves, slider,
        [&] { return at = at < 0.1 ? 0.9 : at - slider.step(); });
    return {far, near, back};
}

}
