// How long the window does not answer: all built-in scenarios, step after step in one window, and a clock
// that wants to tick every few milliseconds.

#include <QAction>
#include <QApplication>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QTimerEvent>
#include <algorithm>

#include "model/scenario/library.h"
#include "tests/bench/all_benches.h"
#include "ui/main_window.h"
#include "ui/scenario/scenario_panel.h"

namespace bench {

namespace {

constexpr int kTick = 5; // ms
constexpr int kStep = 30; // ms: quicker than anybody clicks
constexpr double kStall = 100; // ms
constexpr double kPatience = 30; // s for one scenario: some wait for the kernel

// A gap between two ticks is a time in which no click would have been answered.
class Watchdog final : public QObject {
public:
    void start()
    {
        m_since.start();
        m_timer.start(kTick, Qt::PreciseTimer, this);
    }
    double longest() const { return m_longest; } // ms
    int stalls() const { return m_stalls; }

protected:
    void timerEvent(QTimerEvent*) override
    {
        const double gap = static_cast<double>(m_since.nsecsElapsed()) / 1e6 - kTick;
        m_since.restart();
        m_longest = std::max(m_longest, gap);
        m_stalls += gap > kStall ? 1 : 0;
    }

private:
    QBasicTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
    int m_stalls = 0;
};

// To its end, by the button for the next step.
void play(ui::MainWindow& window, const QString& name)
{
    window.findChild<QAction*>(QStringLiteral("scenario-") + name)->trigger();
    auto* bar = window.findChild<ui::ScenarioPanel*>();
    QElapsedTimer all;
    all.start();
    QElapsedTimer step;
    step.start();
    while (!bar->isOver() && static_cast<double>(all.elapsed()) < kPatience * 1e3) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, kTick);
        if (step.elapsed() >= kStep) {
            bar->step();
            step.restart();
        }
    }
    bar->stop();
}

}

std::vector<Measured> stalls(const Settings& settings)
{
    QStringList names = model::scenario::builtInNames();
    if (settings.quick) {
        names = names.first(2);
    }
    Watchdog watchdog;
    {
        model::Session session;
        ui::Preferences preferences;
        ui::MainWindow window(session, preferences);
        window.resize(1440, 900);
        window.show();
        QApplication::processEvents();
        watchdog.start(); // start to first paint is a measurement of its own
        for (const QString& name : names) {
            play(window, name);
        }
        session.finish();
    }
    const double count = watchdog.stalls();
    Measured measured;
    measured.what = "times that the window did not answer for 100 ms, all scenarios";
    measured.ours = {count, count, count};
    measured.demand = Demand::AtMost;
    measured.remark = "the longest: " + std::to_string(static_cast<int>(watchdog.longest())) + " ms";
    measured.demanded = 0;
    return {measured};
}

}
