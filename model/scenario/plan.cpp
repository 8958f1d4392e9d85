#include "model/scenario/plan.h"

#include <algorithm>
#include <netdb.h>
#include <set>
#include <sys/socket.h>

#include "netcore/names/constants.h"

namespace model::scenario {

using namespace netcore;

namespace {

constexpr std::int64_t kTypeMask = 0xf;

bool isOwnPath(std::string_view path, std::string_view folder)
{
    return !folder.empty() && path.starts_with(folder) && path.substr(folder.size()).starts_with('/')
        && path.find("/..") == std::string_view::npos;
}

// What the kernel will read: a length that is too short cuts the address.
Address asRead(const Address& address, std::int64_t length)
{
    const auto kept = std::clamp<std::int64_t>(length, 0, address.length());
    return Address::fromBytes(address.bytes().first(static_cast<std::size_t>(kept)));
}

// socket() of other families and raw ones hear or reach things that have no address here.
std::optional<std::string> widerSocket(const Call& call)
{
    const std::int64_t family = call.arguments[0];
    const std::int64_t type = call.arguments[1] & kTypeMask;
    const bool usual = family == AF_UNIX || family == AF_INET || family == AF_INET6;
    if (usual && (type == SOCK_RAW || type == SOCK_PACKET)) {
        return "a raw socket";
    }
    const bool exists = nameOf(addressFamilies(), family).has_value() && family != AF_UNSPEC;
    return !usual && exists ? std::optional("a socket of " + constantText(addressFamilies(), family))
                            : std::nullopt;
}

std::string shownAddress(const Address& address, const Scenario& scenario)
{
    std::string text = addressText(address);
    if (isOwnPath(address.path(), scenario.temporaryFolder)) {
        text.replace(0, scenario.temporaryFolder.size(), "${tmp}");
    }
    return text;
}

class Planner {
public:
    explicit Planner(const Scenario& scenario) : m_scenario(scenario) { }

    Plan run()
    {
        for (const Step& step : m_scenario.steps) {
            if (const auto* call = std::get_if<CallStep>(&step.what)) {
                addCall(step, *call);
            } else if (const auto* wait = std::get_if<WaitStep>(&step.what)) {
                m_plan.waits += wait->duration;
            } else if (std::holds_alternative<ExpectStep>(step.what)) {
                ++m_plan.expectations;
            }
        }
        m_plan.sockets = m_scenario.sockets.size();
        return std::move(m_plan);
    }

private:
    void addCall(const Step& step, const CallStep& call)
    {
        ++m_plan.calls;
        if (const auto size = parameterOf(describe(call.call.id), ParameterKind::Size)) {
            m_plan.bytes += call.call.arguments[*size];
        }
        if (call.address) {
            const char* form = call.address->which == AddressOf::Which::Local ? "addr(" : "from(";
            const std::string name(nameOf(m_scenario, call.address->socket));
            m_plan.reaches.push_back({step.line, call.call.id, form + name + ')', true});
        } else if (call.call.address) {
            addAddress(step, call);
        }
        if (const auto* lookUp = std::get_if<LookUpDetails>(&call.call.details)) {
            addLookUp(step, *lookUp);
        }
        if (call.call.id == CallId::Socket) {
            noteSocket(step, call);
        } else if (call.call.id == CallId::Bind && call.socket) {
            m_internetStreams.erase(*call.socket);
        } else if (call.call.id == CallId::Listen && call.socket
            && m_internetStreams.contains(*call.socket)) {
            m_plan.reaches.push_back({step.line, call.call.id, "0.0.0.0, since it is not bound", false});
        }
    }

    // A name may be asked of a server elsewhere.
    void addLookUp(const Step& step, const LookUpDetails& lookUp)
    {
        const bool local = !lookUp.node || *lookUp.node == "localhost" || (lookUp.flags & AI_NUMERICHOST) != 0
            || lookUp.node->find_first_not_of("0123456789.") == std::string::npos
            || lookUp.node->find(':') != std::string::npos;
        m_plan.reaches.push_back(
            {step.line, CallId::Getaddrinfo, "the name " + lookUp.node.value_or("NULL"), local});
    }

    void addAddress(const Step& step, const CallStep& call)
    {
        const auto slot = parameterOf(describe(call.call.id), ParameterKind::LengthIn);
        const std::int64_t length = slot ? call.call.arguments[*slot] : call.call.address->length();
        const bool local = isLocal(*call.call.address, length, call.call.id, m_scenario.temporaryFolder);
        m_plan.reaches.push_back(
            {step.line, call.call.id, shownAddress(*call.call.address, m_scenario), local});
    }

    void noteSocket(const Step& step, const CallStep& call)
    {
        if (const auto wider = widerSocket(call.call)) {
            m_plan.reaches.push_back({step.line, call.call.id, *wider, false});
        }
        const bool internet = call.call.arguments[0] == AF_INET || call.call.arguments[0] == AF_INET6;
        if (internet && (call.call.arguments[1] & kTypeMask) == SOCK_STREAM && !call.opens.empty()) {
            m_internetStreams.insert(call.opens.front());
        }
    }

    const Scenario& m_scenario;
    Plan m_plan;
    std::set<Slot> m_internetStreams; // not bound yet: listen() would bind them to every interface
};

}

bool Plan::staysLocal() const
{
    return std::ranges::all_of(reaches, &Reach::local);
}

Plan planOf(const Scenario& scenario)
{
    return Planner(scenario).run();
}

bool isLocal(const Address& address, std::int64_t length, CallId call, std::string_view ownFolder)
{
    const Address read = asRead(address, length);
    switch (read.family()) {
    case AF_INET:
    case AF_INET6:
        return read.isLoopback() || read.length() < 8; // too short for a host: the kernel refuses it
    case AF_UNIX:
        return read.path().empty() || isOwnPath(read.path(), ownFolder);
    case AF_UNSPEC:
        // connect() takes the peer away; bind() and sendto() would read it as AF_INET.
        return call == CallId::Connect || read.length() < 8;
    default:
        return true; // no socket that stays local takes it: EAFNOSUPPORT or EINVAL
    }
}

}
