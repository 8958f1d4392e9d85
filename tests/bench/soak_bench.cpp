// Many minutes at full speed: threads talk over real sockets, every call goes through a session into its
// file, and somebody types filters and finds all the time. Each event that was made must be in the log or be
// told by a gap, and memory must not grow.
//
// A log has a budget of the disk. When that is used up it is left so for a moment, which gaps have to tell;
// then it is judged and removed, and the next one begins.

#include <QBasicTimer>
#include <QCoreApplication>
#include <QTimerEvent>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <optional>

#include "model/filter/parser.h"
#include "netcore/base/clock.h"
#include "tests/bench/all_benches.h"
#include "tests/bench/made_events.h"
#include "tests/bench/resident.h"
#include "tests/bench/soak_talk.h"
#include "tests/bench/soak_typist.h"

namespace bench {

using namespace netcore;

namespace {

constexpr std::uint32_t kPayload = 16; // of a message
constexpr std::uint64_t kBudget = std::uint64_t {2} << 30;
constexpr std::uint64_t kQuickBudget = std::uint64_t {24} << 20;
constexpr double kWithoutRoom = 1; // seconds
constexpr int kLetter = 20; // ms
constexpr double kSettles = 0.15; // the part of the time in which memory may find its size
constexpr double kGrowth = 1.1; // at the most, of the largest size before
constexpr double kSlack = 16; // MB

struct Judged {
    std::uint64_t logs = 0;
    std::uint64_t made = 0;
    std::uint64_t kept = 0;
    std::uint64_t gaps = 0; // events that they tell of
    std::uint64_t disordered = 0; // messages that are not the next one of their thread
    std::uint64_t filterWrong = 0; // rows that a filter, which ran all the time, has too many or too few
    double resident = 0; // MB, at the most, while memory may grow
    double residentLater = 0;
    Typist::Tally typed;

    std::uint64_t lost() const { return std::max(made, kept + gaps) - std::min(made, kept + gaps); }
};

// One log, from its first event to its judgement.
class Round final : public QObject {
public:
    Round(const std::string& folder, std::uint64_t budget) : m_typist(m_session)
    {
        m_session.keepIn(folder);
        m_session.setRules({kPayload, budget});
        m_shown.emplace(m_session.store(), model::filter::parse("call == send").value(),
            std::make_shared<model::filter::Facts>());
        m_talk.emplace(m_session.events());
        m_letters.start(kLetter, this);
    }

    const model::Session& session() const { return m_session; }
    bool isFull() const { return m_session.store().trouble().has_value(); }

    void finish(Judged& judged)
    {
        m_letters.stop();
        m_talk->stop();
        while (!m_talk->isOver()) { // who waits for room must get some
            m_session.drain();
        }
        m_session.finish();
        ++judged.logs;
        judged.made += m_talk->made();
        judged.typed.started += m_typist.tally().started;
        judged.typed.cancelled += m_typist.tally().cancelled;
        judged.typed.hits += m_typist.tally().hits;
        judge(judged);
    }

protected:
    void timerEvent(QTimerEvent*) override
    {
        m_typist.tick();
        m_shown->extend(m_session.store().size());
        m_shown->take();
    }

private:
    void judge(Judged& judged)
    {
        const model::EventStore& store = m_session.store();
        std::map<std::uint32_t, MessageNumber> next; // by thread
        std::uint64_t sends = 0;
        for (model::Row row = 0; row < store.size(); ++row) {
            const Event event = store.event(row);
            if (row % model::EventStore::kChunkRows == 0) {
                store.forget(row - std::min(row, model::EventStore::kChunkRows), row);
            }
            if (event.kind == EventKind::Gap) {
                judged.gaps += static_cast<std::uint64_t>(std::max(event.result, 0));
                continue;
            }
            ++judged.kept;
            if (event.call == CallId::Send && event.kind == EventKind::Call) {
                ++sends;
                MessageNumber number = 0;
                const auto data = store.data(row);
                std::memcpy(&number, data.data(), std::min(data.size(), sizeof number));
                // A send() into a socket that the other end has closed has moved nothing.
                judged.disordered += event.error == 0 && number != next[event.tid]++ ? 1U : 0U;
            }
        }
        m_shown->extend(store.size());
        while (!m_shown->isComplete()) {
            m_shown->take();
        }
        judged.filterWrong += std::max(sends, m_shown->size()) - std::min(sends, m_shown->size());
    }

    model::Session m_session;
    Typist m_typist;
    std::optional<model::filter::FilteredRows> m_shown;
    std::optional<Talk> m_talk;
    QBasicTimer m_letters;
};

class Soak {
public:
    Soak(double seconds, std::uint64_t budget) : m_began(monotonicNow()), m_seconds(seconds), m_budget(budget)
    {
    }

    Judged run()
    {
        while (passed() < m_seconds) {
            const BenchFolder folder;
            auto round = std::make_unique<Round>(folder.file("sessions"), m_budget);
            watch(*round);
            round->finish(m_judged);
        }
        return m_judged;
    }

private:
    double passed() const { return static_cast<double>(monotonicNow() - m_began) / 1e9; }

    void watch(const Round& round)
    {
        double full = m_seconds;
        double looked = 0;
        while (passed() < std::min(m_seconds, full + kWithoutRoom)) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            full = round.isFull() ? std::min(full, passed()) : full;
            if (passed() > looked + 0.5) {
                looked = passed();
                takeResident();
            }
        }
    }
    void takeResident()
    {
        const double now = residentMegabytes();
        const bool settles = passed() < kSettles * m_seconds || m_judged.logs == 0;
        double& most = settles ? m_judged.resident : m_judged.residentLater;
        most = std::max(most, now);
        if (passed() > m_told + 60) {
            m_told = passed();
            std::fprintf(stderr, "  %4.0f s: %llu logs, %llu M events, %.0f MB\n", m_told,
                static_cast<unsigned long long>(m_judged.logs),
                static_cast<unsigned long long>(m_judged.made / 1'000'000), now);
        }
    }

    const std::uint64_t m_began;
    const double m_seconds;
    const std::uint64_t m_budget;
    double m_told = 0;
    Judged m_judged;
};

Measured one(std::string what, std::string unit, double value, double atMost, std::string remark = {})
{
    Measured measured;
    measured.what = std::move(what);
    measured.unit = std::move(unit);
    measured.ours = {value, value, value};
    measured.demanded = atMost;
    measured.demand = Demand::AtMost;
    measured.always = atMost == 0;
    measured.remark = std::move(remark);
    return measured;
}

}

std::vector<Measured> soak(const Settings& settings)
{
    const double seconds = settings.quick ? 3 : settings.minutes * 60;
    const Judged judged = Soak(seconds, settings.quick ? kQuickBudget : kBudget).run();
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    return {
        one("events lost", "events", static_cast<double>(judged.lost()), 0,
            number(judged.made) + " made in " + number(static_cast<std::uint64_t>(seconds)) + " s, "
                + number(judged.kept) + " kept in " + number(judged.logs) + " logs, " + number(judged.gaps)
                + " told by gaps"),
        one("messages out of their order", "events", static_cast<double>(judged.disordered), 0),
        one("rows that a filter has wrongly", "events", static_cast<double>(judged.filterWrong), 0,
            number(judged.typed.started) + " filters and finds typed, " + number(judged.typed.cancelled)
                + " of them cancelled at work"),
        one("memory later", "MB", judged.residentLater, judged.resident * kGrowth + kSlack,
            "at first " + number(static_cast<std::uint64_t>(judged.resident)) + " MB"),
    };
}

}
