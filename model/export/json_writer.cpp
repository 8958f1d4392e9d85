#include "model/export/json_writer.h"

#include <array>
#include <cstdio>

#include "model/export/utf8.h"

namespace model {

namespace {

void appendCharacter(std::string& json, std::string_view bytes, char32_t code)
{
    if (code == '"' || code == '\\') {
        json += '\\';
        json += bytes;
    } else if (code == '\n') {
        json += "\\n";
    } else if (code == '\t') {
        json += "\\t";
    } else if (isControl(code)) { // a log is also looked at in a terminal
        std::array<char, 8> escape {};
        std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(code));
        json += escape.data();
    } else {
        json += bytes;
    }
}

}

std::string jsonString(std::string_view text)
{
    std::string json = "\"";
    json.reserve(text.size() + 2);
    while (!text.empty()) {
        const auto character = nextCharacter(text);
        if (character.valid) {
            appendCharacter(json, text.substr(0, character.size), character.code);
        } else {
            json += "\\ufffd";
        }
        text.remove_prefix(character.size);
    }
    return json + '"';
}

std::string base64(std::span<const std::byte> bytes)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = (group << 8) | (k < count ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            text += k <= count ? kDigits[(group >> (18 - 6 * k)) & 0x3fU] : '=';
        }
    }
    return text;
}

JsonObject& JsonObject::raw(std::string_view key, std::string_view json)
{
    m_text += m_text.size() > 1 ? "," : "";
    m_text += jsonString(key);
    m_text += ':';
    m_text += json;
    return *this;
}

}
