#include "model/search/literal_searcher.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#define SOCKSCOPE_HAS_AVX2 1
#else
#define SOCKSCOPE_HAS_AVX2 0
#endif

namespace model::search {

namespace {

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

char lower(char c)
{
    return isUpper(c) ? static_cast<char>(c | 0x20) : c;
}

bool processorHasAvx2()
{
#if SOCKSCOPE_HAS_AVX2
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

#if SOCKSCOPE_HAS_AVX2

// A letter of both cases is found by one comparison, when the bit that tells them apart has been set.
struct Needle {
    char first;
    char last;
    char firstBit; // 0x20 where case does not count, else 0
    char lastBit;
    std::size_t distance; // from the first to the last
};

[[gnu::target("avx2")]] inline __m256i bytesAt(const char* from)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}

// Which of 32 places have the first and the last byte, as bits.
[[gnu::target("avx2")]] inline std::uint32_t candidates(const char* from, const Needle& needle)
{
    const __m256i a = _mm256_or_si256(bytesAt(from), _mm256_set1_epi8(needle.firstBit));
    const __m256i b = _mm256_or_si256(bytesAt(from + needle.distance), _mm256_set1_epi8(needle.lastBit));
    const __m256i both = _mm256_and_si256(_mm256_cmpeq_epi8(a, _mm256_set1_epi8(needle.first)),
        _mm256_cmpeq_epi8(b, _mm256_set1_epi8(needle.last)));
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(both));
}

// The first place that the bits name and where `isAt` agrees; nullptr: none.
template<typename IsAt> const char* checked(const char* from, std::uint64_t places, IsAt isAt)
{
    for (; places != 0; places &= places - 1) {
        const char* place = from + std::countr_zero(places);
        if (isAt(place)) {
            return place;
        }
    }
    return nullptr;
}

template<typename IsAt>
[[gnu::target("avx2")]] const char* findAvx2(const char* at, const char* end, const Needle& needle, IsAt isAt)
{
    // 64 places at a time: the loop costs half.
    for (; static_cast<std::size_t>(end - at) >= needle.distance + 64; at += 64) {
        const std::uint64_t low = candidates(at, needle);
        const std::uint64_t high = candidates(at + 32, needle);
        if ((low | high) != 0) {
            if (const char* place = checked(at, low | high << 32U, isAt)) {
                return place;
            }
        }
    }
    for (; static_cast<std::size_t>(end - at) > needle.distance; ++at) {
        if (isAt(at)) {
            return at;
        }
    }
    return nullptr;
}

#endif

}

LiteralSearcher::LiteralSearcher(std::string literal, bool ignoresCase)
    : m_literal(std::move(literal)), m_ignoresCase(ignoresCase), m_usesAvx2(processorHasAvx2())
{
    if (m_ignoresCase) {
        std::ranges::transform(m_literal, m_literal.begin(), lower);
    }
    m_skips.fill(std::max<std::size_t>(m_literal.size(), 1));
    for (std::size_t i = 0; i + 1 < m_literal.size(); ++i) {
        const char c = m_literal[i];
        m_skips[static_cast<unsigned char>(c)] = m_literal.size() - 1 - i;
        if (m_ignoresCase && isLower(c)) {
            m_skips[static_cast<unsigned char>(c & ~0x20)] = m_literal.size() - 1 - i;
        }
    }
}

void LiteralSearcher::setUsesAvx2(bool uses)
{
    m_usesAvx2 = uses && processorHasAvx2();
}

bool LiteralSearcher::isAt(const char* place) const
{
    if (!m_ignoresCase) {
        return std::memcmp(place, m_literal.data(), m_literal.size()) == 0;
    }
    return std::equal(
        m_literal.begin(), m_literal.end(), place, [](char wanted, char c) { return wanted == lower(c); });
}

std::size_t LiteralSearcher::findPortably(std::string_view text, std::size_t from) const
{
    if (!m_ignoresCase) {
        const void* place
            = ::memmem(text.data() + from, text.size() - from, m_literal.data(), m_literal.size());
        return place == nullptr ? kNowhere
                                : static_cast<std::size_t>(static_cast<const char*>(place) - text.data());
    }
    while (from + m_literal.size() <= text.size()) {
        if (isAt(text.data() + from)) {
            return from;
        }
        from += m_skips[static_cast<unsigned char>(text[from + m_literal.size() - 1])];
    }
    return kNowhere;
}

std::size_t LiteralSearcher::find(std::string_view text, std::size_t from) const
{
    if (m_literal.empty() || from > text.size() || text.size() - from < m_literal.size()) {
        return kNowhere;
    }
#if SOCKSCOPE_HAS_AVX2
    if (m_usesAvx2) {
        const auto bit = [this](char c) { return m_ignoresCase && isLower(c) ? '\x20' : '\0'; };
        const Needle needle {m_literal.front(), m_literal.back(), bit(m_literal.front()),
            bit(m_literal.back()), m_literal.size() - 1};
        const char* place = findAvx2(text.data() + from, text.data() + text.size(), needle,
            [this](const char* at) { return isAt(at); });
        return place == nullptr ? kNowhere : static_cast<std::size_t>(place - text.data());
    }
#endif
    return findPortably(text, from);
}

}
