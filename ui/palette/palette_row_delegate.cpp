#include "ui/palette/palette_row_delegate.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

namespace ui {

namespace {

// Draws from x on, at most to `end`; returns where it ended.
int drawMarked(QPainter& painter, const QRect& line, const QString& text, const std::vector<int>& places,
    const QColor& plain, const QColor& marked)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width());
    const bool whole = shown == text;
    const QFont usual = painter.font();
    QFont strong = usual;
    strong.setWeight(QFont::Bold);
    int x = line.left();
    for (int from = 0; from < shown.size();) {
        const auto isMarked = [&](int place) { return whole && std::ranges::binary_search(places, place); };
        int to = from + 1;
        while (to < shown.size() && isMarked(to) == isMarked(from)) {
            ++to;
        }
        painter.setFont(isMarked(from) ? strong : usual);
        painter.setPen(isMarked(from) ? marked : plain);
        const QString part = shown.mid(from, to - from);
        painter.drawText(QRect(x, line.top(), line.right() - x + 1, line.height()),
            Qt::AlignVCenter | Qt::TextSingleLine, part);
        x += painter.fontMetrics().horizontalAdvance(part);
        from = to;
    }
    painter.setFont(usual);
    return x;
}

}

QSize PaletteRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {0, option.fontMetrics.height() * 8 / 5};
}

void PaletteRowDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& model = *qobject_cast<const PaletteModel*>(index.model());
    const Command& command = model.at(index.row());
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isCurrent) {
        painter->setPen(QPen(m_theme.accent, 1));
        painter->setBrush(m_theme.accentSoft);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 0.5, -1.5, -0.5), 5, 5);
    }
    painter->setFont(option.font);
    const int letter = option.fontMetrics.averageCharWidth();
    QRect line = option.rect.adjusted(letter * 3 / 2, 0, -letter * 3 / 2, 0);
    // On the soft accent only the full text colour has contrast enough.
    const QColor second = isCurrent ? m_theme.text : m_theme.dim;
    const QString key = keysText(command.keys.mid(0, 1));
    if (!key.isEmpty()) {
        painter->setPen(second);
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, key);
        line.setRight(line.right() - option.fontMetrics.horizontalAdvance(key) - 2 * letter);
    }
    const QColor name = command.isUsual || isCurrent ? m_theme.text : m_theme.dim;
    const int end
        = drawMarked(*painter, line, command.name, model.namePlaces(index.row()), name, m_theme.accent);
    line.setLeft(end + 2 * letter);
    if (line.width() > 4 * letter) {
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.9);
        painter->setFont(small);
        if (command.note.isEmpty()) {
            drawMarked(*painter, line, command.path, model.pathPlaces(index.row()), second, m_theme.accent);
        } else {
            drawMarked(*painter, line, command.note, {}, isCurrent ? m_theme.text : m_theme.waiting, {});
        }
    }
    painter->restore();
}

}
