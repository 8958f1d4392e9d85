// Which option a call was about, and what became of its value.

#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>

#include "model/explain/circumstances.h"
#include "netcore/names/constants.h"
#include "netcore/names/options.h"

namespace model {

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

// An int, as far as the bytes reach.
std::optional<int> valueOfOption(const CallCase& call)
{
    const auto* value = std::get_if<OptionBytes>(&call.record.details);
    if (value == nullptr || value->bytes.size() < sizeof(int)) {
        return std::nullopt;
    }
    int number = 0;
    std::memcpy(&number, value->bytes.data(), sizeof number);
    return number;
}

void addBuffer(const CallCase& call, std::int64_t number, Circumstances& found)
{
    const auto which = number == SO_SNDBUF ? SocketMemory::SendBuffer : SocketMemory::ReceiveBuffer;
    const auto asked = valueOfOption(call);
    const auto kept = call.now.view.memoryOf(which);
    if (asked && kept) {
        found.set(u"option:buffer"_s, static_cast<std::int64_t>(*kept) != *asked);
        found.values[u"optionValue"_s] = QString::number(*asked);
        found.values[u"effective"_s] = QString::number(*kept);
    }
}

}

void addOptionCircumstances(const CallCase& call, Circumstances& found)
{
    if (call.record.call != CallId::Setsockopt && call.record.call != CallId::Getsockopt) {
        return;
    }
    const std::int64_t level = call.record.arguments[1];
    const std::int64_t number = call.record.arguments[2];
    const auto* option = describeOption(static_cast<int>(level), static_cast<int>(number));
    found.set(u"option:known"_s, option != nullptr);
    found.set(u"option:v6Only"_s, level == IPPROTO_IPV6 && number == IPV6_V6ONLY);
    found.values[u"option"_s] = option != nullptr
        ? QString::fromLatin1(option->name.data(), static_cast<qsizetype>(option->name.size()))
        : QStringLiteral("%1 (level %2)").arg(number).arg(level);
    if (call.record.call == CallId::Setsockopt) {
        const std::int64_t length = call.record.arguments[4];
        found.set(u"option:short"_s, length < std::int64_t {sizeof(int)});
        found.values[u"length"_s] = QString::number(length);
    }
    if (level == SOL_SOCKET && (number == SO_SNDBUF || number == SO_RCVBUF)) {
        addBuffer(call, number, found);
    }
}

}
