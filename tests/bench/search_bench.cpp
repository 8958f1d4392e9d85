// A gigabyte of payload is searched: ours in the log, on one thread, and ripgrep in a file of the same bytes.

#include <QFile>
#include <QProcess>
#include <cstdio>

#include "model/filter/matcher.h"
#include "model/filter/row_bits.h"
#include "model/search/find.h"
#include "tests/bench/all_benches.h"
#include "tests/bench/made_events.h"

namespace bench {

namespace {

constexpr std::size_t kData = 100;

// Letters by chance in lines, so that ripgrep has lines to count; a request now and then.
class Texts {
public:
    std::span<const std::byte> next()
    {
        for (char& letter : m_text) {
            m_state = m_state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
            letter = static_cast<char>('a' + (m_state >> 33) % 26);
        }
        if (++m_count % 10'007 == 0) {
            const std::string_view request = "GET /sockets/4711 HTTP/1.1";
            std::ranges::copy(request, m_text.begin() + 20);
        }
        m_text.back() = '\n';
        return std::as_bytes(std::span(m_text));
    }

private:
    std::array<char, kData> m_text {};
    std::uint64_t m_state = 1;
    std::uint64_t m_count = 0;
};

struct Corpus {
    explicit Corpus(std::uint64_t events)
    {
        QFile file(QString::fromStdString(folder.file("bytes")));
        if (!file.open(QIODevice::WriteOnly)) {
            return;
        }
        MadeEvents made(kData);
        Texts texts;
        for (std::uint64_t i = 0; i < events; ++i) {
            const auto text = texts.next();
            const netcore::Event& event = made.next();
            const auto arguments = made.record().first(event.argumentsSize);
            std::vector<std::byte>& record = m_record;
            record.assign(arguments.begin(), arguments.end());
            record.insert(record.end(), text.begin(), text.end());
            store.append(event, record);
            file.write(reinterpret_cast<const char*>(text.data()), static_cast<qint64>(text.size()));
        }
    }

    BenchFolder folder {"/dev/shm"};
    model::EventStore store;

private:
    std::vector<std::byte> m_record;
};

double gigabytes(std::uint64_t events)
{
    return static_cast<double>(events * kData) / 1e9;
}

// GB a second; the hits are counted.
double ours(const model::EventStore& store, const model::search::FindQuery& query, std::uint64_t& hits)
{
    const auto node = model::search::expressionOf(query);
    model::filter::Matcher matcher(store, node.value(), std::make_shared<model::filter::Facts>());
    hits = 0;
    const double taken = secondsOf([&] {
        for (model::Row first = 0; first < store.size(); first += model::EventStore::kChunkRows) {
            const model::Row end = std::min(first + model::EventStore::kChunkRows, store.size());
            model::filter::RowBits bits {};
            matcher.match(first, end, bits);
            hits += model::filter::RowSpan {0, end - first}.count(bits);
        }
    });
    return gigabytes(store.size()) / taken;
}

double ripgrep(const Corpus& corpus, const QStringList& pattern, std::uint64_t& hits)
{
    QProcess process;
    const double taken = secondsOf([&] {
        process.start(QStringLiteral("rg"),
            QStringList {QStringLiteral("--no-config"), QStringLiteral("-a"), QStringLiteral("-c")} + pattern
                + QStringList {QString::fromStdString(corpus.folder.file("bytes"))},
            QIODevice::ReadOnly);
        process.waitForFinished(-1);
    });
    hits = process.readAllStandardOutput().trimmed().toULongLong();
    return gigabytes(corpus.store.size()) / taken;
}

}

std::vector<Measured> searching(const Settings& settings)
{
    using model::search::FindQuery;
    const Corpus corpus(settings.quick ? 20'000 : 10'000'000);
    std::uint64_t our = 0;
    std::uint64_t their = 0;
    const auto against
        = [&](const char* what, const FindQuery& query, const QStringList& pattern, double demanded) {
              Measured measured = compare(
                  settings, what, "GB/s", [&] { return ours(corpus.store, query, our); }, "ripgrep",
                  [&] { return ripgrep(corpus, pattern, their); });
              measured.demanded = demanded;
              measured.remark = std::to_string(our) + " hits, " + std::to_string(their) + " lines";
              return measured;
          };
    const FindQuery literal {FindQuery::Form::Text, "/sockets/4711", true, true};
    const FindQuery regex {FindQuery::Form::Regex, R"((GET|POST) /[a-z0-9/]+ HTTP/1\.[01])", true, true};
    return {
        against("literal", literal,
            {QStringLiteral("-F"), QStringLiteral("-e"), QString::fromStdString(literal.text)}, 1.5),
        against(
            "regular expression", regex, {QStringLiteral("-e"), QString::fromStdString(regex.text)}, 0.85),
    };
}

}
