// A log as the steps that would make it again: in the order in which the calls began, with the calls that
// slept while others went on told apart from those that nobody had to wait for. What a scenario and a C
// program are written from.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "model/export/export_source.h"

namespace model {

struct SessionStep {
    enum class Kind : std::uint8_t {
        Call, // made, and come back before the next step
        Begin, // made, and asleep while the next steps go on
        Return, // of a Begin
        Cancel, // of a Begin: somebody has interrupted it
        Note,
        Agreed, // a run's `expect` that held: the kernel's own view was waited for
        Gap,
        Pause, // nobody did anything
    };
    Kind kind;
    Row row; // the call's own, once it has returned; of a Begin that never returned: its Blocked row
    Row call; // of Begin, Return and Cancel: the Blocked row, which all three share
    std::uint64_t pause = 0; // ns
};

class SessionSteps {
public:
    explicit SessionSteps(const EventStore& store) : m_store(store) { }

    // Appends the steps that are certain now. Rows come in ascending order; Sockscope's own calls are none.
    void take(Row row, std::vector<SessionStep>& steps);
    // Calls that have returned, and nobody has relied on it.
    void finish(std::vector<SessionStep>& steps);

private:
    struct Sleeper {
        Row blocked;
        netcore::ActorId actor;
        std::optional<Row> returned; // put off until somebody relies on it
        std::uint64_t end = 0; // ns, when it has
        std::vector<netcore::SocketId> opened;
        bool interrupted = false;
    };
    void takeCall(Row row, const netcore::Event& event, std::vector<SessionStep>& steps);
    void takeBlocked(Row row, const netcore::Event& event, std::vector<SessionStep>& steps);
    std::optional<Row> returnOf(Row blocked, netcore::Ticket ticket) const;
    bool isAlone(Row blocked, Row returned) const;
    void comeBack(const netcore::Event& before, Row row, std::vector<SessionStep>& steps);
    void addPause(std::uint64_t time, std::vector<SessionStep>& steps) const;
    static void addReturn(const Sleeper& sleeper, std::vector<SessionStep>& steps);

    const EventStore& m_store;
    std::map<netcore::Ticket, Sleeper> m_asleep;
    std::uint64_t m_lastEnd = 0;
};

}
