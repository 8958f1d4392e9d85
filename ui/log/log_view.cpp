// Layout, painting and scrolling. The mouse and the keys: log_view_input.cpp.

#include "ui/log/log_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <utility>

#include "ui/access/accessible_rows.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr int kClockTick = 100; // ms

}

LogView::LogView(LogSource source, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_source(std::move(source))
    , m_theme(Theme::light())
    , m_painter(std::make_unique<LogRowPainter>(m_theme, monospaceFont(font())))
    , m_chooser(*m_source.rows)
    , m_bar(new LogScrollBar(this))
    , m_pill(new NewRowsPill(viewport()))
{
    installAccess<LogView, AccessibleRows<LogView>>();
    setObjectName(QStringLiteral("logView"));
    setAccessibleName(tr("Message log"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBar(m_bar);
    viewport()->setObjectName(QStringLiteral("logViewport"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_syncingBar) {
            changeScroll([&](LogScroll& scroll) { scroll.scrollTo(scroll.rowOfBar(value)); });
        }
    });
    connect(m_pill, &NewRowsPill::clicked, this, [this] { setFollow(true); });
    connectWalk();
    m_columns.setCharacterWidth(m_painter->characterWidth());
    m_scroll.setCount(m_source.rows->size());
    layOut();
}

LogView::~LogView() = default;

void LogView::setLook(const Theme& theme, const QFont& monospace)
{
    m_theme = theme;
    m_painter = std::make_unique<LogRowPainter>(theme, monospace);
    m_columns.setCharacterWidth(m_painter->characterWidth());
    m_pill->setTheme(theme);
    m_bar->setTheme(theme);
    layOut();
}

void LogView::setEmptyText(const QString& text)
{
    if (m_emptyText != text) {
        m_emptyText = text;
        viewport()->update();
    }
}

void LogView::layOut()
{
    const int height = viewport()->height() - m_painter->headerHeight();
    // The bar comes and goes: the columns stay where they are.
    m_columns.setTotalWidth(width() - verticalScrollBar()->sizeHint().width());
    m_pill->placeIn(viewport()->rect());
    changeScroll([&](LogScroll& scroll) {
        scroll.setPage(static_cast<std::uint64_t>(std::max(0, height / m_painter->rowHeight())));
    });
}

void LogView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void LogView::syncBar()
{
    // Its value changes with its range: that is no scrolling by the user.
    const bool outer = std::exchange(m_syncingBar, true); // it appears, the view is laid out anew, and so on
    QScrollBar* bar = verticalScrollBar();
    bar->setPageStep(static_cast<int>(m_scroll.page()));
    bar->setRange(0, m_scroll.barMaximum());
    bar->setValue(m_scroll.barValue());
    m_syncingBar = outer;
}

void LogView::scrolled(bool followedBefore)
{
    syncBar();
    m_pill->setCount(m_scroll.unseen());
    viewport()->update();
    if (followedBefore != m_scroll.follows()) {
        Q_EMIT followChanged(m_scroll.follows());
    }
}

void LogView::showNewRows()
{
    const std::uint64_t count = m_source.rows->size();
    const std::uint64_t top = m_scroll.top();
    const bool endInSight = m_scroll.count() <= top + m_scroll.page();
    m_scroll.setCount(count);
    if (endInSight || m_scroll.top() != top) {
        scrolled(m_scroll.follows());
        return;
    }
    // Nothing that is seen has moved, but a call in sight may have returned.
    syncBar();
    m_pill->setCount(m_scroll.unseen());
    if (m_clock.isActive()) {
        viewport()->update();
    }
}

std::optional<model::Row> LogView::rowInSight() const
{
    const std::uint64_t top = m_scroll.top();
    return top < m_source.rows->size() ? std::optional(m_source.rows->at(top)) : std::nullopt;
}

void LogView::setRows(const model::RowList& rows)
{
    m_walk.stop();
    const auto inSight = rowInSight();
    m_source.rows = &rows;
    m_chooser.setRows(rows);
    showOtherRows(inSight ? rows.indexOf(*inSight) : 0);
}

void LogView::showOtherRows(std::uint64_t top)
{
    changeScroll([&](LogScroll& scroll) {
        scroll.setCount(m_source.rows->size());
        if (!scroll.follows()) {
            scroll.scrollTo(top);
        }
    });
}

void LogView::setFollow(bool follow)
{
    changeScroll([&](LogScroll& scroll) { scroll.setFollow(follow); });
}

void LogView::markSocket(SocketId socket)
{
    if (m_marked != socket) {
        m_marked = socket;
        viewport()->update();
    }
}

std::uint64_t LogView::seenEnd() const
{
    return std::min(m_scroll.count(), m_scroll.top() + m_scroll.page() + 1);
}

QRect LogView::rowRect(std::uint64_t index) const
{
    if (index < m_scroll.top() || index >= seenEnd()) {
        return {};
    }
    const int place = static_cast<int>(index - m_scroll.top());
    return {0, m_painter->headerHeight() + place * m_painter->rowHeight(), viewport()->width(),
        m_painter->rowHeight()};
}

std::uint64_t LogView::nearestIndex(int y) const
{
    const int rows = (y - m_painter->headerHeight()) / m_painter->rowHeight();
    const std::uint64_t index = m_scroll.top() + static_cast<std::uint64_t>(std::max(rows, 0));
    return std::min(index, seenEnd() - 1);
}

std::optional<std::uint64_t> LogView::indexAt(QPoint position) const
{
    if (m_scroll.count() == 0 || position.y() < m_painter->headerHeight()) {
        return std::nullopt;
    }
    const std::uint64_t index = nearestIndex(position.y());
    return rowRect(index).contains(position) ? std::optional(index) : std::nullopt;
}

void LogView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const QRect area = event->rect();
    m_painter->paintBackground(painter, area);
    paintRows(painter, area);
    if (m_source.rows->size() == 0 && !m_emptyText.isEmpty()) {
        painter.setPen(m_theme.dim);
        painter.drawText(viewport()->rect().adjusted(0, m_painter->headerHeight(), 0, 0),
            Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
    if (area.top() < m_painter->headerHeight()) {
        m_painter->paintHeader(painter, m_columns, viewport()->width(), m_header.look());
    }
    m_painter->paintText(painter);
    paintFuture(painter);
    if (hasFocus() && m_keyFocus.isShown() && !isCurrentInSight()) {
        paintFocusFrame(painter, viewport()->rect(), m_theme);
    }
}

bool LogView::isCurrentInSight() const
{
    return m_chooser.current() && m_chooser.currentIndex() >= m_scroll.top()
        && m_chooser.currentIndex() < seenEnd();
}

// What has not happened yet at the moment that is shown: there, but behind a veil.
void LogView::paintFuture(QPainter& painter) const
{
    if (!m_momentEnd) {
        return;
    }
    const std::uint64_t first = std::max(m_source.rows->indexOf(*m_momentEnd), m_scroll.top());
    if (first > seenEnd() || (first == seenEnd() && first < m_scroll.count())) {
        return;
    }
    const int y = first == m_scroll.top() ? m_painter->headerHeight() : rowRect(first - 1).bottom() + 1;
    QColor veil = m_theme.panel;
    veil.setAlphaF(0.62F);
    painter.fillRect(QRect(0, y, viewport()->width(), viewport()->height() - y), veil);
    painter.fillRect(QRect(0, y - 1, viewport()->width(), 2), m_theme.accent);
}

LogRowLook LogView::lookOf(std::uint64_t index, model::Row row) const
{
    LogRowLook look;
    look.alternate = index % 2 == 0;
    look.selected = m_chooser.isSelected(row);
    look.current = m_keyFocus.isShown() && hasFocus() && m_chooser.current() == row;
    if (const auto* its = m_annotations != nullptr ? m_annotations->find(row) : nullptr) {
        look.flagged = its->mark != 0;
        look.comment = its->comment;
    }
    if (const ColourRule* rule = m_ruleOf ? m_ruleOf(row) : nullptr) {
        look.tint = softColourOf(rule->tint, m_theme);
        look.rule = colourOf(rule->tint, m_theme);
        look.ruleName = words::shown(rule->name.toStdString());
    }
    return look;
}

void LogView::paintRows(QPainter& painter, const QRect& area)
{
    for (std::uint64_t index = m_scroll.top(); index < seenEnd(); ++index) {
        const QRect place = rowRect(index);
        if (!place.intersects(area)) {
            continue;
        }
        const model::Row row = m_source.rows->at(index);
        const LogRowText text = logRowText(m_source, row, m_wants);
        LogRowLook look = lookOf(index, row);
        look.marked = m_marked != kNoSocket && text.socketId == m_marked;
        m_painter->paintRow(painter, m_columns, place, text, look);
        if (text.state == RowState::Blocked && !m_clock.isActive()) {
            m_clock.start(kClockTick, this);
        }
    }
}

bool LogView::isAsleep(std::uint64_t index) const
{
    const model::Row row = m_source.rows->at(index);
    return m_source.store->kind(row) == EventKind::Blocked && !m_source.facts->returnOf(row);
}

void LogView::updateClocks()
{
    bool runs = false;
    for (std::uint64_t index = m_scroll.top(); isVisible() && index < seenEnd(); ++index) {
        if (isAsleep(index)) {
            viewport()->update(rowRect(index));
            runs = true;
        }
    }
    if (!runs) {
        m_clock.stop();
    }
}

void LogView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_clock.timerId()) {
        updateClocks();
    } else if (event->timerId() == m_dragScroll.timerId()) {
        dragTo(viewport()->mapFromGlobal(QCursor::pos()));
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

QString LogView::copiedText(LogCopyForm form) const
{
    return copiedRows(m_source, m_chooser.selection(), form);
}

void LogView::copy(LogCopyForm form) const
{
    const QString text = copiedText(form);
    if (!text.isEmpty()) {
        QGuiApplication::clipboard()->setText(text);
    }
}

}
