// What the addresses of a log stand for when its calls are made again: an address that the kernel chose then
// is another one next time, and paths of this machine are none of the next one's.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "model/export/export_source.h"

namespace model {

class AddressBook {
public:
    // Reads the sockets' own addresses; the source must outlive it.
    explicit AddressBook(const ExportSource& source);

    struct Meaning {
        enum class Kind : std::uint8_t {
            Literal, // as it is
            Local, // where `socket` can be reached: the kernel chose it
            Sender, // who was named by the last accept() or recvfrom() on `socket`
            InFolder, // a UNIX name; `name` within a private folder
        };
        Kind kind = Kind::Literal;
        netcore::SocketId socket = netcore::kNoSocket;
        std::string name;
        bool isAbstract = false;
    };
    // Of an address that the call in this row passed. Rows come in ascending order, each taken before.
    Meaning meaningOf(const netcore::Address& address, Row row, const netcore::Event& event);
    // What the row says about addresses; asked after meaningOf() of the same row.
    void take(Row row, const netcore::Event& event, const netcore::CallRecord& record);

private:
    netcore::SocketId chosenFor(const netcore::Address& address, Row row) const;
    std::string nameInFolder(std::string_view path);

    const ExportSource& m_source;
    std::multimap<std::uint16_t, netcore::SocketId> m_byPort; // who had it
    std::map<std::string, netcore::SocketId, std::less<>> m_autobound; // abstract names
    std::set<netcore::SocketId> m_fixed; // bound to what the program said
    std::map<netcore::SocketId, netcore::Address> m_senders;
    std::map<std::string, std::string, std::less<>> m_names; // path: its name in the folder
    std::set<std::string, std::less<>> m_taken;
};

}
