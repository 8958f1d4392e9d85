// The rows as a sequence diagram: one SVG picture, for slides. A picture of a million calls is none: it has
// the first kMostRows, and says how many more there are.

#include <algorithm>

#include "model/export/exporters.h"
#include "model/export/picture_words.h"
#include "model/export/svg_writer.h"
#include "model/export/utf8.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::uint64_t kMostRows = 2'000;

class ChosenRows final : public RowList {
public:
    void add(Row row) { m_rows.push_back(row); }
    std::uint64_t size() const override { return m_rows.size(); }
    Row at(std::uint64_t index) const override { return m_rows[static_cast<std::size_t>(index)]; }
    std::uint64_t indexOf(Row row) const override
    {
        return static_cast<std::uint64_t>(std::ranges::lower_bound(m_rows, row) - m_rows.begin());
    }

private:
    std::vector<Row> m_rows; // ascending
};

class SvgExporter final : public Exporter {
public:
    SvgExporter(const ExportSource& source, const ExportOptions& options)
        : m_source(source), m_options(options)
    {
    }

    void row(Row row, std::string& /*out*/) override
    {
        if (isObservation(m_source.store.kind(row))) {
            return;
        }
        if (m_rows.size() < kMostRows) {
            m_rows.add(row);
        } else {
            ++m_left;
        }
    }

    void end(std::string& out) override
    {
        const EventStore& store = m_source.store;
        const Row size = store.size();
        RowFacts facts;
        facts.extend(store, 0, size);
        SequenceAxis axis(store, m_rows);
        axis.extend(m_rows.size());
        SceneWish wish;
        wish.endUnit = axis.units();
        wish.known = size;
        wish.mostCounted = ~Row {0};
        SequenceScenes scenes(store, facts);
        const SequenceScene scene = scenes.make(axis, m_source.graph, wish);
        const PictureWords words(m_source);
        PictureStyle style;
        style.payload = m_options.payload;
        style.now = size > 0 ? store.event(size - 1).end() : 0;
        SvgStyle svg;
        svg.title = QString::fromStdString(displayable(m_options.title));
        if (m_left > 0) {
            svg.foot = QStringLiteral("%1 more events are not in this picture: a filter narrows them down.")
                           .arg(m_left);
        }
        out += svgOf(pictureOf(scene, store, words, style), svg);
    }

private:
    const ExportSource& m_source;
    ExportOptions m_options;
    ChosenRows m_rows;
    std::uint64_t m_left = 0;
};

}

std::unique_ptr<Exporter> makeSvgExporter(const ExportSource& source, const ExportOptions& options)
{
    return std::make_unique<SvgExporter>(source, options);
}

}
