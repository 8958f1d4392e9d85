// The names of a scenario while it is read: which sockets and calls there are at this line, and which calls
// are asleep.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/scenario/scenario.h"

namespace model::scenario {

// A call that was written with `blocks` and whose return has not been written yet.
struct Sleeper {
    std::size_t step = 0;
    std::optional<std::size_t> actor;
    bool cancelled = false;
    bool unfinished = false; // a log's <unfinished ...>: its own line completes it
    bool incomplete = false; // and its arguments are not all known before that
    // That line, put off: a log may show an effect before its cause, if the cause took longer.
    std::optional<Step> returns;
    std::optional<double> returnedAt; // seconds, where the log tells
};

class Symbols {
public:
    struct Entry {
        std::optional<Slot> socket;
        std::size_t step = 0;
    };

    void define(const std::string& name, const Entry& entry) { m_names[name] = entry; }
    const Entry* find(std::string_view name) const
    {
        const auto found = m_names.find(name);
        return found == m_names.end() ? nullptr : &found->second;
    }
    // "listener, conn": what could have been meant.
    std::string known(bool socketsOnly) const
    {
        std::string text;
        for (const auto& [name, entry] : m_names) {
            if (entry.socket || !socketsOnly) {
                text += (text.empty() ? "" : ", ") + name;
            }
        }
        return text;
    }

    std::vector<Sleeper>& sleepers() { return m_sleepers; }
    Sleeper* sleeperOf(std::size_t step)
    {
        const auto found = std::ranges::find(m_sleepers, step, &Sleeper::step);
        return found == m_sleepers.end() ? nullptr : &*found;
    }
    void wakeUp(std::size_t step)
    {
        std::erase_if(m_sleepers, [&](const Sleeper& sleeper) { return sleeper.step == step; });
    }

private:
    std::map<std::string, Entry, std::less<>> m_names;
    std::vector<Sleeper> m_sleepers;
};

// A name that a socket, a call, an actor or a variable may have.
bool isName(std::string_view text);
}
