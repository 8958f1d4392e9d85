// The tab of throughput: the plot, and what is measured.
#pragma once

#include <QWidget>

#include "ui/throughput/throughput_plot.h"

class QLabel;
class QToolButton;

namespace ui {

class ThroughputPage : public QWidget {
    Q_OBJECT

public:
    explicit ThroughputPage(Workbench& workbench, QWidget* parent = nullptr);

    QWidget* head() const { return m_head; }
    ThroughputPlot& plot() { return *m_plot; }

Q_SIGNALS:
    void filterWanted(const QString& expression); // rows of the chosen range only

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHead();
    void showRange();
    void wantFilter();

    Workbench& m_workbench;
    ThroughputPlot* m_plot;
    QWidget* m_head = nullptr;
    QLabel* m_range = nullptr;
    QToolButton* m_zoom = nullptr;
    QToolButton* m_all = nullptr;
    QToolButton* m_only = nullptr;
};

}
