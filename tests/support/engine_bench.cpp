#include "tests/support/engine_bench.h"

#include <stdexcept>

namespace support {

using namespace netcore;

namespace {

const RecordedEvent kNeverCame {[] {
                                    Event event {};
                                    event.kind = EventKind::Note;
                                    event.result = -1;
                                    return event;
                                }(),
    {}};

bool answers(const RecordedEvent& recorded, EventKind kind, Ticket ticket)
{
    return recorded.event.kind == kind && recorded.event.ticket == ticket;
}

}

EngineBench::EngineBench() : m_engine(std::make_unique<Engine>(m_linux, m_stream)) { }

EngineBench::EngineBench(Syscalls& kernel) : m_engine(std::make_unique<Engine>(kernel, m_stream)) { }

Ticket EngineBench::post(Call call, SocketId socket, ActorId actor)
{
    const auto posted = m_engine->post({std::move(call), socket, actor});
    if (!posted.ok()) {
        throw std::runtime_error("post: errno " + std::to_string(posted.problem()));
    }
    return posted.value();
}

const RecordedEvent& EngineBench::done(Ticket ticket)
{
    const auto* found = m_recorder.waitFor(
        [&](const RecordedEvent& recorded) { return answers(recorded, EventKind::Call, ticket); });
    return found != nullptr ? *found : kNeverCame;
}

const RecordedEvent& EngineBench::make(Call call, SocketId socket)
{
    return done(post(std::move(call), socket));
}

std::string EngineBench::resultOf(Call call, SocketId socket)
{
    return make(std::move(call), socket).result();
}

const RecordedEvent& EngineBench::blocked(Ticket ticket)
{
    const auto* found = m_recorder.waitFor([&](const RecordedEvent& recorded) {
        return answers(recorded, EventKind::Blocked, ticket) || answers(recorded, EventKind::Call, ticket);
    });
    return found != nullptr ? *found : kNeverCame;
}

SocketId EngineBench::socket(int domain, int type, int protocol)
{
    return make(calls::socket(domain, type, protocol)).event.opened;
}

SocketId EngineBench::accept(SocketId listener)
{
    return make(calls::accept(), listener).event.opened;
}

Address EngineBench::nameOf(SocketId socket)
{
    return make(calls::getsockname(), socket).call().address;
}

int EngineBench::descriptorOf(SocketId socket)
{
    const auto* found
        = m_recorder.waitFor([&](const RecordedEvent& recorded) { return recorded.event.opened == socket; });
    return found != nullptr ? found->event.result : -1;
}

bool EngineBench::seesState(SocketId socket, const std::function<bool(const KernelView&)>& wanted)
{
    return m_recorder.waitFor([&](const RecordedEvent& recorded) {
        return recorded.event.kind == EventKind::State && recorded.event.socket == socket
            && wanted(recorded.view());
    }) != nullptr;
}

}
