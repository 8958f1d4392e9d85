// The log as a list of rows. Nothing is kept for a row: what is seen is put into words when it is painted,
// so that fifty million rows are as quick as fifty.
//
// It follows the end until the user scrolls up; then new rows never move what is seen.
#pragma once

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <memory>

#include "model/annotations.h"
#include "ui/focus_mark.h"
#include "ui/log/log_chooser.h"
#include "ui/log/log_columns.h"
#include "ui/log/log_copy.h"
#include "ui/log/log_header.h"
#include "ui/log/log_row_painter.h"
#include "ui/log/log_scroll.h"
#include "ui/log/log_scroll_bar.h"
#include "ui/log/log_source.h"
#include "ui/log/log_walk.h"
#include "ui/log/new_rows_pill.h"
#include "ui/log/rules/colour_rule.h"
#include "ui/theme.h"

class QMenu;

namespace ui {

class LogView : public QAbstractScrollArea {
    Q_OBJECT

public:
    // What the source points to must outlive the view.
    explicit LogView(LogSource source, QWidget* parent = nullptr);
    ~LogView() override;

    void setLook(const Theme& theme, const QFont& monospace);
    void setEmptyText(const QString& text);
    // Rows have come: call it once a tick.
    void showNewRows();
    // Another list of the same log: all of it, or what a filter has left. It must outlive the view, or be
    // replaced first. What is selected and what is in sight stay, as far as the list has them.
    void setRows(const model::RowList& rows);
    // The list itself has changed, not only at its end: `top` is the index of the row to begin with.
    void showOtherRows(std::uint64_t top);
    // The first row in sight: what should not move when the list changes.
    std::optional<model::Row> rowInSight() const;
    // A moment of the past is shown elsewhere: the last row before `end` comes into sight, and what is behind
    // it has not happened yet. Nothing: the present.
    void showMoment(std::optional<model::Row> end);
    // Its rows are marked; nothing moves.
    void markSocket(netcore::SocketId socket);

    // Marks and comments are shown, and made by keys. They must outlive the view.
    void setAnnotations(model::Annotations* annotations);
    // Asked for each row in sight, when it is painted: nullptr for none.
    using RuleOf = std::function<const ColourRule*(model::Row)>;
    void setRules(RuleOf ruleOf);
    void toggleMark(); // of the current row
    void goToMark(bool forward);
    // To the next or previous row of the current row's socket, or of its conversation: both ends.
    void walk(bool forward, bool conversation);

    bool follows() const { return m_scroll.follows(); }
    void setFollow(bool follow);
    const LogScroll& scroll() const { return m_scroll; }
    const LogColumns& columns() const { return m_columns; }
    void showColumn(LogColumn column, bool shown);
    void fitColumns(); // to what is in sight
    bool showsHex() const { return m_wants.hex; } // in the column of data
    void setShowsHex(bool hex);
    // Which columns, how wide, in what order: to be kept. What cannot be read, and nothing, is the usual.
    QString columnsState() const;
    void restoreColumns(const QString& state);
    const LogSource& source() const { return m_source; }

    const LogSelection& selection() const { return m_chooser.selection(); }
    std::optional<model::Row> currentRow() const { return m_chooser.current(); }
    std::uint64_t currentIndex() const { return m_chooser.currentIndex(); }
    QString spokenRow(model::Row row) const; // with mark, comment and rule
    QString copiedText(LogCopyForm form) const; // of the selected rows
    void copy(LogCopyForm form = LogCopyForm::Lines) const;
    void selectAll();
    void selectRowsOf(netcore::SocketId socket);
    // Selects it and brings it into view.
    void goTo(model::Row row);

    // In the viewport; empty: out of sight.
    QRect rowRect(std::uint64_t index) const;
    std::optional<std::uint64_t> indexAt(QPoint position) const;
    LogColumn columnAt(int x) const { return m_columns.at(x); } // in the viewport
    // Has lanes for what lies where: errors, hits of a search, marks.
    LogScrollBar& bar() { return *m_bar; }
    int headerHeight() const { return m_painter->headerHeight(); }

    // For who does not see it: access/accessible_rows.h.
    static constexpr bool kSelectsMany = true;
    std::uint64_t itemCount() const { return m_scroll.count(); }
    QString itemText(std::uint64_t index) const { return spokenRow(m_source.rows->at(index)); }
    QRect itemRect(std::uint64_t index) const { return rowRect(index); }
    bool isItemSelected(std::uint64_t index) const { return m_chooser.isSelected(m_source.rows->at(index)); }
    std::optional<std::uint64_t> itemAt(QPoint position) const { return indexAt(position); }
    std::optional<std::uint64_t> currentItem() const;

    // The menu for the current row, for who asks.
    std::unique_ptr<QMenu> makeMenu(LogColumn column = LogColumn::Call);

Q_SIGNALS:
    void followChanged(bool follows);
    void selectionChanged();
    void detailWanted(bool shown); // of the current row
    void detailToggled();
    void commentWanted();
    void columnsChanged(); // by the user: columnsState() is another
    void socketPicked(netcore::SocketId socket); // by the user, here
    // The menu is about to be shown for that cell: who has actions for it adds them.
    void menuAboutToShow(QMenu* menu, quint64 row, LogColumn column);

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int /*dx*/, int /*dy*/) override { } // painted anew: see scrolled()
    void timerEvent(QTimerEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void layOut();
    void syncBar();
    void scrolled(bool followedBefore); // after every change of m_scroll
    template<typename Change> void changeScroll(Change change)
    {
        const bool followed = m_scroll.follows();
        change(m_scroll);
        scrolled(followed);
    }
    bool isCurrentInSight() const;
    bool isAsleep(std::uint64_t index) const;
    std::uint64_t seenEnd() const; // with the row that is seen in part
    void paintRows(QPainter& painter, const QRect& area);
    void paintFuture(QPainter& painter) const;
    LogRowLook lookOf(std::uint64_t index, model::Row row) const;
    void updateClocks();

    std::uint64_t nearestIndex(int y) const;
    void chosen(bool byHand); // after every change of the current row
    void press(std::uint64_t index, Qt::KeyboardModifiers modifiers);
    void dragTo(QPoint position);
    void moveTo(std::uint64_t index, bool extend);
    bool moveByKey(const QKeyEvent& event);
    bool actByKey(const QKeyEvent& event);
    bool walkByKey(const QKeyEvent& event);
    void connectWalk();
    void addWays(QMenu& menu);
    void tell(const QString& text);
    bool isShown(model::Row row) const;
    void openCurrent();
    void fitColumn(LogColumn column);
    void hoverHeader(std::optional<int> x);
    void columnsWereChanged();
    void showHeaderMenu(QPoint globalPosition);

    LogSource m_source;
    Theme m_theme;
    std::unique_ptr<LogRowPainter> m_painter;
    LogColumns m_columns;
    LogHeader m_header {m_columns};
    LogRowWants m_wants; // by the columns that are shown
    LogScroll m_scroll;
    LogChooser m_chooser;
    LogScrollBar* m_bar;
    NewRowsPill* m_pill;
    model::Annotations* m_annotations = nullptr;
    LogWalk m_walk;
    RuleOf m_ruleOf;
    std::optional<model::Row> m_momentEnd;
    bool m_followedBefore = false; // at the present, before that moment
    QString m_emptyText;
    netcore::SocketId m_marked = netcore::kNoSocket;
    QBasicTimer m_clock; // while a sleeping call is in sight
    QBasicTimer m_dragScroll; // while a drag is outside
    bool m_syncingBar = false;
    KeyFocus m_keyFocus; // a frame around the current row
    bool m_dragging = false; // rows
};

}
