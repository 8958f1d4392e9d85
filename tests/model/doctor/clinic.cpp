#include "tests/model/doctor/clinic.h"

#include <cerrno>

#include "model/graph/graph_history.h"

using namespace netcore;

Clinic::Clinic() = default;

std::string Clinic::make(Call call, SocketId socket)
{
    const auto posted = bench.session.post(std::move(call), socket);
    last = posted.ok() ? posted.value() : kNoTicket;
    return bench.resultOf(last);
}

std::string Clinic::cancelAsleep(Call call, SocketId socket)
{
    const auto posted = bench.session.post(std::move(call), socket);
    last = posted.ok() ? posted.value() : kNoTicket;
    bench.waitFor([&] { return !bench.node(socket).blocked.empty(); });
    bench.session.cancel(last);
    return bench.resultOf(last);
}

model::CallCase Clinic::patient() const
{
    const model::EventStore& store = bench.session.store();
    for (model::Row row = store.size(); row-- > 0;) {
        const Event event = store.event(row);
        const bool own = (event.flags & eventFlags::kAutomatic) == 0;
        if (event.ticket == last && event.kind == EventKind::Call && own) {
            const model::GraphHistory history;
            model::GraphHistory::Cursor cursor(history);
            return model::caseOf(
                store, cursor.before(store, row), bench.session.graph(), bench.session.findings(), row);
        }
    }
    return {};
}

QString Clinic::situation(const QString& expected)
{
    QString found;
    bench.waitFor([&] {
        found = diagnosis().situation;
        return found == expected;
    });
    return found;
}

SocketId Clinic::connected(int domain, int flags)
{
    const SocketId server = listener(domain);
    const SocketId client = socket(domain, SOCK_STREAM | flags);
    make(calls::connect(localOf(server)), client);
    make(calls::accept(), server);
    served = bench.newest();
    bench.waitFor([&] { return bench.node(client).peer == served; });
    return client;
}

void Clinic::fill(SocketId socket)
{
    const std::vector<std::byte> some(4096);
    while (make(calls::send(some, MSG_DONTWAIT | MSG_NOSIGNAL), socket) != "-1 EAGAIN") { }
}

Address v4(std::uint32_t host, std::uint16_t port)
{
    return Address::ipv4(host, port);
}

Address v6(const char* text)
{
    const auto parsed = parseAddress(text);
    return parsed.ok() ? parsed.value() : Address();
}

Address withPortOf(std::uint32_t host, const Address& other)
{
    return Address::ipv4(host, other.port());
}

Address rawAddress(const void* bytes, std::size_t size)
{
    return Address::fromBytes({static_cast<const std::byte*>(bytes), size});
}
