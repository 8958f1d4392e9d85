// Rates over time: in all as an area, the busiest sockets as lines, each with a colour and a pattern of its
// own. The wheel zooms, a drag with the left button chooses a range, with the right one it pans.
#pragma once

#include <QBasicTimer>
#include <QWidget>
#include <optional>

#include "model/throughput/throughput.h"
#include "ui/workbench.h"

namespace ui {

// Ticks of an axis from 0: "nice" distances, at most `most` of them.
double tickDistance(double largest, int most, bool binary);

class ThroughputPlot : public QWidget {
    Q_OBJECT

public:
    enum class Measure : quint8 { Events, Bytes, Errors };
    struct Range { // ns of CLOCK_MONOTONIC
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        bool isEmpty() const { return begin >= end; }
        std::uint64_t length() const { return end - begin; }
    };

    explicit ThroughputPlot(Workbench& workbench, QWidget* parent = nullptr);

    void readOn(); // the log has grown
    void setMeasure(Measure measure);
    void setCurrentRow(std::optional<model::Row> row); // of the log: a line
    void showAll(); // and what will come
    bool showsAll() const { return m_zoomed.isEmpty(); }
    Range shown() const;
    Range chosen() const { return m_chosen; }
    void zoomToChosen();
    QRectF plotArea() const;
    // Where begins what the moment that is shown has not seen yet (x); nothing at the present.
    std::optional<double> futureFrom() const;
    double rateAt(std::uint64_t time) const; // of the measure, a second
    QString rateText(double rate) const; // "1,204 events/s", "12.5 KiB/s"
    const model::Throughput& data() const { return m_data; }

Q_SIGNALS:
    void rangeChanged(); // shown
    void rangeChosen(); // by a drag
    void rowWanted(quint64 row); // the first of the range

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void work(); // a slice
    void start(); // counts anew, for the range that is shown
    void setZoom(Range range);
    void zoomBy(double factor, double around); // x
    void panBy(double share);
    Range whole() const;
    std::size_t group() const; // bins in a step of the plot
    double valueOf(const model::ThroughputBin& bin) const;
    double rateOf(const std::vector<model::ThroughputBin>& bins, std::size_t step) const;
    double largestRate() const;
    double xOf(std::uint64_t time) const;
    std::uint64_t timeAt(double x) const;
    QPen penOf(std::size_t series) const;
    QString nameOf(netcore::SocketId socket) const;
    QPolygonF lineOf(const std::vector<model::ThroughputBin>& bins, double top) const;
    void paintAxes(QPainter& painter, double top);
    void paintLegend(QPainter& painter);
    void paintMarks(QPainter& painter);
    void paintFuture(QPainter& painter);
    QString toolTipAt(double x) const;

    Workbench& m_workbench;
    model::Throughput m_data;
    Measure m_measure = Measure::Events;
    Range m_zoomed; // empty: all
    Range m_chosen;
    std::optional<std::uint64_t> m_current; // time of the log's row
    std::optional<QPoint> m_pressed;
    Range m_pannedFrom;
    QBasicTimer m_work;
    quint64 m_counted = 0; // rows, when the busiest were looked for last
};

}
