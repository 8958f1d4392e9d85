// What a scenario expects of a call, from what came back of it; and strings that repeat.

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>

#include "model/export/scenario_line.h"
#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"
#include "netcore/names/options.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::size_t kMostExpected = 4096; // bytes of what was received
constexpr std::size_t kWorthRepeating = 64; // bytes
constexpr std::size_t kLongestPeriod = 256;

bool isDuplication(const CallRecord& record)
{
    return record.call == CallId::Fcntl
        && (record.arguments[1] == F_DUPFD || record.arguments[1] == F_DUPFD_CLOEXEC);
}

}

std::string scenarioName(SocketId socket)
{
    return 's' + std::to_string(number(socket));
}

std::size_t repeatedPart(std::span<const std::byte> bytes)
{
    if (bytes.size() < kWorthRepeating) {
        return bytes.size();
    }
    for (std::size_t period = 1; period <= std::min(kLongestPeriod, bytes.size() / 2); ++period) {
        const bool divides = bytes.size() % period == 0;
        if (divides && std::ranges::equal(bytes.subspan(period), bytes.first(bytes.size() - period))) {
            return period;
        }
    }
    return bytes.size();
}

std::string scenarioString(std::span<const std::byte> bytes)
{
    const std::size_t period = repeatedPart(bytes);
    std::string text = quoted(bytes.first(period));
    for (std::size_t at = text.find("${"); at != std::string::npos; at = text.find("${", at)) {
        text.replace(at, 1, "\\44"); // a dollar sign, and no variable
    }
    return period == bytes.size() ? text : text + '*' + std::to_string(bytes.size() / period);
}

void OpenDescriptors::take(const Event& event, const CallRecord& record)
{
    if (event.kind != EventKind::Call || event.result < 0) {
        return;
    }
    if (event.call == CallId::Close) {
        m_open.erase(record.fd());
        return;
    }
    if (const auto* list = std::get_if<OpenedList>(&record.details)) {
        for (const OpenedDescriptor& opened : list->opened) {
            m_open[opened.fd] = opened.id;
        }
    } else if (const auto* message = std::get_if<MessageDetails>(&record.details)) {
        for (const OpenedDescriptor& opened : message->opened) {
            m_open[opened.fd] = opened.id;
        }
    } else if (event.opened != kNoSocket) {
        m_open[event.result] = event.opened;
    }
}

SocketId OpenDescriptors::at(int fd) const
{
    const auto found = m_open.find(fd);
    return found == m_open.end() ? kNoSocket : found->second;
}

std::string ScenarioLine::result(bool data) const
{
    const Event& event = m_call.event;
    if (event.call == CallId::Getaddrinfo) {
        return " = " + std::to_string(event.result)
            + (event.result == 0 ? "" : ' ' + constantText(lookUpProblems(), event.result));
    }
    if (event.result < 0) {
        return " = -1 " + errnoText(event.error);
    }
    const bool asksOwner = event.call == CallId::Fcntl && m_call.record.arguments[1] == F_GETOWN;
    if (describe(event.call).opensSocket || isDuplication(m_call.record) || asksOwner) {
        return {};
    }
    std::string text = " = " + std::to_string(event.result);
    if (receivesData(event.call)) {
        text += data ? receivedText() : std::string();
        const auto* message = std::get_if<MessageDetails>(&m_call.record.details);
        const int flags = message == nullptr ? 0 : message->flags & ~MSG_CMSG_CLOEXEC;
        text += flags != 0 && message->flags == flags ? ' ' + flagsText(messageFlags(), flags) : "";
    }
    return text + (event.call == CallId::Poll ? readyText() : std::string());
}

std::string ScenarioLine::receivedText() const
{
    if (m_call.event.result == 0 || m_call.data.empty()) {
        return {};
    }
    const bool whole = m_call.data.size() >= static_cast<std::size_t>(m_call.event.result);
    const std::string all = scenarioString(m_call.data);
    const bool fits = whole && (m_call.data.size() <= kMostExpected || all.size() <= kMostExpected);
    return ' '
        + (fits ? all
                : scenarioString(m_call.data.first(std::min(m_call.data.size(), kMostExpected))) + "...");
}

std::string ScenarioLine::readyText() const
{
    const auto* poll = std::get_if<PollDetails>(&m_call.record.details);
    std::string text;
    for (const PollEntry& entry : poll == nullptr ? std::vector<PollEntry>() : poll->entries) {
        if (entry.revents != 0 && entry.socket != kNoSocket) {
            text += (text.empty() ? "{fd=" : ", {fd=") + scenarioName(entry.socket)
                + ", revents=" + flagsText(pollEvents(), entry.revents) + '}';
        }
    }
    return text.empty() ? text : " ([" + text + "])";
}

// An answer that does not depend on the moment, the process or the processor.
bool ScenarioLine::answersTheSame() const
{
    const auto* value = std::get_if<OptionBytes>(&m_call.record.details);
    const std::int64_t level = m_call.record.arguments[1];
    const std::int64_t name = m_call.record.arguments[2];
    const bool varies = level == SOL_SOCKET
        && (name == SO_INCOMING_CPU || name == SO_INCOMING_NAPI_ID || name == SO_COOKIE || name == SO_PEERCRED
            || name == SO_MEMINFO);
    constexpr std::array kSteady {TCP_NODELAY, TCP_CORK, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_SYNCNT,
        TCP_LINGER2, TCP_DEFER_ACCEPT, TCP_USER_TIMEOUT};
    const bool isSteady = level != IPPROTO_TCP || std::ranges::find(kSteady, name) != kSteady.end();
    const bool isNumber = value != nullptr && !value->bytes.empty() && value->bytes.size() <= 16;
    return isNumber && !varies && isSteady && m_call.event.result == 0;
}

}
