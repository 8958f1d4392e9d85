// A scenario as it was read: values only. parser.h makes it, plan.h says what it will do, runner.h does it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/scenario/phrase.h"
#include "netcore/engine/call.h"

namespace model::scenario {

// What a step may cost and a whole scenario may use: a file from elsewhere must not eat the machine.
inline constexpr std::size_t kMostSteps = 100'000;
inline constexpr std::size_t kMostSockets = 256;
inline constexpr std::int64_t kMostBytes = std::int64_t {64} << 20;
inline constexpr std::chrono::seconds kLongestWait {300};

// How a note begins by which a run says that the kernel agrees with an `expect`.
inline constexpr const char* kAgreed = "\u2713 "; // a check mark

// A place for a socket that some step opens; the index into Scenario::sockets.
using Slot = std::size_t;

// An address that is known only when the step is made.
struct AddressOf {
    enum class Which : std::uint8_t {
        Local, // addr(name): where the socket can be reached
        Sender, // from(name): who was named by the last accept() or recvfrom() on it
    };
    Which which = Which::Local;
    Slot socket = 0;
};

// What a call must give back. Nothing set: it must not fail.
struct Expected {
    std::optional<std::int64_t> value;
    std::vector<int> errors; // one of these; empty with value -1: any
    std::optional<std::string> data; // of a call that receives
    bool dataGoesOn = false; // "abc"... : it only begins like this
    std::optional<int> messageFlags; // msg_flags that recvmsg() must give back
    std::optional<std::vector<std::byte>> option; // the value that getsockopt() must give
    std::optional<std::int64_t> answered; // the number that ioctl() must write
    std::optional<std::vector<std::pair<Slot, int>>> ready; // the sockets that poll() must name, with revents
};

struct CallStep {
    netcore::Call call;
    std::optional<Slot> socket; // nothing: made on descriptor -1
    std::optional<AddressOf> address; // instead of call.address
    bool lengthFollowsAddress = true; // the length was not written
    std::optional<netcore::Address> written; // what a log says that the kernel filled in
    std::vector<Slot> mentioned; // a SocketId in the call's details is a place in this, from 1
    std::vector<Slot> opens; // in the order in which the call gives them
    std::string name; // empty: none
    bool blocks = false;
    Expected expected;
};
// The call of an earlier step comes back.
struct ReturnStep {
    std::size_t call; // index of that step
    Expected expected;
};
struct CancelStep {
    std::size_t call;
};
// The kernel's own view of a socket.
struct ExpectStep {
    enum class Property : std::uint8_t { State, AcceptQueue, ReceiveQueue, SendQueue };
    enum class Relation : std::uint8_t { Equal, Different, Less, AtMost, More, AtLeast };
    Property property = Property::State;
    Slot socket = 0;
    Relation relation = Relation::Equal;
    std::int64_t value = 0;
    std::optional<std::int64_t> limit; // accept_queue(l) == 1/2: the two
};
struct WaitStep {
    std::chrono::nanoseconds duration {};
};
struct NarrationStep {
    std::string text; // Markdown
};
struct PredictStep {
    std::string question;
    std::vector<std::string> answers;
};

struct Step {
    std::size_t line = 0;
    std::string text; // as it stands in the file
    std::optional<std::size_t> actor; // index into Scenario::actors
    std::variant<CallStep, ReturnStep, CancelStep, ExpectStep, WaitStep, NarrationStep, PredictStep> what;
};

struct Scenario {
    std::string file; // where it comes from, for messages
    std::string title;
    std::string about;
    std::vector<std::string> tags;
    std::string references;
    std::vector<std::string> actors;
    std::vector<std::string> sockets; // their names
    std::vector<Step> steps;
    std::vector<std::string> variables; // that `let` gives a value
    std::string temporaryFolder; // ${tmp}: made when it runs, if it is used
    bool usesTemporaryFolder = false;
};

// The step's call, whether it makes one or waits for one; nullptr for others.
const CallStep* callOf(const Scenario& scenario, const Step& step);
// How a socket is called in the scenario.
inline std::string_view nameOf(const Scenario& scenario, Slot slot)
{
    return scenario.sockets[slot];
}
// "= 3 \"llo\"" without the sign; "no failure" where nothing was written.
Phrase expectedText(const Expected& expected);
// 1500 ms: "1.5 s".
std::string durationText(std::chrono::nanoseconds duration);
// "200ms", "2s", "50us"; nothing: it is none.
std::optional<std::chrono::nanoseconds> parseDuration(std::string_view text);

}
