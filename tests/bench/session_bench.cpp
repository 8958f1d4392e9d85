// Large sessions: how soon the first rows of ten million are there, and what fifty million cost of memory
// while the window shows them.

#include <QApplication>
#include <QSettings>
#include <thread>

#include "model/filter/filtered_rows.h"
#include "model/filter/parser.h"
#include "model/session.h"
#include "tests/bench/all_benches.h"
#include "tests/bench/child.h"
#include "tests/bench/made_events.h"
#include "tests/bench/resident.h"
#include "tests/bench/roles.h"
#include "ui/main_window.h"

namespace bench {

using namespace netcore;

namespace {

constexpr std::size_t kRing = std::size_t {1} << 16;

// ms, from the name of a file to rows that can be painted.
double untilFirstRows(const std::string& path)
{
    std::uint64_t rows = 0;
    return 1e3 * secondsOf([&] {
        auto session = model::Session::open(path);
        if (!session.ok()) {
            return;
        }
        QObject::connect(session.value().get(), &model::Session::appended,
            [&rows](quint64, quint64 count) { rows += count; });
        while (rows == 0) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    });
}

void makeSession(const std::string& path, std::uint64_t events)
{
    model::EventStore store;
    store.keepIn(newFile(path), {});
    MadeEvents made(64);
    for (std::uint64_t done = 0; done < events; done += 10'000) {
        made.fill(store, 10'000);
        store.flush();
    }
    store.end();
}

// Events of a thread at full speed, taken as the window's session takes them.
void publish(EventStream& stream, std::uint64_t events)
{
    EventChannel& channel = stream.open(kRing);
    MadeEvents made(64);
    for (std::uint64_t i = 0; i < events; ++i) {
        Event event = made.next();
        event.time = channel.announceNow();
        event.took = 0;
        const auto record = made.record();
        channel.publish(event, record.first(event.argumentsSize), record.subspan(event.argumentsSize));
    }
    stream.retire(channel);
}

}

// How many events; MB resident when they are there, the window has shown them, and a filter has read all.
double residentAt(const QStringList& arguments)
{
    const auto events = arguments.at(0).toULongLong();
    const BenchFolder folder;
    model::Session session;
    session.keepIn(folder.file("sessions"));
    const QSettings settings(QStringLiteral("/dev/null"), QSettings::IniFormat);
    ui::Preferences preferences = ui::Preferences::load(settings);
    ui::MainWindow window(session, preferences);
    window.resize(1440, 900);
    window.show();
    std::jthread producer([&] { publish(session.events(), events); });
    double most = 0;
    while (session.store().size() < events) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    most = residentMegabytes();
    model::filter::FilteredRows rows(session.store(), model::filter::parse("socket == 7 and failed").value(),
        std::make_shared<model::filter::Facts>());
    rows.extend(session.store().size());
    while (!rows.isComplete()) {
        QCoreApplication::processEvents();
        rows.take();
    }
    return std::max(most, residentMegabytes());
}

std::vector<Measured> opening(const Settings& settings)
{
    const BenchFolder folder;
    const std::string path = folder.file("large.sockscope");
    makeSession(path, settings.quick ? 20'000 : 10'000'000);
    Measured measured
        = measure(settings, "10 million events, first rows", "ms", [&] { return untilFirstRows(path); });
    measured.demanded = 100;
    measured.demand = Demand::AtMost;
    return {measured};
}

std::vector<Measured> memory(const Settings& settings)
{
    const QString events = settings.quick ? QStringLiteral("20000") : QStringLiteral("50000000");
    Settings once = settings;
    once.rounds = 1; // it takes a minute, and memory does not depend on what else runs
    Measured measured = measure(once, "50 million events in the window, and filtered", "MB", [&] {
        return childsNumber({}, {QStringLiteral("resident-at"), events});
    });
    measured.demanded = 400;
    measured.demand = Demand::AtMost;
    return {measured};
}

}
