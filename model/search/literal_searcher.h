// Finds given bytes in many. With AVX2, 32 places at once are tried by the first and the last byte; elsewhere
// by memmem(3), or Horspool's way where letters of both cases count.
//
// Threads: any; an object is not changed by searching.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace model::search {

class LiteralSearcher {
public:
    static constexpr std::size_t kNowhere = std::string_view::npos;

    // `ignoresCase`: of ASCII letters. An empty literal is nowhere.
    explicit LiteralSearcher(std::string literal, bool ignoresCase = false);

    // The first place at or behind `from`.
    std::size_t find(std::string_view text, std::size_t from = 0) const;
    bool isIn(std::string_view text) const { return find(text) != kNowhere; }
    std::size_t size() const { return m_literal.size(); }

    // For tests and measurements: false takes the portable way.
    void setUsesAvx2(bool uses);

private:
    bool isAt(const char* place) const;
    std::size_t findPortably(std::string_view text, std::size_t from) const;

    std::string m_literal; // lower case where case does not count
    bool m_ignoresCase;
    bool m_usesAvx2 = false;
    std::array<std::size_t, 256> m_skips {}; // Horspool: how far to go on after that last byte
};

}
