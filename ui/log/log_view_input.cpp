// LogView and the hands: mouse, keys, menu, tooltip.

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

#include "ui/access/accessible_items.h"
#include "ui/log/log_columns_menu.h"
#include "ui/log/log_view.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr std::size_t kMostRanges = 1'000'000; // of a selection by socket
constexpr int kDragScrollTick = 40; // ms: 25 steps a second

bool isOneOf(const QKeyEvent& event, std::initializer_list<QKeySequence::StandardKey> keys)
{
    return std::any_of(
        keys.begin(), keys.end(), [&](QKeySequence::StandardKey key) { return event.matches(key); });
}

bool isOwnKey(const QKeyEvent& event)
{
    const bool isWalk
        = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::ControlModifier;
    const bool plain = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Escape:
    case Qt::Key_F2:
    case Qt::Key_F4:
        return plain || ((event.key() == Qt::Key_Up || event.key() == Qt::Key_Down) && isWalk);
    case Qt::Key_M:
        return isWalk;
    default:
        return isOneOf(event, {QKeySequence::Copy, QKeySequence::SelectAll});
    }
}

}

void LogView::chosen(bool byHand)
{
    viewport()->update();
    Q_EMIT selectionChanged();
    if (!m_chooser.current()) {
        return;
    }
    tellFocus(*this, static_cast<int>(m_chooser.currentIndex()));
    const SocketId socket = socketOfRow(m_source, *m_chooser.current());
    if (byHand && socket != kNoSocket) {
        Q_EMIT socketPicked(socket);
    }
}

std::optional<std::uint64_t> LogView::currentItem() const
{
    return m_chooser.current() ? std::optional(m_chooser.currentIndex()) : std::nullopt;
}

void LogView::press(std::uint64_t index, Qt::KeyboardModifiers modifiers)
{
    m_chooser.press(index,
        modifiers & Qt::ShiftModifier         ? LogChooser::Press::Extend
            : modifiers & Qt::ControlModifier ? LogChooser::Press::Toggle
                                              : LogChooser::Press::Replace);
    chosen(true);
}

void LogView::moveTo(std::uint64_t index, bool extend)
{
    if (m_scroll.count() == 0) {
        return;
    }
    index = std::min(index, m_scroll.count() - 1);
    m_chooser.press(index, extend ? LogChooser::Press::Extend : LogChooser::Press::Replace);
    changeScroll([&](LogScroll& scroll) { scroll.show(index); });
    chosen(true);
}

void LogView::goTo(model::Row row)
{
    moveTo(m_source.rows->indexOf(row), false);
}

void LogView::openCurrent()
{
    const auto current = m_chooser.current();
    const auto returned = current ? m_source.facts->returnOf(*current) : std::nullopt;
    if (returned) {
        goTo(*returned);
    } else if (current) {
        Q_EMIT detailWanted(true);
    }
}

void LogView::selectAll()
{
    m_chooser.selectAll();
    chosen(false);
}

// Bounded: rows of many sockets alternate, and each is a range of its own then.
void LogView::selectRowsOf(SocketId socket)
{
    LogSelection rows;
    const model::Row size = m_source.store->size();
    for (model::Row row = 0; row < size && rows.ranges().size() < kMostRanges;) {
        const model::EventStore::Columns columns = m_source.store->columns(row);
        const model::Row end = columns.first + columns.size();
        for (; row < end && rows.ranges().size() < kMostRanges; ++row) {
            const auto i = static_cast<std::size_t>(row - columns.first);
            const SocketId its = columns.socket[i] != kNoSocket ? columns.socket[i] : columns.opened[i];
            if (its == socket && isShown(row)) {
                rows.add(row, row + 1);
            }
        }
    }
    m_chooser.select(std::move(rows));
    chosen(false);
}

// ---- mouse

void LogView::mousePressEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    m_keyFocus.pressMouse();
    if (position.y() < m_painter->headerHeight()) {
        if (event->button() == Qt::LeftButton) {
            m_header.press(position.x());
        }
        return;
    }
    const auto index = indexAt(position);
    if (!index) {
        return;
    }
    if (event->button() == Qt::LeftButton) {
        m_dragging = true;
        press(*index, event->modifiers());
    } else if (event->button() == Qt::RightButton && !m_chooser.isSelected(m_source.rows->at(*index))) {
        press(*index, Qt::NoModifier); // a menu is about what is seen selected
    }
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    if (m_header.isHeld()) {
        if (m_header.dragTo(position.x())) {
            viewport()->update();
        }
    } else if (m_dragging) {
        dragTo(position);
    } else {
        const bool overHeader = position.y() < m_painter->headerHeight();
        hoverHeader(overHeader ? std::optional(position.x()) : std::nullopt);
    }
}

void LogView::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_dragging = false;
    m_dragScroll.stop();
    if (m_header.isHeld() && m_header.release()) {
        columnsWereChanged();
    }
}

void LogView::dragTo(QPoint position)
{
    const bool above = position.y() < m_painter->headerHeight();
    const bool below = position.y() >= viewport()->height();
    if (above || below) {
        changeScroll([&](LogScroll& scroll) { scroll.scrollBy(above ? -1 : 1); });
        if (!m_dragScroll.isActive()) {
            m_dragScroll.start(kDragScrollTick, this);
        }
    } else {
        m_dragScroll.stop();
    }
    if (m_scroll.count() > 0) {
        const std::uint64_t index = nearestIndex(position.y());
        if (index != m_chooser.currentIndex()) {
            m_chooser.dragTo(index);
            chosen(false);
        }
    }
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    if (position.y() >= m_painter->headerHeight()) {
        openCurrent();
    } else if (const auto column = m_columns.borderAt(position.x())) {
        fitColumn(*column);
        columnsWereChanged();
    }
}

bool LogView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        hoverHeader(std::nullopt);
    }
    if (event->type() != QEvent::ToolTip) {
        return QAbstractScrollArea::viewportEvent(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto index = indexAt(help->pos())) {
        const QString text = logRowToolTip(m_source, m_source.rows->at(*index));
        QToolTip::showText(help->globalPos(), words::plainToolTip(text), viewport(), rowRect(*index));
    } else {
        QToolTip::hideText();
    }
    return true;
}

// ---- keys

bool LogView::event(QEvent* event)
{
    // While the log has the focus its keys come before the window's shortcuts.
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

bool LogView::moveByKey(const QKeyEvent& event)
{
    const bool extend = (event.modifiers() & Qt::ShiftModifier) != 0;
    // The first key without a current row takes the first row in sight.
    const std::uint64_t here = m_chooser.current() ? m_chooser.currentIndex() : m_scroll.top();
    const std::uint64_t page = m_scroll.page();
    switch (event.key()) {
    case Qt::Key_Up:
        moveTo(here - std::min<std::uint64_t>(here, 1), extend);
        return true;
    case Qt::Key_Down:
        moveTo(m_chooser.current() ? here + 1 : here, extend);
        return true;
    case Qt::Key_PageUp:
        moveTo(here - std::min(here, page), extend);
        return true;
    case Qt::Key_PageDown:
        moveTo(here + page, extend);
        return true;
    case Qt::Key_Home:
        moveTo(0, extend);
        return true;
    case Qt::Key_End:
        moveTo(UINT64_MAX, extend);
        setFollow(true);
        return true;
    default:
        return false;
    }
}

bool LogView::actByKey(const QKeyEvent& event)
{
    if (isOneOf(event, {QKeySequence::Copy})) {
        copy();
    } else if (isOneOf(event, {QKeySequence::SelectAll})) {
        selectAll();
    } else if (event.key() == Qt::Key_Space) {
        setFollow(!follows());
    } else if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        openCurrent();
    } else {
        return false;
    }
    return true;
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    m_keyFocus.pressKey(event->key());
    if (isOwnKey(*event) && (walkByKey(*event) || moveByKey(*event) || actByKey(*event))) {
        event->accept();
        return;
    }
    event->ignore(); // the window's: not the scroll area's own arrows
}

void LogView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_keyFocus.come(event->reason());
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

// ---- menu

std::unique_ptr<QMenu> LogView::makeMenu(LogColumn column)
{
    auto menu = std::make_unique<QMenu>(this);
    menu->setObjectName(QStringLiteral("logMenu"));
    const auto add = [&](const char* name, const QString& text, bool enabled, auto action) {
        QAction* entry = menu->addAction(text, this, action);
        entry->setObjectName(QLatin1String(name));
        entry->setEnabled(enabled);
        return entry;
    };
    const bool any = !selection().isEmpty();
    add("copyLines", tr("Copy"), any, [this] { copy(); })->setShortcut(QKeySequence::Copy);
    QMenu* more = menu->addMenu(tr("Copy as"));
    const auto addForm = [&](const char* name, const QString& text, LogCopyForm form) {
        QAction* entry = more->addAction(text, this, [this, form] { copy(form); });
        entry->setObjectName(QLatin1String(name));
    };
    more->setEnabled(any);
    addForm("copyHex", tr("Bytes in hex"), LogCopyForm::Hex);
    addForm("copyDump", tr("Bytes as hex dump"), LogCopyForm::Dump);
    addForm("copyCArray", tr("Bytes as C array"), LogCopyForm::CArray);
    addForm("copyC", tr("C line"), LogCopyForm::C);
    addForm("copyScenario", tr("Scenario line"), LogCopyForm::Scenario);
    addForm("copyJson", tr("JSON line"), LogCopyForm::Json);
    menu->addSeparator();
    addWays(*menu);
    menu->addSeparator();
    QMenu* columns = menu->addMenu(tr("Columns"));
    columns->setObjectName(QStringLiteral("columnsMenu"));
    fillColumnsMenu(*columns, *this);
    if (currentRow()) {
        Q_EMIT menuAboutToShow(menu.get(), *currentRow(), column);
    }
    return menu;
}

void LogView::contextMenuEvent(QContextMenuEvent* event)
{
    QPoint place = event->globalPos();
    if (event->reason() == QContextMenuEvent::Mouse && event->pos().y() < m_painter->headerHeight()) {
        showHeaderMenu(place);
        return;
    }
    const LogColumn column = columnAt(event->pos().x());
    if (event->reason() == QContextMenuEvent::Keyboard) {
        place = viewport()->mapToGlobal(rowRect(currentIndex()).bottomLeft());
    }
    QMenu* menu = makeMenu(column).release();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(place);
}

}
