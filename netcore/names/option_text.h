// Values of socket options as text and back: bytes as strace prints them, and what a person or a scenario
// writes for them. What the table does not know, and what does not fit, is bytes. Any thread; names of
// interfaces are those of this machine, now.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "netcore/base/outcome.h"
#include "netcore/names/options.h"

namespace netcore {

// [1]   {l_onoff=1, l_linger=5}   {tv_sec=1, tv_usec=500000}   "cubic"   [IP_PMTUDISC_DO]
// {imr_multiaddr=inet_addr("239.0.0.1"), imr_address=inet_addr("0.0.0.0"), imr_ifindex=if_nametoindex("lo")}
// A field that the bytes end in is a string of hexadecimal digits, as is an int of fewer than four bytes;
// bytes behind a struct are named by their place; no bytes are "". Of a filter that was set the struct
// {len=1, filter=0x7ffd00001000} is all there is; one that was got is a list of instructions.
enum class OptionUse : std::uint8_t { Set, Got };
std::string optionValueText(int level, int number, std::span<const std::byte> bytes, OptionUse use);

struct OptionProblem {
    enum class Reason : std::uint8_t {
        Empty,
        NotANumber,
        OutOfRange, // does not fit the bits that the option has
        NotOnOrOff,
        UnknownName, // not one of the option's names, and no number
        NotATime, // neither 1.5s nor 200ms nor {tv_sec=1, tv_usec=500000}
        NotAnAddress,
        UnknownInterface, // none of that name here
        UnknownField, // the struct has no such member
        EqualsMissing, // between a member and its value
        NotAString, // a quotation mark is missing
        BadEscape,
        BadHex, // bytes are pairs of hexadecimal digits
        Unclosed, // a bracket or a brace
        NotAList, // instructions of a filter stand in [ ]
        Surplus, // something behind the value
    };
    Reason reason;
    std::size_t column; // where, in bytes from 0
};

// Takes what optionValueText() prints, and shorter: 1, on, off, 1.5s, 200ms, cubic, IP_PMTUDISC_DO,
// SOF_TIMESTAMPING_SOFTWARE|SOF_TIMESTAMPING_RX_SOFTWARE, 239.0.0.1@lo, 239.0.0.1@127.0.0.1, ff02::1@lo,
// 40000-40100. {01 00 00 00} and "\1\0\0\0" are bytes for any option. Members left out are zero.
// A filter becomes its instructions (struct sock_filter[]): who sets it points a struct sock_fprog at them.
Outcome<std::vector<std::byte>, OptionProblem> parseOptionValue(int level, int number, std::string_view text);

}
