// LogView and its columns.

#include <QMenu>

#include "ui/log/log_columns_menu.h"
#include "ui/log/log_view.h"

namespace ui {

namespace {

const QString kHexWord = QStringLiteral("hex "); // before the columns, in what is kept

}

void LogView::columnsWereChanged()
{
    m_wants.clock = m_columns.isChosen(LogColumn::Clock);
    m_wants.since = m_columns.isChosen(LogColumn::Since);
    m_wants.data = m_columns.isChosen(LogColumn::Data);
    m_wants.peer = m_columns.isChosen(LogColumn::Peer);
    viewport()->update();
    Q_EMIT columnsChanged();
}

void LogView::showColumn(LogColumn column, bool shown)
{
    m_columns.setShown(column, shown);
    columnsWereChanged();
}

void LogView::setShowsHex(bool hex)
{
    m_wants.hex = hex;
    columnsWereChanged();
}

void LogView::fitColumn(LogColumn column)
{
    int width = 0;
    for (std::uint64_t index = m_scroll.top(); index < seenEnd(); ++index) {
        const LogRowText text = logRowText(m_source, m_source.rows->at(index), m_wants);
        width = std::max(width, m_painter->textWidth(column, text));
    }
    m_columns.setTextWidth(column, width);
}

void LogView::fitColumns()
{
    const std::vector<LogColumn> shown = m_columns.shown();
    for (const LogColumn column : shown) {
        if (column != LogColumn::Call) {
            fitColumn(column);
        }
    }
    columnsWereChanged();
}

QString LogView::columnsState() const
{
    return (m_wants.hex ? kHexWord : QString()) + QString::fromStdString(m_columns.state());
}

void LogView::restoreColumns(const QString& state)
{
    m_wants.hex = state.startsWith(kHexWord);
    const QString columns = m_wants.hex ? state.mid(kHexWord.size()) : state;
    if (!m_columns.restore(columns.toStdString())) {
        m_wants.hex = false;
        m_columns.reset();
    }
    columnsWereChanged();
}

void LogView::hoverHeader(std::optional<int> x)
{
    if (m_header.hover(x)) {
        viewport()->setCursor(m_header.isOverBorder() ? Qt::SplitHCursor : Qt::ArrowCursor);
        viewport()->update(0, 0, viewport()->width(), m_painter->headerHeight());
    }
}

void LogView::showHeaderMenu(QPoint globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("headerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnsMenu(*menu, *this);
    menu->popup(globalPosition);
}

}
