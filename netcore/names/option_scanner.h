// Reads the small pieces that values of socket options are written with: numbers, names, strings, addresses.
// Internal to option_reader. A problem is kept where it was met first; after it nothing more is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "netcore/names/option_text.h"

namespace netcore {

class OptionScanner {
public:
    using Reason = OptionProblem::Reason;
    using Bytes = std::vector<std::byte>;

    explicit OptionScanner(std::string_view text) : m_text(text) { }

    std::string_view rest(); // without blanks before
    bool atEnd() { return rest().empty(); }
    char next(); // NUL at the end
    bool take(std::string_view wanted);
    std::string_view word(); // letters, digits and what stands in names: _ . - : % /
    std::size_t column() // behind blanks
    {
        rest();
        return m_at;
    }
    void goTo(std::size_t column) { m_at = column; }

    std::nullopt_t fail(Reason reason) { return failAt(reason, m_at); }
    std::nullopt_t failAt(Reason reason, std::size_t column);
    const std::optional<OptionProblem>& problem() const { return m_problem; }

    // 12, -1, 0x1f; within the bounds.
    std::optional<std::int64_t> number(std::int64_t least, std::int64_t most);
    std::optional<std::uint64_t> unsigned64();
    // A name of the table, or a number of 32 bits.
    std::optional<std::int64_t> constant(NameTable names);
    std::optional<std::uint32_t> flags(NameTable names); // A|B|0x4
    std::optional<Bytes> string(); // "a\1\x02"
    std::optional<Bytes> hexBytes(); // {01 00 ff}
    std::optional<Bytes> internet4(); // 127.0.0.1, inet_addr("127.0.0.1")
    std::optional<Bytes> internet6(); // ff02::1, inet_pton(AF_INET6, "ff02::1", &member)
    std::optional<std::uint32_t> interface(); // lo, if_nametoindex("lo"), "lo", 1
    bool wantsHexBytes(); // what follows in braces is pairs of digits, not members

private:
    std::optional<std::byte> escaped();
    std::optional<Bytes> host(int family, std::size_t size);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::optional<OptionProblem> m_problem;
};

}
