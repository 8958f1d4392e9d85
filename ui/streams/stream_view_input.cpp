// StreamView and the hands: selecting, copying, keys.

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <climits>

#include "ui/access/accessible_items.h"
#include "ui/streams/stream_view.h"
#include "ui/words.h"

namespace ui {

using model::ByteForm;

std::optional<std::uint64_t> StreamView::lineAt(QPoint position) const
{
    const auto within = static_cast<std::uint64_t>(std::max(position.y(), 0) / m_lineHeight);
    const std::uint64_t line = m_scroll.top() + within;
    return position.y() >= 0 && line < m_lines.count() ? std::optional(line) : std::nullopt;
}

bool StreamView::isItemSelected(std::uint64_t line) const
{
    const StreamLine its = m_lines.at(line);
    return m_selected.begin < its.end && its.begin < m_selected.end;
}

std::optional<std::uint64_t> StreamView::currentItem() const
{
    return m_lines.count() > 0 ? std::optional(m_scroll.top()) : std::nullopt;
}

// The byte under the mouse; right of a line's end the one behind it.
std::optional<StreamPlace> StreamView::placeAt(QPoint position) const
{
    if (m_lines.count() == 0) {
        return std::nullopt;
    }
    const auto at = lineAt({position.x(), std::max(position.y(), 0)});
    const StreamLine line = m_lines.at(at ? *at : m_lines.count() - 1);
    const auto cells = m_lines.cellsOf(line);
    const auto places = cellPlaces(cells);
    const model::Direction way = m_trace.segments()[line.begin.segment].way;
    const qreal left = gutterWidth() + indentOf(way) * m_glyphs->advance();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (position.x() < left + places[i + 1]) {
            return cells[i].place;
        }
    }
    return line.end;
}

void StreamView::mousePressEvent(QMouseEvent* event)
{
    const auto line = lineAt(event->pos());
    if (event->button() != Qt::LeftButton || !line) {
        return;
    }
    if (event->pos().x() < gutterWidth()) {
        const std::size_t segment = m_lines.at(*line).begin.segment;
        m_framed = segment;
        viewport()->update();
        Q_EMIT rowPicked(m_trace.segments()[segment].row);
        return;
    }
    const auto place = placeAt(event->pos());
    if (!(event->modifiers() & Qt::ShiftModifier)) {
        m_anchor = *place;
    }
    m_selected = {std::min(m_anchor, *place), std::max(m_anchor, *place)};
    m_dragging = true;
    viewport()->update();
}

void StreamView::mouseMoveEvent(QMouseEvent* event)
{
    if (const auto place = m_dragging ? placeAt(event->pos()) : std::nullopt) {
        m_selected = {std::min(m_anchor, *place), std::max(m_anchor, *place)};
        if (event->pos().y() < 0 || event->pos().y() > viewport()->height()) {
            const bool followed = m_scroll.follows();
            m_scroll.scrollBy(event->pos().y() < 0 ? -1 : 1);
            scrolled(followed);
        }
        m_dragging = (event->buttons() & Qt::LeftButton) != 0;
        viewport()->update();
    }
}

void StreamView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto line = lineAt(event->pos())) {
        Q_EMIT rowOpened(m_trace.segments()[m_lines.at(*line).begin.segment].row);
    }
}

bool StreamView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.matches(QKeySequence::Find) || key.matches(QKeySequence::Copy)
            || key.matches(QKeySequence::SelectAll) || key.key() == Qt::Key_F3
            || key.key() == Qt::Key_Space) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void StreamView::keyPressEvent(QKeyEvent* event)
{
    const bool followed = m_scroll.follows();
    const auto page = static_cast<std::int64_t>(std::max<std::uint64_t>(m_scroll.page(), 2) - 1);
    if (event->matches(QKeySequence::Copy)) {
        copy(ByteForm::Text);
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_selected = {{}, {m_lines.end(), 0}};
    } else if (event->matches(QKeySequence::Find)) {
        Q_EMIT findWanted();
    } else if (event->key() == Qt::Key_F3) {
        goToHit(!(event->modifiers() & Qt::ShiftModifier));
        return;
    } else if (event->key() == Qt::Key_Space) {
        m_scroll.setFollow(!m_scroll.follows());
    } else if (event->key() == Qt::Key_Escape && hasSelection()) {
        m_selected = {};
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        m_scroll.scrollBy(event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        m_scroll.scrollBy(event->key() == Qt::Key_PageUp ? -page : page);
    } else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        m_scroll.scrollTo(event->key() == Qt::Key_Home ? 0 : m_scroll.lastTop());
    } else {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    scrolled(followed);
    if (const auto line = currentItem()) {
        tellFocus(*this, static_cast<int>(std::min<std::uint64_t>(*line, INT_MAX)));
    }
}

void StreamView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    const auto add = [&](const QString& text, const char* name, ByteForm form) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setEnabled(m_lines.count() > 0);
        connect(action, &QAction::triggered, this, [this, form] { copy(form); });
        return action;
    };
    add(tr("Copy as &text"), "copyText", ByteForm::Text)->setShortcut(QKeySequence::Copy);
    add(tr("Copy as &escaped text"), "copyEscaped", ByteForm::Escaped);
    add(tr("Copy as &hexadecimal"), "copyHex", ByteForm::Hex);
    add(tr("Copy as &C array"), "copyC", ByteForm::CArray);
    add(tr("Copy as &dump"), "copyDump", ByteForm::Dump);
    menu.addSeparator();
    const auto line = event->reason() == QContextMenuEvent::Mouse ? lineAt(event->pos()) : std::nullopt;
    QAction* show = menu.addAction(tr("Show the call in the &log"));
    show->setEnabled(line.has_value());
    if (line) {
        const model::Row row = m_trace.segments()[m_lines.at(*line).begin.segment].row;
        connect(show, &QAction::triggered, this, [this, row] { Q_EMIT rowOpened(row); });
    }
    menu.exec(event->globalPos());
}

bool StreamView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto line = lineAt(help->pos())) {
            const model::EventStore& store = m_workbench.session().store();
            const model::Row row = m_trace.segments()[m_lines.at(*line).begin.segment].row;
            const QString text
                = words::call(store, row) + QStringLiteral(" = ") + words::result(store.event(row));
            QToolTip::showText(help->globalPos(), words::plainToolTip(text), viewport(), lineRect(*line));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void StreamView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void StreamView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}
