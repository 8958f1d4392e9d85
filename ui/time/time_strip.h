// The log's time from its begin to its end as a strip: where much happens, where something failed, what
// people have marked, and the moment that is shown. Whoever drags it moves everything to that moment; its
// right end is the present.
#pragma once

#include <QBasicTimer>
#include <QWidget>
#include <optional>

#include "model/rows/row_list.h"
#include "model/throughput/throughput.h"
#include "ui/workbench.h"

namespace ui {

class TimeStrip : public QWidget {
    Q_OBJECT

public:
    // `rows`: what a step goes over, one by one.
    TimeStrip(Workbench& workbench, const model::RowList& rows, QWidget* parent = nullptr);

    void readOn(); // the log has grown
    void step(int events); // back or forth
    void toStart();
    void toPresent();
    // How many of the events have happened at the moment that is shown, and of how many.
    std::uint64_t happened() const;
    bool hasPast() const; // before the first event there is only the present
    std::uint64_t count() const { return m_rows.size(); }

    double xOf(std::uint64_t time) const;
    std::uint64_t timeAt(double x) const; // ns of CLOCK_MONOTONIC
    // "00:12.004", since the session's start.
    QString timeText(std::uint64_t time) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void touched(); // the user has moved it: a replay ends
    void rowPicked(quint64 row); // a flag was clicked

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF track() const;
    std::uint64_t lastTime() const;
    void work(); // a slice of the log
    void moveTo(double x);
    void tell();
    std::optional<model::Row> flagAt(QPointF position) const;
    void paintMarks(QPainter& painter) const;
    void paintFlags(QPainter& painter) const;
    void paintHandle(QPainter& painter) const;
    QString toolTipAt(QPointF position) const;

    Workbench& m_workbench;
    const model::RowList& m_rows;
    model::Throughput m_counts;
    QBasicTimer m_work;
    bool m_dragging = false;
    int m_wheel = 0; // eighths of a degree that were no whole step yet
};

}
