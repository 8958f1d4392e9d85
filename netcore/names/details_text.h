// The arguments of a call that are structures, in words of C as strace decodes them. call_text.h puts them
// into the whole call.
#pragma once

#include <optional>
#include <string>

#include "netcore/events/call_record.h"
#include "netcore/names/call_text.h"

namespace netcore {

// The bytes that the call moved, as far as they were kept; `size`: all.
struct MovedData {
    std::span<const std::byte> kept;
    std::size_t size = 0;
};

// {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="hello", iov_len=5}], ...}: of sendmsg(), and of a
// recvmsg() that has returned.
std::string messageText(
    const CallRecord& record, const MovedData& data, const CallTextStyle& style, const std::string& name);
std::string pairText(const CallDetails& details); // [3, 4]
std::string optionValueText(const CallRecord& record); // [1], {l_onoff=1, l_linger=5}, "cubic"
std::string pollSetText(const CallDetails& details); // [{fd=3, events=POLLIN|POLLOUT}]
std::string pollResultText(const PollDetails& details); // [{fd=3, revents=POLLIN}]: those with events
std::string hintsText(const CallDetails& details); // {ai_flags=AI_PASSIVE, ai_family=...}
std::string addressListText(const CallDetails& details, const CallTextStyle& style);
std::string fileArgumentText(std::int64_t command, std::int64_t argument); // O_RDWR|O_NONBLOCK
std::string openFlagsText(std::int64_t flags);

}
