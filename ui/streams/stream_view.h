// The sheet of a conversation: the bytes of both directions as they were sent, with the borders of the calls.
// What is seen is put into words when it is painted; nothing is kept for a byte.
//
// A direction is told by arrow, indent and colour. A line begins where a send began; a dashed stroke stands
// where a recv ended. It follows the end until the user scrolls up.
#pragma once

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <memory>

#include "model/text/byte_forms.h"
#include "ui/log/glyph_text.h"
#include "ui/log/log_scroll.h"
#include "ui/streams/stream_finder.h"
#include "ui/workbench.h"

class QMenu;

namespace ui {

class StreamView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit StreamView(Workbench& workbench, QWidget* parent = nullptr);
    ~StreamView() override;

    void showConversation(const model::Conversation& conversation);
    void showNothing();
    void readOn(); // the log has grown
    void showMoment(); // of the past, or the present again
    const model::StreamTrace& trace() const { return m_trace; }
    const StreamLines& lines() const { return m_lines; }
    const LogScroll& scroll() const { return m_scroll; }
    void setForm(StreamLines::Form form);
    void setShown(StreamLines::Shown shown);
    void setBorders(bool shown);
    void setFollow(bool follow);
    void setEmptyText(const QString& text);
    // The segment of that row is framed and, if `bring`, brought into sight.
    void showRow(model::Row row, bool bring);

    void find(const std::vector<std::byte>& wanted, bool anyCase);
    void goToHit(bool forward);
    const StreamFinder& finder() const { return m_finder; }
    std::size_t currentHit() const { return m_hit; } // from 1; 0: none

    std::vector<std::byte> chosenBytes() const; // selected, or all that is shown
    bool hasSelection() const { return m_selected.begin < m_selected.end; }
    void copy(model::ByteForm form) const;
    QString lineText(std::uint64_t line) const; // as it is shown, with what stands at its left
    QRect lineRect(std::uint64_t line) const; // in the viewport; empty: out of sight
    int gutterWidth() const;

    // For who does not see it: access/accessible_rows.h. The keys scroll: the current line is the first in
    // sight.
    static constexpr bool kSelectsMany = true;
    std::uint64_t itemCount() const { return m_lines.count(); }
    QString itemText(std::uint64_t line) const { return lineText(line); }
    QRect itemRect(std::uint64_t line) const { return lineRect(line); }
    bool isItemSelected(std::uint64_t line) const;
    std::optional<std::uint64_t> itemAt(QPoint position) const { return lineAt(position); }
    std::optional<std::uint64_t> currentItem() const;

Q_SIGNALS:
    void followChanged(bool follows);
    void rowPicked(quint64 row); // a click at the left
    void rowOpened(quint64 row); // a double click
    void findWanted();
    void found(); // more hits, or another one is the current
    void readingChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int /*dx*/, int /*dy*/) override { }
    bool viewportEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Range {
        StreamPlace begin;
        StreamPlace end;
    };
    void restyle();
    void layOut();
    void limit();
    void work(); // a slice of reading, counting, finding
    void scrolled(bool followedBefore);
    void changeRules(const StreamLines::Rules& rules);
    std::uint64_t seenEnd() const;
    qreal column(int character) const;
    int indentOf(model::Direction way) const;
    QColor colourOf(model::Direction way) const;
    void paintLine(QPainter& painter, const StreamLine& line, bool first, qreal y);
    void paintGutter(QPainter& painter, const StreamLine& line, qreal y, qreal baseline);
    void paintCells(QPainter& painter, const StreamLine& line, qreal y, qreal baseline);
    void paintBorders(
        QPainter& painter, const StreamLine& line, const std::vector<StreamCell>& cells, qreal y);
    bool isIn(const StreamPlace& place, const Range& range) const;
    // Where a cell stands, from the beginning of the text; hexadecimal: its pair of digits.
    std::vector<qreal> cellPlaces(const std::vector<StreamCell>& cells) const;
    std::optional<std::uint64_t> lineAt(QPoint position) const;
    std::optional<StreamPlace> placeAt(QPoint position) const;
    void bringIntoSight(const StreamPlace& place);
    QString leftOf(const StreamLine& line) const;
    QString markText(const model::StreamSegment& segment) const;

    Workbench& m_workbench;
    model::StreamTrace m_trace;
    StreamLines m_lines;
    StreamFinder m_finder;
    LogScroll m_scroll;
    std::unique_ptr<GlyphText> m_glyphs;
    Range m_selected; // an empty range: nothing
    StreamPlace m_anchor;
    std::optional<std::size_t> m_framed; // segment
    std::size_t m_hit = 0;
    bool m_dragging = false;
    bool m_syncingBar = false;
    bool m_shows = false;
    QBasicTimer m_work;
    QString m_emptyText;
    qreal m_lineHeight = 1;
};

}
