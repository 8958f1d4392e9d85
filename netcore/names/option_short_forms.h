// The short ways to write values of socket options that are structs: 1.5s for a struct timeval, 239.0.0.1@lo
// for a membership. Internal to option_reader.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "netcore/names/option_scanner.h"

namespace netcore {

using OptionRead = std::optional<std::vector<std::byte>>; // nothing: the scanner has the problem

template<typename Value> std::vector<std::byte> bytesOfValue(const Value& value)
{
    const auto raw = std::as_bytes(std::span(&value, 1));
    return {raw.begin(), raw.end()};
}

template<typename To, typename From> OptionRead converted(const std::optional<From>& value)
{
    return value ? OptionRead(bytesOfValue(static_cast<To>(*value))) : std::nullopt;
}

OptionRead readBool(OptionScanner& scanner); // on, off, 1
OptionRead readPortRange(OptionScanner& scanner); // 40000-40100
OptionRead readTime(OptionScanner& scanner); // 1.5s, 200ms, 20us; a number alone is seconds
OptionRead readLinger(OptionScanner& scanner); // off, 5s; 0 is a close() by reset
OptionRead readMembership(OptionScanner& scanner); // 239.0.0.1@lo, 239.0.0.1@127.0.0.1, 239.0.0.1
OptionRead readMembership6(OptionScanner& scanner); // ff02::1@lo, ff02::1%lo; without: the kernel chooses
// {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("239.0.0.1")}, 239.0.0.1, ff02::1
OptionRead readSocketAddress(OptionScanner& scanner);

}
