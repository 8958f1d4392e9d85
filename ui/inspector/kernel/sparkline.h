// How one number went over the log, as a small line: what the kernel said at each of its views.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/workbench.h"

namespace ui {

class Sparkline : public QWidget {
    Q_OBJECT

public:
    Sparkline(Workbench& workbench, const QString& name, QWidget* parent = nullptr);

    struct Point {
        quint64 time; // CLOCK_MONOTONIC, ns
        qreal value;
        bool operator==(const Point&) const = default;
    };
    // Ascending. Between two points the earlier one holds. `unit` stands behind the highest value.
    void setPoints(std::vector<Point> points, const QString& most);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Workbench& m_workbench;
    const QString m_name;
    QString m_most;
    std::vector<Point> m_points;
};

}
