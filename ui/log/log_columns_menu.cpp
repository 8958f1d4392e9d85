#include "ui/log/log_columns_menu.h"

#include <QMenu>

#include "ui/log/log_view.h"

namespace ui {

void fillColumnsMenu(QMenu& menu, LogView& view)
{
    for (std::size_t i = 0; i < kLogColumns; ++i) {
        const auto column = static_cast<LogColumn>(i);
        const QString title = LogRowPainter::longTitle(column);
        const bool standsBack = view.columns().isChosen(column) && !view.columns().hasRoom(column);
        QAction* entry = menu.addAction(standsBack ? LogView::tr("%1 (no room for it)").arg(title) : title);
        entry->setObjectName(QStringLiteral("showColumn-") + LogRowPainter::title(column));
        entry->setCheckable(true);
        entry->setChecked(view.columns().isChosen(column));
        entry->setEnabled(column != LogColumn::Call); // it is what the log is about
        QObject::connect(
            entry, &QAction::toggled, &view, [&view, column](bool shown) { view.showColumn(column, shown); });
    }
    menu.addSeparator();
    QAction* hex = menu.addAction(LogView::tr("Data in hex"));
    hex->setObjectName(QStringLiteral("dataInHex"));
    hex->setCheckable(true);
    hex->setChecked(view.showsHex());
    QObject::connect(hex, &QAction::toggled, &view, &LogView::setShowsHex);
    menu.addSeparator();
    QAction* fit
        = menu.addAction(LogView::tr("Fit all to their contents"), &view, [&view] { view.fitColumns(); });
    fit->setObjectName(QStringLiteral("fitColumns"));
    QAction* reset
        = menu.addAction(LogView::tr("Usual columns"), &view, [&view] { view.restoreColumns({}); });
    reset->setObjectName(QStringLiteral("resetColumns"));
}

}
