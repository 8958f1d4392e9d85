// SequenceView: counting and laying out. Painting: sequence_view_painting.cpp; the hands:
// sequence_view_input.cpp.

#include "ui/sequence/sequence_view.h"

#include <QScrollBar>
#include <QTimerEvent>
#include <algorithm>
#include <climits>
#include <cmath>

#include "ui/access/accessible_rows.h"
#include "ui/log/log_row_text.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::SequenceAxis;

namespace {

constexpr std::uint64_t kRowsInSlice = 1U << 17; // some ms
constexpr int kClockTick = 100; // ms
constexpr double kRowHeight = 1.5; // of a line of text
constexpr double kLeastRow = 4; // px
constexpr double kMostZoom = 4;
constexpr std::uint64_t kBelow = 8; // units that are laid out below what is seen: arrows lead there
constexpr std::uint64_t kBehind = 4; // units behind the end: what goes on has somewhere to go

}

SequenceView::SequenceView(Workbench& workbench, const LogSource& source, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_workbench(workbench)
    , m_source(source)
    , m_words(workbench)
    , m_axis(workbench.session().store(), m_all)
    , m_scenes(workbench.session().store(), *source.facts)
{
    installAccess<SequenceView, AccessibleRows<SequenceView>>();
    setObjectName(QStringLiteral("sequenceView"));
    setAccessibleName(tr("Sequence of calls"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_syncingBar) {
            changeScroll([&](LogScroll& scroll) { scroll.scrollTo(scroll.rowOfBar(value)); });
        }
    });
    connect(&workbench, &Workbench::themeChanged, this, &SequenceView::restyle);
    connect(&workbench, &Workbench::selectionChanged, this, [this] {
        changed();
        bringLaneIntoSight({m_workbench.selected(), kNoActor, 0});
    });
    connect(&workbench, &Workbench::momentChanged, this, [this] {
        readOn();
        changeScroll([](LogScroll& scroll) { scroll.scrollTo(scroll.lastTop()); });
    });
    restyle();
}

SequenceView::~SequenceView() = default;

void SequenceView::restyle()
{
    QFont bold = m_workbench.monospace();
    bold.setBold(true);
    m_glyphs = std::make_unique<GlyphText>(m_workbench.monospace());
    m_bold = std::make_unique<GlyphText>(bold);
    layOut();
}

int SequenceView::headerHeight() const
{
    return static_cast<int>(m_glyphs->height() * 2.6);
}

void SequenceView::layOut()
{
    m_rowHeight = std::max(kLeastRow, std::round(m_glyphs->height() * kRowHeight * m_zoom));
    const double room = std::max(viewport()->height() - headerHeight(), 1);
    m_scroll.setPage(static_cast<std::uint64_t>(std::max(room / unitHeight(), 1.0)));
    changed();
    make();
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(static_cast<int>(m_glyphs->advance()) * 4);
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_picture.width) - viewport()->width()));
    scrolled(m_scroll.follows());
}

void SequenceView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void SequenceView::showRows(const model::RowList* filtered)
{
    const bool followed = m_scroll.follows();
    m_axis.setRows(filtered != nullptr ? *filtered : static_cast<const model::RowList&>(m_all));
    m_scroll.setCount(0);
    m_scroll.setFollow(followed || !m_current);
    readOn();
    if (m_current && !followed) {
        showRow(*m_current);
    }
}

void SequenceView::readOn()
{
    const model::EventStore& store = m_workbench.session().store();
    if (m_read < store.size()) {
        m_all.extend(store, m_read, store.size());
        m_read = store.size();
    }
    work();
}

std::uint64_t SequenceView::shownRows() const
{
    return std::min(m_axis.count(), rows().indexOf(m_workbench.end()));
}

void SequenceView::work()
{
    if (rows().size() < m_axis.count()) { // a filter that has looked at rows again
        m_axis.setRows(rows());
    }
    if (m_axis.extend(kRowsInSlice)) {
        m_work.stop();
    } else {
        m_work.start(0, this);
    }
    changed();
    const std::uint64_t shown = shownRows();
    changeScroll([&](LogScroll& scroll) {
        scroll.setCount(shown == m_axis.count() ? m_axis.units() : m_axis.unitOf(shown));
    });
}

void SequenceView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_work.timerId()) {
        work();
    } else if (event->timerId() == m_clock.timerId()) {
        changed();
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void SequenceView::changed()
{
    m_made = false;
    viewport()->update();
}

void SequenceView::scrolled(bool followedBefore)
{
    m_syncingBar = true;
    verticalScrollBar()->setPageStep(static_cast<int>(std::min<std::uint64_t>(m_scroll.page(), INT_MAX)));
    verticalScrollBar()->setSingleStep(static_cast<int>(SequenceAxis::kRowUnits));
    verticalScrollBar()->setRange(0, m_scroll.barMaximum());
    verticalScrollBar()->setValue(m_scroll.barValue());
    m_syncingBar = false;
    changed();
    if (followedBefore != m_scroll.follows()) {
        Q_EMIT followChanged(m_scroll.follows());
    }
}

// What clocks show: of the past that moment, of a recording its end.
std::uint64_t SequenceView::now() const
{
    if (!m_workbench.isAtPresent()) {
        return m_workbench.moment().time();
    }
    const model::EventStore& store = m_workbench.session().store();
    return m_workbench.session().isLive() || store.size() == 0 ? m_source.now()
                                                               : store.event(store.size() - 1).end();
}

void SequenceView::make()
{
    if (m_made) {
        return;
    }
    m_made = true;
    model::SceneWish wish;
    wish.by = m_by;
    wish.firstUnit = m_scroll.top();
    wish.endUnit = std::min(m_scroll.top() + m_scroll.page() + kBelow, m_scroll.count() + kBehind);
    wish.known = m_workbench.end();
    wish.pinned = m_workbench.selected();
    wish.around = m_scroll.page() / SequenceAxis::kRowUnits;
    m_scene = m_scenes.make(m_axis, m_workbench.graph(), wish);
    model::PictureStyle style;
    style.advance = m_glyphs->advance();
    style.ascent = m_glyphs->ascent();
    style.descent = m_glyphs->height() - m_glyphs->ascent();
    style.rowHeight = m_rowHeight;
    style.width = viewport()->width();
    style.now = now();
    m_picture = model::pictureOf(m_scene, m_workbench.session().store(), m_words, style);
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_picture.width) - viewport()->width()));
    const bool runs = std::ranges::any_of(
        m_scene.sleeps, [](const model::SequenceSleep& sleep) { return !sleep.returned; });
    if (runs && m_workbench.isAtPresent() && m_workbench.session().isLive()) {
        m_clock.start(kClockTick, this);
    } else {
        m_clock.stop();
    }
    if (!m_scene.isComplete) { // directions are counted on in slices
        QMetaObject::invokeMethod(this, &SequenceView::changed, Qt::QueuedConnection);
    }
}

const model::SequencePicture& SequenceView::picture()
{
    make();
    return m_picture;
}

const model::SequenceScene& SequenceView::scene()
{
    make();
    return m_scene;
}

void SequenceView::setBy(model::SequenceBy by)
{
    m_by = by;
    layOut();
}

void SequenceView::setFollow(bool follow)
{
    changeScroll([follow](LogScroll& scroll) { scroll.setFollow(follow); });
}

void SequenceView::zoomBy(double factor)
{
    const double least = kLeastRow / (m_glyphs->height() * kRowHeight);
    const bool followed = m_scroll.follows();
    const std::uint64_t middle = m_scroll.top() + m_scroll.page() / 2;
    m_zoom = std::clamp(m_zoom * factor, least, kMostZoom);
    layOut();
    if (!followed) {
        changeScroll(
            [&](LogScroll& scroll) { scroll.scrollTo(middle - std::min(middle, scroll.page() / 2)); });
    }
    Q_EMIT zoomChanged();
}

void SequenceView::setHits(const model::RowList* hits)
{
    m_hits = hits;
    viewport()->update();
}

void SequenceView::showRow(model::Row row)
{
    m_current = row;
    const std::uint64_t index = rows().indexOf(row);
    if (index < shownRows() && rows().at(index) == row) {
        bringIntoSight(index);
    }
    viewport()->update();
}

void SequenceView::bringIntoSight(std::uint64_t index)
{
    const std::uint64_t unit = m_axis.unitOf(index);
    if (unit < m_scroll.top() || unit + SequenceAxis::kRowUnits > m_scroll.end()) {
        changeScroll([&](LogScroll& scroll) {
            scroll.setFollow(false);
            scroll.scrollTo(unit - std::min(unit, scroll.page() / 3));
        });
    }
    const model::Row row = rows().at(index);
    bringLaneIntoSight(model::laneOf(m_workbench.session().store(), *m_source.facts, m_by, row));
}

void SequenceView::bringLaneIntoSight(const model::LaneKey& key)
{
    make();
    const auto lane = std::ranges::find(m_picture.lanes, key, &model::SequencePicture::Lane::key);
    if (lane != m_picture.lanes.end()) {
        const int x = static_cast<int>(lane->x);
        const int margin = std::min(viewport()->width() / 4, static_cast<int>(m_picture.laneWidth));
        const int left = horizontalScrollBar()->value();
        if (x < left + margin || x > left + viewport()->width() - margin) {
            horizontalScrollBar()->setValue(x - viewport()->width() / 2);
        }
    }
}

QString SequenceView::spokenRow(model::Row row) const
{
    return logRowText(m_source, row).line();
}

}
