#include "netcore/names/option_short_forms.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <netinet/in.h>

#include "netcore/sys/address.h"

namespace netcore {

namespace {

using Reason = OptionProblem::Reason;

}

OptionRead readBool(OptionScanner& scanner)
{
    const std::size_t begin = scanner.column();
    const std::string_view word = scanner.word();
    const auto is = [&](std::initializer_list<std::string_view> words) {
        return std::ranges::find(words, word) != words.end();
    };
    if (is({"on", "true", "yes"})) {
        return bytesOfValue(1);
    }
    if (is({"off", "false", "no"})) {
        return bytesOfValue(0);
    }
    scanner.goTo(begin);
    const char first = scanner.next();
    if (first != '-' && (first < '0' || first > '9')) {
        return scanner.fail(Reason::NotOnOrOff);
    }
    return converted<std::int32_t>(scanner.number(INT32_MIN, INT32_MAX));
}

OptionRead readPortRange(OptionScanner& scanner)
{
    const std::size_t begin = scanner.column();
    const std::string_view word = scanner.word();
    const std::size_t dash = word.find('-');
    OptionScanner low(word.substr(0, dash));
    OptionScanner high(dash == std::string_view::npos ? std::string_view() : word.substr(dash + 1));
    const auto from = low.number(0, dash == std::string_view::npos ? UINT32_MAX : UINT16_MAX);
    const auto to
        = dash == std::string_view::npos ? std::optional<std::int64_t>(0) : high.number(0, UINT16_MAX);
    if (!from || !to) {
        return scanner.failAt((from ? high : low).problem()->reason, begin);
    }
    return bytesOfValue(static_cast<std::uint32_t>(*from | (*to << 16)));
}

OptionRead readTime(OptionScanner& scanner)
{
    const std::size_t begin = scanner.column();
    const std::string_view word = scanner.word();
    double amount = 0;
    const auto [end, error] = std::from_chars(word.begin(), word.end(), amount);
    const std::string_view unit = word.substr(static_cast<std::size_t>(end - word.begin()));
    const double microseconds = unit.empty() || unit == "s" ? 1e6 : unit == "ms" ? 1e3 : unit == "us" ? 1 : 0;
    if (error != std::errc {} || microseconds == 0 || !std::isfinite(amount)) {
        return scanner.failAt(Reason::NotATime, begin);
    }
    const double total = std::round(amount * microseconds);
    if (total < 0 || total > 9e15) {
        return scanner.failAt(Reason::OutOfRange, begin);
    }
    const auto whole = static_cast<std::int64_t>(total);
    const std::int64_t parts[] = {whole / 1'000'000, whole % 1'000'000};
    return bytesOfValue(parts);
}

OptionRead readLinger(OptionScanner& scanner)
{
    if (scanner.take("off")) {
        return bytesOfValue(linger {0, 0});
    }
    const std::size_t begin = scanner.column();
    std::string_view word = scanner.word();
    word.remove_suffix(word.ends_with('s') ? 1 : 0);
    OptionScanner seconds(word);
    const auto value = seconds.number(0, INT32_MAX);
    return value ? OptionRead(bytesOfValue(linger {1, static_cast<int>(*value)}))
                 : OptionRead(scanner.failAt(seconds.problem()->reason, begin));
}

OptionRead readMembership(OptionScanner& scanner)
{
    const auto group = scanner.internet4();
    if (!group) {
        return std::nullopt;
    }
    ip_mreqn membership {};
    std::memcpy(&membership.imr_multiaddr, group->data(), sizeof membership.imr_multiaddr);
    if (scanner.take("@")) {
        const std::size_t begin = scanner.column();
        OptionScanner address(scanner.word());
        const auto local = address.internet4();
        scanner.goTo(begin);
        const auto index = local ? (scanner.word(), std::optional<std::uint32_t>(0)) : scanner.interface();
        if (!index) {
            return std::nullopt;
        }
        membership.imr_ifindex = static_cast<int>(*index);
        if (local) {
            std::memcpy(&membership.imr_address, local->data(), sizeof membership.imr_address);
        }
    }
    return bytesOfValue(membership);
}

OptionRead readMembership6(OptionScanner& scanner)
{
    const std::size_t begin = scanner.column();
    const std::string_view word = scanner.word();
    const std::size_t zone = std::min(word.find('%'), word.size());
    scanner.goTo(begin + zone);
    OptionScanner group(word.substr(0, zone));
    const auto host = group.internet6();
    if (!host) {
        return scanner.failAt(Reason::NotAnAddress, begin);
    }
    const auto index = scanner.take("@") || scanner.take("%") ? scanner.interface() : 0U;
    ipv6_mreq membership {};
    std::memcpy(&membership.ipv6mr_multiaddr, host->data(), host->size());
    membership.ipv6mr_interface = index.value_or(0);
    return index ? OptionRead(bytesOfValue(membership)) : std::nullopt;
}

OptionRead readSocketAddress(OptionScanner& scanner)
{
    if (scanner.wantsHexBytes()) {
        return scanner.hexBytes();
    }
    const std::size_t begin = scanner.column();
    std::uint16_t port = 0;
    const bool whole = scanner.take("{");
    if (whole) {
        const std::string_view left = scanner.rest();
        const std::string_view text = left.substr(0, left.find('}'));
        const std::size_t host = std::min(text.find("inet_"), text.size());
        if (const std::size_t at = text.find("_port=htons("); at < host) {
            OptionScanner digits(text.substr(at + 12));
            port = static_cast<std::uint16_t>(digits.number(0, UINT16_MAX).value_or(0));
        }
        scanner.goTo(scanner.column() + host);
    }
    const std::string_view left = scanner.rest();
    const bool four = left.starts_with("inet_addr(")
        || left.substr(0, left.find_first_of(", }")).find(':') == std::string_view::npos;
    const auto host = four ? scanner.internet4() : scanner.internet6();
    if (!host) {
        return scanner.failAt(Reason::NotAnAddress, begin);
    }
    std::uint32_t ipv4 = 0;
    std::array<std::uint8_t, 16> ipv6 {};
    std::memcpy(&ipv4, host->data(), sizeof ipv4);
    std::memcpy(ipv6.data(), host->data(), std::min(host->size(), ipv6.size()));
    if (whole) { // flow and scope matter to nobody here
        const std::size_t close = scanner.rest().find('}');
        if (close == std::string_view::npos) {
            return scanner.fail(Reason::Unclosed);
        }
        scanner.goTo(scanner.column() + close + 1);
    }
    const Address address = four ? Address::ipv4(ntohl(ipv4), port) : Address::ipv6(ipv6, port);
    return std::vector<std::byte>(address.bytes().begin(), address.bytes().end());
}

}
