// Paints the rows of the log and the header above them.
#pragma once

#include <QRect>

#include "ui/log/glyph_text.h"
#include "ui/log/log_columns.h"
#include "ui/log/log_row_text.h"
#include "ui/theme.h"

namespace ui {

struct LogRowLook {
    bool alternate = false;
    bool selected = false;
    bool current = false; // has the keyboard
    bool marked = false; // of the socket that is selected
    bool flagged = false; // marked by the user
    QString comment; // the user's
    QColor tint; // by a rule, behind the row; invalid: none
    QColor rule; // of its name
    QString ruleName;
};

class LogRowPainter {
public:
    LogRowPainter(const Theme& theme, const QFont& font);

    int rowHeight() const { return m_rowHeight; }
    int headerHeight() const { return m_headerHeight; }
    qreal characterWidth() const { return m_text.advance(); }
    // How wide that row's text is in a column, to fit the column to it.
    int textWidth(LogColumn column, const LogRowText& text) const;
    static QString title(LogColumn column);
    static QString longTitle(LogColumn column); // for a menu

    void paintBackground(QPainter& painter, const QRect& area) const;
    // `hot`: the border under the pointer. `moved`: the column that is being dragged, to `moveTo`.
    struct HeaderLook {
        std::optional<LogColumn> hot;
        std::optional<LogColumn> moved;
        int moveTo = 0; // x of the line where it would be dropped
    };
    void paintHeader(QPainter& painter, const LogColumns& columns, int width, const HeaderLook& look);
    void paintRow(QPainter& painter, const LogColumns& columns, const QRect& area, const LogRowText& row,
        const LogRowLook& look);
    // Text is drawn at the end, all at once.
    void paintText(QPainter& painter) { m_text.draw(painter); }

private:
    int endOfRemark(const LogColumns& columns, const LogRowText& row) const;
    qreal baselineIn(const QRect& area) const;
    void paintCell(QPainter& painter, LogColumn column, const LogColumns::Span& span, const QRect& area,
        const LogRowText& row, const LogRowLook& look);
    void paintSocket(
        QPainter& painter, const LogColumns::Span& span, const QRect& area, const LogRowText& row);
    void paintBar(
        QPainter& painter, const LogColumns::Span& span, const QRect& area, const LogRowText& row) const;
    qreal addCall(const LogColumns::Span& span, qreal baseline, const LogRowText& row); // the width used
    void addCallWithRemarks(
        const LogColumns::Span& span, qreal baseline, const LogRowText& row, const LogRowLook& look);
    void paintFlag(QPainter& painter, const QRect& area) const;
    QColor colourOf(const LogRowText& row) const;
    QColor resultColourOf(const LogRowText& row) const;

    Theme m_theme;
    QColor m_alternate;
    GlyphText m_text;
    int m_rowHeight;
    int m_headerHeight;
};

}
