// Life lines and what passes between them: the log as a picture. Laid out is what is seen; the rest is a
// number for each thousand rows, so that a million calls are as quick as ten.
//
// Time runs down. It follows the end until the user scrolls up; a moment of the past is the end then.
#pragma once

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <memory>

#include "ui/log/glyph_text.h"
#include "ui/log/log_scroll.h"
#include "ui/log/log_source.h"
#include "ui/sequence/sequence_words.h"
#include "ui/workbench.h"

namespace ui {

class SequenceView : public QAbstractScrollArea {
    Q_OBJECT

public:
    // What the source points to must outlive the view; its facts are kept up to date by their owner.
    SequenceView(Workbench& workbench, const LogSource& source, QWidget* parent = nullptr);
    ~SequenceView() override;

    // What a filter has left; nullptr: all that the user has done. It must live until it is replaced.
    void showRows(const model::RowList* filtered);
    void readOn(); // the log has grown, or the list
    void setBy(model::SequenceBy by);
    model::SequenceBy by() const { return m_by; }
    void setFollow(bool follow);
    const LogScroll& scroll() const { return m_scroll; } // in units of the axis
    const model::SequenceAxis& axis() const { return m_axis; }
    const model::RowList& rows() const { return m_axis.rows(); }

    double zoom() const { return m_zoom; }
    void zoomBy(double factor); // what is in the middle stays there
    void resetZoom() { zoomBy(1 / m_zoom); }

    std::optional<model::Row> currentRow() const { return m_current; }
    // Chosen elsewhere: brought into sight, if the list has it.
    void showRow(model::Row row);
    void setHits(const model::RowList* hits); // of a search: they are marked; nullptr: none

    // What is seen now, as it is painted.
    const model::SequencePicture& picture();
    const model::SequenceScene& scene();
    QRect laneRect(std::size_t lane) const; // its title, in the viewport
    QRect rowRect(std::uint64_t index) const; // in the viewport; empty: out of sight
    std::optional<std::uint64_t> indexAt(QPoint position) const;
    std::uint64_t shownRows() const; // of the list: up to the moment
    QString spokenRow(model::Row row) const;
    int headerHeight() const;

    // For who does not see it: access/accessible_rows.h.
    static constexpr bool kSelectsMany = false;
    std::uint64_t itemCount() const { return shownRows(); }
    QString itemText(std::uint64_t index) const { return spokenRow(rows().at(index)); }
    QRect itemRect(std::uint64_t index) const { return rowRect(index); }
    bool isItemSelected(std::uint64_t index) const { return m_current == rows().at(index); }
    std::optional<std::uint64_t> itemAt(QPoint position) const { return indexAt(position); }
    std::optional<std::uint64_t> currentItem() const;

Q_SIGNALS:
    void followChanged(bool follows);
    void zoomChanged();
    void rowPicked(quint64 row); // by hand or key
    void rowOpened(quint64 row); // a double click

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int /*dx*/, int /*dy*/) override { viewport()->update(); }
    void timerEvent(QTimerEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void restyle();
    void layOut();
    void work(); // a slice of counting
    void changed(); // other things are to be seen
    void scrolled(bool followedBefore);
    template<typename Change> void changeScroll(Change change)
    {
        const bool followed = m_scroll.follows();
        change(m_scroll);
        scrolled(followed);
    }
    void make(); // the picture, if it is not there
    double unitHeight() const { return m_rowHeight / model::SequenceAxis::kRowUnits; }
    std::uint64_t now() const;
    void choose(std::uint64_t index); // by the user
    void bringIntoSight(std::uint64_t index);
    void bringLaneIntoSight(const model::LaneKey& key);
    void walk(bool forward); // on its own life line
    void stepAside(bool right); // to the life line beside it
    bool moveByKey(const QKeyEvent& event);
    bool actByKey(const QKeyEvent& event);
    std::optional<std::size_t> laneAt(QPoint position) const;

    QColor colourOf(model::Ink ink) const;
    void paintBands(QPainter& painter);
    void paintShapes(QPainter& painter);
    void paintTexts(QPainter& painter);
    void paintHeader(QPainter& painter);
    void paint(QPainter& painter, const model::PictureLine& line);
    void paint(QPainter& painter, const model::PictureBox& box);
    struct Band { // a row that stands out
        double y;
        QColor colour;
    };
    QColor paperAt(double y) const;

    Workbench& m_workbench;
    const LogSource& m_source;
    SequenceViewWords m_words;
    model::UserRows m_all;
    model::Row m_read = 0; // rows of the store that m_all has
    model::SequenceAxis m_axis;
    model::SequenceScenes m_scenes;
    model::SequenceScene m_scene;
    model::SequencePicture m_picture;
    bool m_made = false; // scene and picture are those of what is seen
    model::SequenceBy m_by = model::SequenceBy::Socket;
    LogScroll m_scroll;
    double m_zoom = 1;
    double m_rowHeight = 24; // px
    std::optional<model::Row> m_current;
    const model::RowList* m_hits = nullptr;
    std::unique_ptr<GlyphText> m_glyphs;
    std::unique_ptr<GlyphText> m_bold;
    std::vector<Band> m_bands; // while it is painted
    QBasicTimer m_work;
    QBasicTimer m_clock; // while a sleeping call is in sight
    bool m_syncingBar = false;
};

}
