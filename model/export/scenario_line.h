// A call of a log as a line of the scenario language: names instead of numbers, addresses by what they stand
// for, and what came back as what is expected.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/export/address_book.h"
#include "model/export/export_source.h"

namespace model {

// "s7": how a socket is called. Its number is that of the log, so that the two can be read side by side.
std::string scenarioName(netcore::SocketId socket);

// Which number is whose, at a row: control messages name descriptors by number.
class OpenDescriptors {
public:
    void take(const netcore::Event& event, const netcore::CallRecord& record);
    netcore::SocketId at(int fd) const; // none: not one of ours

private:
    std::map<int, netcore::SocketId> m_open;
};

struct ScenarioCall {
    const netcore::Event& event;
    const netcore::CallRecord& record;
    std::span<const std::byte> data; // that it moved, as far as it may be told
};

// bind(s1, 127.0.0.1:0)
class ScenarioLine {
public:
    ScenarioLine(const ScenarioCall& call, Row row, AddressBook& addresses, const OpenDescriptors& open)
        : m_call(call), m_row(row), m_addresses(addresses), m_open(open)
    {
    }

    std::string call();
    // " = 5 \"hello\""; nothing where nothing can be expected. `data` false: not of what it received.
    std::string result(bool data) const;

private:
    std::optional<std::string> argument(std::size_t slot, netcore::ParameterKind kind);
    std::optional<std::string> structure(std::size_t slot, netcore::ParameterKind kind);
    std::string number(std::size_t slot) const;
    std::string address(const netcore::Address& address, std::string_view field);
    std::string message(bool received);
    std::string control(const netcore::ControlMessage& control) const;
    std::string pollSet() const;
    std::string pair() const;
    std::string option() const;
    bool answersTheSame() const;
    std::string receivedText() const;
    std::string readyText() const;

    const ScenarioCall& m_call;
    Row m_row;
    AddressBook& m_addresses;
    const OpenDescriptors& m_open;
    std::optional<std::int64_t> m_addressLength; // of what was written last
};

// A string literal with a count behind it where bytes repeat: "ab"*500.
std::string scenarioString(std::span<const std::byte> bytes);
// How many bytes repeat to make all of them; all of them where that would not be worth it.
std::size_t repeatedPart(std::span<const std::byte> bytes);

}
