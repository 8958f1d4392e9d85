// What socket 7 was refused, in ten million events; and what an eighth of the sockets did, in one million,
// which QSortFilterProxyModel is asked too.

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "model/filter/matcher.h"
#include "model/filter/parser.h"
#include "model/filter/row_bits.h"
#include "tests/bench/all_benches.h"
#include "tests/bench/made_events.h"

namespace bench {

namespace {

using model::EventStore;
using model::Row;

constexpr auto kRefused = "socket == 7 and failed";
constexpr auto kSeveral = "socket in {7 9} and call == send and took > 100ns and not failed";
constexpr auto kTrue = "(blocked or failed) and sends";
// Scattered over all rows, where a proxy has to cut its map into pieces.
constexpr auto kEighth = "socket in {8 16 24 32 40}";

// ms
double ours(const EventStore& store, const char* expression, std::uint64_t& hits)
{
    const auto node = model::filter::parse(expression);
    model::filter::Matcher matcher(store, node.value(), std::make_shared<model::filter::Facts>());
    hits = 0;
    return 1e3 * secondsOf([&] {
        for (Row first = 0; first < store.size(); first += EventStore::kChunkRows) {
            const Row end = std::min(first + EventStore::kChunkRows, store.size());
            model::filter::RowBits bits {};
            matcher.match(first, end, bits);
            hits += model::filter::RowSpan {0, end - first}.count(bits);
        }
    });
}

class StoreModel final : public QAbstractTableModel {
public:
    explicit StoreModel(const EventStore& events) : store(events) { }
    int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(store.size());
    }
    int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 6; }
    QVariant data(const QModelIndex&, int) const override { return {}; }

    const EventStore& store;
};

// The fastest that it can be: no text, no role, the columns themselves.
class Proxy final : public QSortFilterProxyModel {
public:
    explicit Proxy(StoreModel& model) : m_store(model.store) { setSourceModel(&model); }
    void narrow(bool narrow)
    {
        m_narrow = narrow;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        return !m_narrow || number(m_store.socket(static_cast<Row>(row))) % 8 == 0;
    }

private:
    const EventStore& m_store;
    bool m_narrow = false;
};

}

std::vector<Measured> filtering(const Settings& settings)
{
    EventStore large;
    MadeEvents(0).fill(large, settings.quick ? 100'000 : 10'000'000);
    EventStore small;
    MadeEvents(0).fill(small, settings.quick ? 20'000 : 1'000'000);
    std::uint64_t hits = 0;
    std::vector<Measured> all;
    for (const char* expression : {kRefused, kSeveral, kTrue}) {
        Measured one = measure(settings, std::string("10 million events, ") + expression, "ms",
            [&] { return ours(large, expression, hits); });
        one.demanded = 20;
        one.demand = Demand::AtMost;
        one.remark = std::to_string(hits) + " hits";
        all.push_back(one);
    }
    Measured against = compareTimes(
        settings, "1 million events, an eighth of them left", "ms",
        [&] { return ours(small, kEighth, hits); }, "QSortFilterProxyModel",
        [&] {
            StoreModel model(small);
            Proxy proxy(model);
            proxy.rowCount(); // its map of all rows is built
            return 1e3 * secondsOf([&] {
                proxy.narrow(true);
                proxy.rowCount();
            });
        });
    against.demanded = 1000;
    all.push_back(against);
    return all;
}

}
