// Paints a row of the palette: the name with the letters that matched, where else it is found or why it is
// not available, and the key.
#pragma once

#include <QStyledItemDelegate>

#include "ui/palette/palette_model.h"
#include "ui/theme.h"

namespace ui {

class PaletteRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme m_theme;
};

}
