// StreamView: reading, layout, finding. Painting: stream_view_painting.cpp; the hands: stream_view_input.cpp.

#include "ui/streams/stream_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTimerEvent>
#include <algorithm>
#include <cmath>

#include "ui/access/accessible_rows.h"

namespace ui {

using model::StreamSegment;

namespace {

constexpr int kSlice = 6; // ms of work at a time
constexpr model::Row kRowsInSlice = 4U << 20; // the columns of so many rows are read in a few ms
constexpr std::size_t kMostCopied = 16U << 20; // bytes: a clipboard is no file

}

StreamView::StreamView(Workbench& workbench, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_workbench(workbench)
    , m_lines(workbench.session().store(), m_trace)
    , m_finder(m_lines, m_trace)
{
    installAccess<StreamView, AccessibleRows<StreamView>>();
    setObjectName(QStringLiteral("streamView"));
    setAccessibleName(tr("Bytes of the conversation"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_syncingBar) {
            const bool followed = m_scroll.follows();
            m_scroll.scrollTo(m_scroll.rowOfBar(value));
            scrolled(followed);
        }
    });
    connect(&workbench, &Workbench::themeChanged, this, &StreamView::restyle);
    restyle();
}

StreamView::~StreamView() = default;

void StreamView::restyle()
{
    m_glyphs = std::make_unique<GlyphText>(m_workbench.monospace());
    m_lineHeight = std::ceil(m_glyphs->height()) + 4;
    layOut();
}

void StreamView::showConversation(const model::Conversation& conversation)
{
    m_shows = true;
    m_trace.begin(conversation);
    m_lines.clear();
    m_selected = {};
    m_framed.reset();
    m_hit = 0;
    m_finder.restart();
    m_scroll = {};
    layOut();
}

void StreamView::showNothing()
{
    showConversation({});
    m_shows = false;
}

void StreamView::readOn()
{
    if (m_shows) {
        work();
    }
}

void StreamView::showMoment()
{
    if (!m_shows) {
        return;
    }
    m_selected = {};
    m_hit = 0;
    work();
}

// Segments lie in the order of the log: what a moment has not seen yet is the rest.
void StreamView::limit()
{
    const auto& segments = m_trace.segments();
    const auto end = std::ranges::lower_bound(segments, m_workbench.end(), {}, &StreamSegment::row);
    m_lines.setLimit(m_workbench.isAtPresent()
            ? std::nullopt
            : std::optional(static_cast<std::size_t>(end - segments.begin())));
    if (m_framed && *m_framed >= m_lines.end()) {
        m_framed.reset();
    }
}

void StreamView::work()
{
    const model::Session& session = m_workbench.session();
    const bool more = m_trace.readOn(session.store(), session.graph(), kRowsInSlice);
    limit();
    const bool counted = m_lines.countOn(kSlice);
    const std::size_t hits = m_finder.hits().size();
    const bool looked = m_finder.findOn(kSlice);
    if (more || !counted || !looked) {
        m_work.start(0, this);
    } else {
        m_work.stop();
    }
    const bool followed = m_scroll.follows();
    m_scroll.setCount(m_lines.count());
    scrolled(followed);
    if (hits != m_finder.hits().size() || looked) {
        Q_EMIT found();
    }
    Q_EMIT readingChanged();
}

void StreamView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_work.timerId()) {
        work();
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

int StreamView::gutterWidth() const
{
    return static_cast<int>((m_lines.rules().borders ? 22 : 4) * m_glyphs->advance()) + 8;
}

void StreamView::layOut()
{
    const qreal room = viewport()->width() - gutterWidth() - 2 * m_glyphs->advance();
    const int characters = static_cast<int>(room / m_glyphs->advance()) - 2; // the indent of the way back
    StreamLines::Rules rules = m_lines.rules();
    if (rules.form == StreamLines::Form::Hex) {
        rules.width = 4;
        for (const int more : {8, 16, 32}) { // pairs, blanks after each eight, the text
            rules.width = more * 3 + more / 8 + 2 + more <= characters ? more : rules.width;
        }
    } else {
        rules.width = std::max(8, characters);
    }
    m_scroll.setPage(static_cast<std::uint64_t>(std::max(viewport()->height() / m_lineHeight, 1.0)));
    changeRules(rules);
}

void StreamView::changeRules(const StreamLines::Rules& rules)
{
    const bool others = rules.shown != m_lines.rules().shown || rules.borders != m_lines.rules().borders;
    const bool anew = rules != m_lines.rules();
    std::optional<StreamPlace> top;
    if (anew && !m_scroll.follows() && m_scroll.top() < m_lines.count()) {
        top = m_lines.at(m_scroll.top()).begin; // what was seen stays in sight
    }
    m_lines.setRules(rules);
    if (others) {
        m_finder.restart();
        m_hit = 0;
    }
    if (m_shows) {
        work();
    }
    if (top && m_lines.count() > 0) {
        m_scroll.scrollTo(m_lines.lineOf(*top));
    }
    scrolled(m_scroll.follows());
}

void StreamView::setForm(StreamLines::Form form)
{
    StreamLines::Rules rules = m_lines.rules();
    rules.form = form;
    changeRules(rules);
    layOut();
}

void StreamView::setShown(StreamLines::Shown shown)
{
    StreamLines::Rules rules = m_lines.rules();
    rules.shown = shown;
    changeRules(rules);
}

void StreamView::setBorders(bool shown)
{
    StreamLines::Rules rules = m_lines.rules();
    rules.borders = shown;
    changeRules(rules);
    layOut();
}

void StreamView::setFollow(bool follow)
{
    const bool followed = m_scroll.follows();
    m_scroll.setFollow(follow);
    scrolled(followed);
}

void StreamView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void StreamView::scrolled(bool followedBefore)
{
    m_syncingBar = true;
    verticalScrollBar()->setPageStep(static_cast<int>(m_scroll.page()));
    verticalScrollBar()->setRange(0, m_scroll.barMaximum());
    verticalScrollBar()->setValue(m_scroll.barValue());
    m_syncingBar = false;
    viewport()->update();
    if (followedBefore != m_scroll.follows()) {
        Q_EMIT followChanged(m_scroll.follows());
    }
}

void StreamView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

std::uint64_t StreamView::seenEnd() const
{
    return std::min(m_lines.count(), m_scroll.top() + m_scroll.page() + 1);
}

QRect StreamView::lineRect(std::uint64_t line) const
{
    if (line < m_scroll.top() || line >= seenEnd()) {
        return {};
    }
    const qreal y = static_cast<qreal>(line - m_scroll.top()) * m_lineHeight;
    return QRectF(0, y, viewport()->width(), m_lineHeight).toAlignedRect();
}

void StreamView::bringIntoSight(const StreamPlace& place)
{
    if (m_lines.count() > 0) {
        const bool followed = m_scroll.follows();
        const std::uint64_t line = m_lines.lineOf(place);
        if (line < m_scroll.top() || line >= m_scroll.end()) {
            m_scroll.setFollow(false);
            m_scroll.scrollTo(line - std::min(line, m_scroll.page() / 3));
        }
        scrolled(followed);
    }
}

void StreamView::showRow(model::Row row, bool bring)
{
    const auto segment = m_trace.segmentAt(row);
    const bool same = segment && *segment < m_lines.end() && m_trace.segments()[*segment].row == row;
    m_framed = same ? segment : std::nullopt;
    if (same && bring && m_lines.isShown(*segment)) {
        bringIntoSight({*segment, 0});
    }
    viewport()->update();
}

void StreamView::find(const std::vector<std::byte>& wanted, bool anyCase)
{
    m_finder.begin(wanted, anyCase);
    m_hit = 0;
    if (m_shows) {
        work();
    }
    Q_EMIT found();
}

// From what is selected, else from what is in sight; round and round.
void StreamView::goToHit(bool forward)
{
    const auto& hits = m_finder.hits();
    if (hits.empty()) {
        return;
    }
    if (m_hit == 0 || m_hit > hits.size()) {
        const StreamPlace from
            = m_scroll.top() < m_lines.count() ? m_lines.at(m_scroll.top()).begin : StreamPlace {};
        const auto next = std::lower_bound(hits.begin(), hits.end(), from,
            [](const StreamFinder::Hit& hit, const StreamPlace& place) { return hit.begin < place; });
        m_hit = static_cast<std::size_t>(next - hits.begin()) + (forward ? 1 : 0);
    } else {
        m_hit = forward ? m_hit + 1 : m_hit - 1;
    }
    m_hit = m_hit == 0 ? hits.size() : m_hit > hits.size() ? 1 : m_hit;
    const StreamFinder::Hit& hit = hits[m_hit - 1];
    m_selected = {hit.begin, {hit.last.segment, hit.last.offset + 1}};
    m_anchor = hit.begin;
    bringIntoSight(hit.begin);
    Q_EMIT found();
}

std::vector<std::byte> StreamView::chosenBytes() const
{
    if (!hasSelection()) {
        return m_lines.bytesOf({}, {m_lines.end(), 0});
    }
    return m_lines.bytesOf(m_selected.begin, m_selected.end);
}

void StreamView::copy(model::ByteForm form) const
{
    auto bytes = chosenBytes();
    bytes.resize(std::min(bytes.size(), kMostCopied));
    if (!bytes.empty()) {
        QGuiApplication::clipboard()->setText(model::inForm(bytes, form));
    }
}

}
