// JSON in the order in which it is written, one object a line. For machines: numbers stay numbers, and no
// byte of a payload can leave its string.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace model {

// "quoted": control characters escaped; what is no UTF-8 becomes U+FFFD.
std::string jsonString(std::string_view text);
std::string base64(std::span<const std::byte> bytes);

class JsonObject {
public:
    JsonObject& add(std::string_view key, std::string_view value) { return raw(key, jsonString(value)); }
    JsonObject& add(std::string_view key, std::uint64_t value) { return raw(key, std::to_string(value)); }
    JsonObject& addSigned(std::string_view key, std::int64_t value)
    {
        return raw(key, std::to_string(value));
    }
    JsonObject& addNull(std::string_view key) { return raw(key, "null"); }
    // `json` is a value already.
    JsonObject& raw(std::string_view key, std::string_view json);

    std::string text() const { return m_text + '}'; }

private:
    std::string m_text = "{";
};

}
