#include "netcore/names/filter_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <linux/filter.h>

#include "netcore/names/constants.h"

namespace netcore {

namespace {

// clang-format off
#define NAMED(constant) NamedValue {constant, #constant}
constexpr std::array kClasses {
    NAMED(BPF_LD), NAMED(BPF_LDX), NAMED(BPF_ST), NAMED(BPF_STX), NAMED(BPF_ALU), NAMED(BPF_JMP), NAMED(BPF_RET),
    NAMED(BPF_MISC),
};
constexpr std::array kSizes {NAMED(BPF_W), NAMED(BPF_H), NAMED(BPF_B)};
constexpr std::array kModes {
    NAMED(BPF_IMM), NAMED(BPF_ABS), NAMED(BPF_IND), NAMED(BPF_MEM), NAMED(BPF_LEN), NAMED(BPF_MSH),
};
constexpr std::array kOperations {
    NAMED(BPF_ADD), NAMED(BPF_SUB), NAMED(BPF_MUL), NAMED(BPF_DIV), NAMED(BPF_OR), NAMED(BPF_AND), NAMED(BPF_LSH),
    NAMED(BPF_RSH), NAMED(BPF_NEG), NAMED(BPF_MOD), NAMED(BPF_XOR),
};
constexpr std::array kJumps {
    NAMED(BPF_JA), NAMED(BPF_JEQ), NAMED(BPF_JGT), NAMED(BPF_JGE), NAMED(BPF_JSET),
};
constexpr std::array kSources {NAMED(BPF_K), NAMED(BPF_X)};
constexpr std::array kReturned {NAMED(BPF_K), NAMED(BPF_X), NAMED(BPF_A)};
constexpr std::array kMoves {NAMED(BPF_TAX), NAMED(BPF_TXA)};
#undef NAMED
// clang-format on

std::string hex(std::uint32_t value)
{
    std::array<char, 12> digits {};
    const auto end = std::to_chars(digits.begin(), digits.end(), value, 16).ptr;
    return value == 0 ? "0" : "0x" + std::string(digits.data(), end);
}

std::string part(NameTable table, unsigned value)
{
    return '|' + constantText(table, value);
}

std::string codeText(unsigned code)
{
    const unsigned kind = BPF_CLASS(code);
    const std::string text = constantText(kClasses, kind);
    if (code > 0xff) {
        return hex(code);
    }
    switch (kind) {
    case BPF_LD:
    case BPF_LDX:
        return text + part(kSizes, BPF_SIZE(code)) + part(kModes, BPF_MODE(code));
    case BPF_ALU:
        return text + part(kSources, BPF_SRC(code)) + part(kOperations, BPF_OP(code));
    case BPF_JMP:
        return text + part(kSources, BPF_SRC(code)) + part(kJumps, BPF_OP(code));
    case BPF_RET:
        return text + part(kReturned, BPF_RVAL(code)) + ((code & 0xe0) != 0 ? '|' + hex(code & 0xe0) : "");
    case BPF_MISC:
        return text + part(kMoves, BPF_MISCOP(code));
    default: // BPF_ST, BPF_STX
        return text + ((code & ~7U) != 0 ? '|' + hex(code & ~7U) : "");
    }
}

std::string instructionText(const sock_filter& filter)
{
    const std::string head = codeText(filter.code) + ", " + hex(filter.k);
    if (filter.jt == 0 && filter.jf == 0) {
        return "BPF_STMT(" + head + ')';
    }
    return "BPF_JUMP(" + head + ", " + hex(filter.jt) + ", " + hex(filter.jf) + ')';
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) { }

    std::size_t column() const { return m_at; }
    bool atEnd()
    {
        skipBlanks();
        return m_at == m_text.size();
    }
    bool take(std::string_view wanted)
    {
        skipBlanks();
        if (!m_text.substr(m_at).starts_with(wanted)) {
            return false;
        }
        m_at += wanted.size();
        return true;
    }

    // 12, 0x800
    std::optional<std::uint32_t> number()
    {
        const int base = take("0x") || take("0X") ? 16 : 10;
        skipBlanks();
        std::uint32_t value = 0;
        const char* const begin = m_text.data() + m_at;
        const auto [end, error] = std::from_chars(begin, m_text.data() + m_text.size(), value, base);
        if (error != std::errc {}) {
            return std::nullopt;
        }
        m_at += static_cast<std::size_t>(end - begin);
        return value;
    }

    // BPF_LD|BPF_H|BPF_ABS, with numbers among them
    std::optional<std::uint32_t> code()
    {
        std::uint32_t bits = 0;
        do {
            const auto one = take("BPF_") ? named() : number();
            if (!one) {
                return std::nullopt;
            }
            bits |= *one;
        } while (take("|"));
        return bits;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size()
            && std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos) {
            ++m_at;
        }
    }

    std::optional<std::uint32_t> named()
    {
        const std::size_t end = std::min(m_text.find_first_of("|, )\t\r\n", m_at), m_text.size());
        const std::string_view name = m_text.substr(m_at - 4, end - m_at + 4);
        for (const NameTable table :
            {NameTable(kClasses), NameTable(kSizes), NameTable(kModes), NameTable(kSources),
                NameTable(kReturned), NameTable(kOperations), NameTable(kJumps), NameTable(kMoves)}) {
            if (const auto value = valueOf(table, name)) {
                m_at = end;
                return static_cast<std::uint32_t>(*value);
            }
        }
        return std::nullopt;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

bool fill(sock_filter& filter, std::array<std::optional<std::uint32_t>, 4> parts)
{
    if (!parts[0] || !parts[1] || !parts[2] || !parts[3] || *parts[0] > UINT16_MAX || *parts[1] > UINT8_MAX
        || *parts[2] > UINT8_MAX) {
        return false;
    }
    filter = {static_cast<std::uint16_t>(*parts[0]), static_cast<std::uint8_t>(*parts[1]),
        static_cast<std::uint8_t>(*parts[2]), *parts[3]};
    return true;
}

using Number = std::optional<std::uint32_t>;

Number after(Reader& reader, std::string_view separator)
{
    return reader.take(separator) ? reader.number() : std::nullopt;
}

bool readInstruction(Reader& reader, sock_filter& filter)
{
    if (reader.take("{")) {
        const Number code = reader.code();
        const Number jt = after(reader, ",");
        const Number jf = after(reader, ",");
        return fill(filter, {code, jt, jf, after(reader, ",")}) && reader.take("}");
    }
    const bool jump = reader.take("BPF_JUMP(");
    if (!jump && !reader.take("BPF_STMT(")) {
        return false;
    }
    const Number code = reader.code();
    const Number k = after(reader, ",");
    const Number jt = jump ? after(reader, ",") : 0U;
    const Number jf = jump ? after(reader, ",") : 0U;
    return fill(filter, {code, jt, jf, k}) && reader.take(")");
}

}

std::string instructionsText(std::span<const std::byte> bytes)
{
    std::string text = "[";
    std::size_t at = 0;
    for (; at + sizeof(sock_filter) <= bytes.size(); at += sizeof(sock_filter)) {
        sock_filter filter {};
        std::memcpy(&filter, bytes.data() + at, sizeof filter);
        text += (at > 0 ? ", " : "") + instructionText(filter);
    }
    if (at < bytes.size()) {
        text += (at > 0 ? ", " : "") + std::string("/* ") + std::to_string(bytes.size() - at)
            + " bytes more */";
    }
    return text + ']';
}

std::optional<std::vector<std::byte>> parseInstructions(std::string_view text, std::size_t& column)
{
    Reader reader(text);
    const bool bracket = reader.take("[");
    bool closed = false;
    std::vector<std::byte> bytes;
    while (!reader.atEnd() && !(closed = bracket && reader.take("]"))) {
        sock_filter filter {};
        if (!readInstruction(reader, filter)) {
            column = reader.column();
            return std::nullopt;
        }
        const auto raw = std::as_bytes(std::span(&filter, 1));
        bytes.insert(bytes.end(), raw.begin(), raw.end());
        reader.take(",");
    }
    column = reader.column();
    return reader.atEnd() && closed == bracket && !bytes.empty() ? std::optional(bytes) : std::nullopt;
}

}
