// What a scenario will do, said before it is done: from its text alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/scenario/scenario.h"

namespace model::scenario {

// An address that a call names, or a socket that hears more than its own.
struct Reach {
    std::size_t line = 0;
    netcore::CallId call = netcore::CallId::None;
    std::string target; // "127.0.0.1:0", "${tmp}/echo", "a raw socket"
    bool local = true; // loopback, a path in ${tmp}, an abstract name: nothing outside is touched
};

struct Plan {
    std::size_t calls = 0;
    std::size_t sockets = 0;
    std::size_t expectations = 0;
    std::int64_t bytes = 0; // in all buffers
    std::chrono::nanoseconds waits {};
    std::vector<Reach> reaches;

    bool staysLocal() const;
};

Plan planOf(const Scenario& scenario);

// Whether a call that names `address` touches nothing but this machine's loopback, the scenario's own folder
// and abstract names. `length` is what the call says of it: the kernel reads no further.
bool isLocal(
    const netcore::Address& address, std::int64_t length, netcore::CallId call, std::string_view ownFolder);

}
