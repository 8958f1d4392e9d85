// The fold as of any row, in any order of asking: the same as a fold from the beginning.

#include <sys/socket.h>

#include "model/graph/graph_history.h"
#include "netcore/engine/call.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using model::Row;

namespace {

constexpr SocketId kSocket {1};
constexpr Row kRows = 3'500'000;

// One socket that sends a byte in each row.
class LongLog {
public:
    LongLog()
    {
        add(CallId::Socket, {AF_INET, SOCK_STREAM}, 7, kNoSocket, kSocket);
        while (store.size() < kRows) {
            add(CallId::Send, {7, 0, 1, 0}, 1, kSocket, kNoSocket);
        }
    }

    model::EventStore store;

private:
    void add(CallId call, const std::array<std::int64_t, kMostParameters>& arguments, int result, SocketId on,
        SocketId opened)
    {
        CallRecord record;
        record.call = call;
        record.arguments = arguments;
        const auto block = encode(record, m_room);
        Event event {};
        event.time = 1 + store.size();
        event.kind = EventKind::Call;
        event.call = call;
        event.result = result;
        event.socket = on;
        event.opened = opened;
        event.argumentsSize = static_cast<std::uint16_t>(block.size());
        event.dataSize = call == CallId::Send ? 1 : 0;
        store.append(event, block);
    }

    std::vector<std::byte> m_room;
};

}

class GraphHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyRow_inAnyOrder();
};

void GraphHistoryTest::anyRow_inAnyOrder()
{
    const LongLog log;
    model::GraphHistory history;
    model::SocketGraph live;
    for (Row first = 0; first < kRows; first += 100'000) {
        live.apply(log.store, first, first + 100'000);
        history.note(live, first + 100'000);
    }
    model::GraphHistory::Cursor cursor(history);
    QVERIFY(cursor.before(log.store, 0).sockets().empty());
    for (const Row row :
        {kRows, Row {1}, Row {2}, Row {2'000'000}, Row {1'999'999}, Row {1'200'000}, Row {3'000'001}}) {
        const model::SocketNode* node = cursor.before(log.store, row).find(kSocket);
        QVERIFY(node != nullptr);
        QCOMPARE(node->bytesSent, row - 1);
    }
}

QTEST_APPLESS_MAIN(GraphHistoryTest)
#include "graph_history_test.moc"
