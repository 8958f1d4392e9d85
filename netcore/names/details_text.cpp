#include "netcore/names/details_text.h"

#include <fcntl.h>

#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"
#include "netcore/names/option_text.h"

namespace netcore {

namespace {

template<typename Details> Details detailsIn(const CallDetails& details)
{
    const auto* found = std::get_if<Details>(&details);
    return found == nullptr ? Details() : *found;
}

template<typename Entry, typename Text> std::string listText(const std::vector<Entry>& entries, Text textOf)
{
    std::string text;
    for (const Entry& entry : entries) {
        text += (text.empty() ? "" : ", ") + textOf(entry);
    }
    return '[' + text + ']';
}

}

std::string pairText(const CallDetails& details)
{
    return listText(detailsIn<OpenedList>(details).opened,
        [](const OpenedDescriptor& opened) { return std::to_string(opened.fd); });
}

std::string optionValueText(const CallRecord& record)
{
    const auto value = detailsIn<OptionBytes>(record.details);
    return optionValueText(static_cast<int>(record.arguments[1]), static_cast<int>(record.arguments[2]),
        value.bytes, record.call == CallId::Setsockopt ? OptionUse::Set : OptionUse::Got);
}

std::string pollSetText(const CallDetails& details)
{
    return listText(detailsIn<PollDetails>(details).entries, [](const PollEntry& entry) {
        return "{fd=" + std::to_string(entry.fd) + ", events=" + flagsText(pollEvents(), entry.events) + '}';
    });
}

std::string pollResultText(const PollDetails& details)
{
    std::vector<PollEntry> ready = details.entries;
    std::erase_if(ready, [](const PollEntry& entry) { return entry.revents == 0; });
    return listText(ready, [](const PollEntry& entry) {
        return "{fd=" + std::to_string(entry.fd) + ", revents=" + flagsText(pollEvents(), entry.revents)
            + '}';
    });
}

std::string hintsText(const CallDetails& details)
{
    const auto lookUp = detailsIn<LookUpDetails>(details);
    if (!lookUp.hasHints) {
        return "NULL";
    }
    return "{ai_flags=" + flagsText(lookUpFlags(), lookUp.flags)
        + ", ai_family=" + constantText(addressFamilies(), lookUp.family)
        + ", ai_socktype=" + (lookUp.type == 0 ? "0" : socketTypeText(lookUp.type)) + ", ai_protocol="
        + (lookUp.protocol == 0 ? "0" : constantText(internetProtocols(), lookUp.protocol)) + '}';
}

std::string addressListText(const CallDetails& details, const CallTextStyle& style)
{
    return listText(detailsIn<LookUpDetails>(details).found, [&](const FoundAddress& found) {
        const std::string address = style.addresses == CallTextStyle::Addresses::Strace
            ? sockaddrText(found.address)
            : addressText(found.address);
        const std::string name = found.canonicalName.empty()
            ? std::string()
            : ", ai_canonname=" + quoted(std::string_view(found.canonicalName));
        return "{ai_socktype=" + constantText(socketTypes(), found.type) + ", ai_addr=" + address + name
            + '}';
    });
}

std::string openFlagsText(std::int64_t flags)
{
    // The access mode is a number of two bits, not two flags (open(2)).
    const std::string access = (flags & O_ACCMODE) == O_RDONLY ? "O_RDONLY" : "";
    const std::int64_t rest = flags & ~std::int64_t {O_LARGEFILE};
    return access
        + (!access.empty() && rest == 0 ? "" : (access.empty() ? "" : "|") + flagsText(fileFlags(), rest));
}

std::string fileArgumentText(std::int64_t command, std::int64_t argument)
{
    if (command == F_SETFL) {
        return openFlagsText(argument);
    }
    if (command == F_SETFD) {
        return (argument & FD_CLOEXEC) != 0 ? "FD_CLOEXEC" : std::to_string(argument);
    }
    return std::to_string(argument);
}

}
