// A call of a log as the body of a C function that makes it.
#pragma once

#include <set>
#include <string>

#include "model/export/address_book.h"
#include "model/export/scenario_line.h"

namespace model {

// Bytes as C string literals, in lines, from any bytes: no trigraph, no escape that runs on, no end of a
// comment.
std::string cString(std::span<const std::byte> bytes);
std::string cString(std::string_view text);

class CCall {
public:
    CCall(const ScenarioCall& call, Row row, AddressBook& addresses, const OpenDescriptors& open)
        : m_call(call), m_row(row), m_addresses(addresses), m_open(open)
    {
    }

    // Statements, each with its line end, indented by four. `text`: how the program names the call. `payload`
    // false: what it received is not compared.
    std::string body(const std::string& text, bool payload);
    // Constants that an older header may not have: name and value.
    const std::set<std::pair<std::string, std::int64_t>>& constants() const { return m_constants; }

private:
    std::string expression();
    std::string socketCall();
    std::string optionCall();
    std::string message(bool received);
    std::string control(const netcore::ControlMessage& control, std::size_t place);
    std::string pollCall();
    std::string lookUp();
    std::string address();
    std::string addressExpression(const netcore::Address& address);
    std::string data(std::span<const std::byte> bytes, std::size_t size);
    std::string named(const std::string& text, std::int64_t value);
    std::string flags(std::int64_t value);
    std::string after() const;
    std::string told(const std::string& text) const;
    std::string number(std::size_t slot) const;
    std::string descriptor() const;
    std::int64_t at(std::size_t slot) const { return m_call.record.arguments[slot]; }

    const ScenarioCall& m_call;
    Row m_row;
    AddressBook& m_addresses;
    const OpenDescriptors& m_open;
    std::set<std::pair<std::string, std::int64_t>> m_constants;
    std::string m_before; // statements that the call needs
    std::string m_after;
};

}
