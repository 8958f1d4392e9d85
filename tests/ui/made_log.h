// A log without a session: events as a test wants them.
#pragma once

#include <map>

#include "netcore/engine/call.h"
#include "ui/log/log_source.h"

class MadeLog {
public:
    static constexpr std::uint64_t kStart = 1'000'000'000'000; // when its session began

    struct Facts {
        std::uint64_t end = 0; // since the start, ns
        std::uint64_t took = 0;
        int result = 0;
        int error = 0;
        netcore::Ticket ticket = netcore::kNoTicket;
        std::uint32_t tid = 100;
        netcore::ActorId actor = netcore::kNoActor;
        netcore::SocketId opened = netcore::kNoSocket;
        std::optional<netcore::Address> peer; // that the kernel filled in
    };

    netcore::SocketId addSocket(int fd, int domain);
    model::Row call(
        netcore::SocketId socket, const netcore::Call& call, const Facts& facts, std::string_view data = {});
    model::Row blocked(netcore::SocketId socket, const netcore::Call& call, const Facts& facts);
    model::Row note(std::string_view text, const Facts& facts);
    model::Row state(netcore::SocketId socket);
    model::Row gap(int events);
    // Sends of 5 bytes, one a microsecond, on that socket.
    void addMany(netcore::SocketId socket, std::size_t rows);
    // The ten rows of the design's picture.
    void addStory();
    void publish(); // to the row list and the row facts

    ui::LogSource source();

    model::EventStore store;
    model::UserRows rowList;
    model::RowFacts rowFacts;
    std::uint64_t now = kStart; // what running clocks read
    QString actor; // the name of every actor

private:
    model::Row append(netcore::Event event, const netcore::CallRecord* record, std::string_view data);

    std::map<netcore::SocketId, ui::SocketLook> m_sockets;
    model::Row m_published = 0;
};
