// DataView and the hands: selecting and copying.

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/inspector/data/data_view.h"
#include "ui/words.h"

namespace ui {

using model::ByteForm;
using model::Movement;

namespace {

constexpr qsizetype kMostCopied = qsizetype {8} << 20; // bytes: as a C array that is 48 MiB of text
constexpr int kMargin = 9;

}

std::pair<DataPlace, DataPlace> DataView::selectedRange() const
{
    return std::minmax(*m_anchor, *m_caret);
}

bool DataView::isSelected(const DataPlace& place) const
{
    if (!m_caret) {
        return false;
    }
    const auto [first, last] = selectedRange();
    return !(place < first) && !(last < place);
}

void DataView::choose(std::optional<DataPlace> anchor, std::optional<DataPlace> caret)
{
    if (anchor == m_anchor && caret == m_caret) {
        return;
    }
    m_anchor = anchor;
    m_caret = caret;
    if (m_caret) {
        m_scroll.show(m_lines.lineOf(*m_caret, movements()));
        syncBar();
        setAccessibleDescription(lineText(m_lines.headOf(m_caret->movement)) + u' '
            + lineText(m_lines.lineOf(*m_caret, movements())));
    }
    viewport()->update();
    Q_EMIT selectionChanged();
}

QByteArray DataView::chosenBytes() const
{
    QByteArray bytes;
    const auto all = movements().first(m_lines.movements());
    const DataPlace none {0, 0};
    const auto [first, last] = m_caret ? selectedRange() : std::pair(none, DataPlace {all.size(), 0});
    for (std::size_t i = first.movement; i < all.size() && i <= last.movement && bytes.size() < kMostCopied;
         ++i) {
        const auto whole = bytesOf(all[i]);
        const std::size_t start = i == first.movement ? std::min<std::size_t>(first.offset, whole.size()) : 0;
        const std::size_t end = i == last.movement
            ? std::min<std::size_t>(last.offset + std::size_t {1}, whole.size())
            : whole.size();
        const auto part = whole.subspan(start, end - std::min(start, end));
        bytes.append(reinterpret_cast<const char*>(part.data()), static_cast<qsizetype>(part.size()));
    }
    bytes.truncate(kMostCopied);
    return bytes;
}

void DataView::copy(ByteForm form) const
{
    const QByteArray bytes = chosenBytes();
    QApplication::clipboard()->setText(model::inForm(
        {reinterpret_cast<const std::byte*>(bytes.constData()), static_cast<std::size_t>(bytes.size())},
        form));
}

void DataView::addCopyActions(QMenu& menu) const
{
    const std::pair<QString, ByteForm> forms[] {{tr("Copy as &text"), ByteForm::Text},
        {tr("Copy as &hexadecimal"), ByteForm::Hex}, {tr("Copy as &C array"), ByteForm::CArray},
        {tr("Copy with &escapes"), ByteForm::Escaped}, {tr("Copy as &dump"), ByteForm::Dump}};
    for (const auto& [text, form] : forms) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QStringLiteral("copyForm%1").arg(static_cast<int>(form)));
        action->setEnabled(m_lines.movements() > 0);
        connect(action, &QAction::triggered, this, [this, chosen = form] { copy(chosen); });
    }
    menu.actions().constFirst()->setShortcut(QKeySequence::Copy);
}

void DataView::selectAll()
{
    if (m_lines.movements() > 0) {
        const std::size_t last = m_lines.movements() - 1;
        const std::uint32_t kept = movements()[last].kept;
        m_scroll.setFollow(false);
        choose(DataPlace {0, 0}, DataPlace {last, kept == 0 ? 0 : kept - 1});
    }
}

void DataView::selectMovement(std::size_t movement)
{
    const std::uint32_t kept = movements()[movement].kept;
    choose(DataPlace {movement, kept == 0 ? 0 : kept - 1}, DataPlace {movement, 0});
}

std::uint64_t DataView::lineAt(int y) const
{
    const auto row = static_cast<std::int64_t>(std::floor(y / m_lineHeight));
    const auto line = static_cast<std::int64_t>(m_scroll.top()) + row;
    return static_cast<std::uint64_t>(
        std::clamp<std::int64_t>(line, 0, static_cast<std::int64_t>(m_lines.count()) - 1));
}

// The nearest byte; none where there are no lines.
std::optional<DataPlace> DataView::placeAt(QPoint position) const
{
    if (m_lines.count() == 0) {
        return std::nullopt;
    }
    const DataLine line = m_lines.at(lineAt(position.y()), movements());
    if (line.part != DataLine::Part::Bytes) {
        return DataPlace {line.movement, 0};
    }
    const Columns place = columns();
    const qreal column = (position.x() - kMargin) / m_glyphs->advance();
    int byte = 0;
    if (column >= place.text - 1) {
        byte = static_cast<int>(column) - place.text;
    } else {
        while (byte + 1 < m_lines.perLine() && place.hex + charOfPair(byte + 1) - 0.5 <= column) {
            ++byte;
        }
    }
    byte = std::clamp(byte, 0, m_lines.perLine() - 1);
    const std::uint32_t last = movements()[line.movement].kept - 1;
    return DataPlace {line.movement, std::min(line.offset + static_cast<std::uint32_t>(byte), last)};
}

void DataView::mousePressEvent(QMouseEvent* event)
{
    const auto place = placeAt(event->pos());
    if (event->button() != Qt::LeftButton || !place) {
        return;
    }
    const DataLine line = m_lines.at(lineAt(event->pos().y()), movements());
    const bool below
        = event->pos().y() >= static_cast<qreal>(m_scroll.count() - m_scroll.top()) * m_lineHeight;
    if (below) {
        choose({}, {});
    } else if (event->modifiers() & Qt::ShiftModifier && m_anchor) {
        choose(m_anchor, place);
    } else if (line.part != DataLine::Part::Bytes) {
        selectMovement(line.movement);
    } else {
        choose(place, place);
    }
}

void DataView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton && m_anchor) {
        if (const auto place = placeAt(event->pos())) {
            choose(m_anchor, place);
        }
    }
}

void DataView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto place = placeAt(event->pos())) {
        selectMovement(place->movement);
    }
}

DataPlace DataView::moved(DataPlace from, std::int64_t bytes) const
{
    const auto all = movements();
    std::int64_t offset = from.offset + bytes;
    while (offset < 0 && from.movement > 0) {
        --from.movement;
        offset += std::max<std::int64_t>(all[from.movement].kept, 1);
    }
    while (offset >= std::max<std::int64_t>(all[from.movement].kept, 1)
        && from.movement + 1 < m_lines.movements()) {
        offset -= std::max<std::int64_t>(all[from.movement].kept, 1);
        ++from.movement;
    }
    const std::int64_t last = std::max<std::int64_t>(all[from.movement].kept, 1) - 1;
    return {from.movement, static_cast<std::uint32_t>(std::clamp<std::int64_t>(offset, 0, last))};
}

bool DataView::moveByKey(const QKeyEvent& event)
{
    if (m_lines.movements() == 0) {
        return false;
    }
    const std::int64_t line = m_lines.perLine();
    const auto page = static_cast<std::int64_t>(m_scroll.page()) * line;
    const std::int64_t far = INT64_MAX / 4;
    std::int64_t distance = 0;
    switch (event.key()) {
    case Qt::Key_Left:
        distance = -1;
        break;
    case Qt::Key_Right:
        distance = 1;
        break;
    case Qt::Key_Up:
        distance = -line;
        break;
    case Qt::Key_Down:
        distance = line;
        break;
    case Qt::Key_PageUp:
        distance = -page;
        break;
    case Qt::Key_PageDown:
        distance = page;
        break;
    case Qt::Key_Home:
        distance = -far;
        break;
    case Qt::Key_End:
        distance = far;
        break;
    default:
        return false;
    }
    const DataPlace from = m_caret ? *m_caret : DataPlace {m_lines.movements() - 1, 0};
    const DataPlace to = m_caret ? moved(from, distance) : from;
    choose(event.modifiers() & Qt::ShiftModifier && m_anchor ? m_anchor : to, to);
    return true;
}

void DataView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(ByteForm::Text);
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Escape && hasSelection()) {
        choose({}, {});
        m_scroll.setFollow(true);
        syncBar();
    } else if (!moveByKey(*event)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void DataView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    addCopyActions(menu);
    menu.addSeparator();
    QAction* all = menu.addAction(tr("Select &all"));
    all->setShortcut(QKeySequence::SelectAll);
    connect(all, &QAction::triggered, this, &DataView::selectAll);
    menu.exec(event->globalPos());
}

bool DataView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_lines.count() > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const DataLine line = m_lines.at(lineAt(help->pos().y()), movements());
        const Movement& movement = movements()[line.movement];
        const model::EventStore& store = m_workbench.session().store();
        QString text = words::call(store, movement.row) + u' ' + words::result(store.event(movement.row));
        if (const QString note = noteOf(movement); !note.isEmpty()) {
            text += u'\n' + note;
        }
        QToolTip::showText(help->globalPos(), words::plainToolTip(text), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void DataView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void DataView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}
