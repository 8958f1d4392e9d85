// A log made by hand with its fold, and the scenes and pictures of it.
#pragma once

#include <QStringList>
#include <sys/socket.h>

#include "model/export/picture_words.h"
#include "model/sequence/sequence_picture.h"
#include "netcore/engine/call.h"

namespace sequencetest {

using namespace model;
using namespace netcore;

inline constexpr std::uint64_t kMs = 1'000'000;

inline netcore::Address place(int port)
{
    return parseAddress("127.0.0.1:" + std::to_string(port)).value();
}

// A log made by hand, and its fold.
struct SequenceLog {
    EventStore store;
    SocketGraph graph;
    UserRows rows;
    RowFacts facts;
    std::uint64_t now = 1'000;
    std::uint32_t opened = 0;
    std::uint32_t tickets = 0;
    ActorId actor = kNoActor;
    Row folded = 0;

    Row add(Event event, const Call& call, std::string_view data = {})
    {
        const CallRecord record = recordOf(call, 9);
        return add(event, record, data);
    }
    Row add(Event event, const CallRecord& record, std::string_view data = {})
    {
        std::vector<std::byte> room;
        const auto block = encode(record, room);
        std::vector<std::byte> bytes(block.begin(), block.end());
        const auto tail = std::as_bytes(std::span(data));
        bytes.insert(bytes.end(), tail.begin(), tail.end());
        event.call = record.call;
        event.argumentsSize = static_cast<std::uint16_t>(block.size());
        event.dataSize = event.result > 0 && data.size() > 0 ? static_cast<std::uint32_t>(event.result) : 0;
        event.payloadSize = static_cast<std::uint32_t>(bytes.size());
        event.actor = actor;
        event.tid = 100;
        event.time = now;
        now += kMs;
        return store.append(event, bytes);
    }
    SocketId opens(int domain, int type)
    {
        Event event {};
        event.opened = SocketId {++opened};
        event.result = static_cast<int>(6 + opened);
        add(event, calls::socket(domain, type));
        return event.opened;
    }
    Row returns(SocketId on, const Call& call, int result = 0, std::string_view data = {})
    {
        Event event {};
        event.socket = on;
        event.result = result;
        return add(event, call, data);
    }
    Row fails(SocketId on, const Call& call, int error)
    {
        Event event {};
        event.socket = on;
        event.result = -1;
        event.error = static_cast<std::uint16_t>(error);
        return add(event, call);
    }
    Row sends(SocketId on, std::string_view data)
    {
        return returns(
            on, calls::send(std::vector<std::byte>(data.size()), 0), static_cast<int>(data.size()), data);
    }
    Row receives(SocketId on, std::string_view data)
    {
        return returns(on, calls::recv(4096, 0), static_cast<int>(data.size()), data);
    }
    Row sleeps(SocketId on, const Call& call, Ticket& ticket)
    {
        Event event {};
        event.kind = EventKind::Blocked;
        event.socket = on;
        event.ticket = ticket = Ticket {++tickets};
        return add(event, call);
    }
    SocketId accepts(SocketId listener, const Address& peer, Ticket ticket = kNoTicket)
    {
        Event event {};
        event.socket = listener;
        event.opened = SocketId {++opened};
        event.result = static_cast<int>(6 + opened);
        event.ticket = ticket;
        CallRecord record = recordOf(calls::accept(), 7);
        record.hasAddress = true;
        record.address = peer;
        add(event, record);
        return event.opened;
    }
    void view(SocketId of, const Address& local, const Address& peer)
    {
        KernelView view;
        view.local = local;
        view.peer = peer;
        Event event {};
        event.kind = EventKind::State;
        event.socket = of;
        event.time = now;
        const auto bytes = encode(view);
        event.payloadSize = event.dataSize = static_cast<std::uint32_t>(bytes.size());
        store.append(event, bytes);
    }
    // Two ends of a TCP connection: the accepted one and the client.
    std::pair<SocketId, SocketId> connection()
    {
        const SocketId listener = opens(AF_INET, SOCK_STREAM);
        returns(listener, calls::bind(place(5000)));
        returns(listener, calls::listen(2));
        const SocketId client = opens(AF_INET, SOCK_STREAM);
        returns(client, calls::connect(place(5000)));
        const SocketId accepted = accepts(listener, place(41822));
        view(accepted, place(5000), place(41822));
        view(client, place(41822), place(5000));
        return {accepted, client};
    }

    SequenceScene scene(SequenceBy by = SequenceBy::Socket)
    {
        SequenceAxis axis = counted();
        SequenceScenes scenes(store, facts);
        SceneWish wish;
        wish.by = by;
        wish.endUnit = axis.units();
        wish.known = store.size();
        return scenes.make(axis, graph, wish);
    }
    SequenceAxis counted()
    {
        const Row size = store.size();
        graph.apply(store, folded, size);
        rows.extend(store, folded, size);
        facts.extend(store, folded, size);
        folded = size;
        SequenceAxis axis(store, rows);
        while (!axis.extend(10'000)) { }
        return axis;
    }
    SequencePicture picture(SequenceBy by = SequenceBy::Socket)
    {
        const ExportSource source(store, graph);
        return pictureOf(scene(by), store, PictureWords(source), {});
    }
};

inline QStringList textsOf(const SequencePicture& picture)
{
    QStringList texts;
    for (const PictureText& text : picture.texts) {
        texts += text.text;
    }
    return texts;
}

}
