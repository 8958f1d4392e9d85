// An engine on the real kernel with its stream and a recorder, and the questions that tests ask of it.
#pragma once

#include <memory>
#include <string>

#include "netcore/engine/engine.h"
#include "netcore/sys/linux_syscalls.h"
#include "tests/support/event_recorder.h"

namespace support {

class EngineBench {
public:
    EngineBench();
    explicit EngineBench(netcore::Syscalls& kernel);

    netcore::Engine& engine() { return *m_engine; }
    EventRecorder& recorder() { return m_recorder; }
    void endEngine() { m_engine.reset(); } // the stream and what was recorded stay

    netcore::Ticket post(
        netcore::Call call, netcore::SocketId socket = {}, netcore::ActorId actor = netcore::kNoActor);
    void cancel(netcore::Ticket ticket) { m_engine->cancel(ticket); }

    // The event of the call, as soon as it has returned; a Note that says so if it never does.
    const RecordedEvent& done(netcore::Ticket ticket);
    const RecordedEvent& make(netcore::Call call, netcore::SocketId socket = {});
    // The result in words: "5", "-1 EAGAIN".
    std::string result(netcore::Ticket ticket) { return done(ticket).result(); }
    std::string resultOf(netcore::Call call, netcore::SocketId socket = {});
    // Whether it was reported asleep; waits for that.
    const RecordedEvent& blocked(netcore::Ticket ticket);
    bool isBlocked(netcore::Ticket ticket)
    {
        return blocked(ticket).event.kind == netcore::EventKind::Blocked;
    }

    netcore::SocketId socket(int domain, int type, int protocol = 0);
    netcore::SocketId accept(netcore::SocketId listener);
    netcore::Address nameOf(netcore::SocketId socket); // getsockname()
    int descriptorOf(netcore::SocketId socket); // by its last call

    // Waits for a state of the socket that satisfies it.
    bool seesState(netcore::SocketId socket, const std::function<bool(const netcore::KernelView&)>& wanted);

private:
    netcore::LinuxSyscalls m_linux;
    netcore::EventStream m_stream;
    EventRecorder m_recorder {m_stream};
    std::unique_ptr<netcore::Engine> m_engine;
};

}
