// The panel of the log: what it is, how much there is of it, whether it follows; below it the rows.
#pragma once

#include <QWidget>

#include "model/rows/row_facts.h"
#include "model/rows/row_list.h"

class QBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

class LogView;
class Workbench;

class LogPanel : public QWidget {
    Q_OBJECT

public:
    explicit LogPanel(Workbench& workbench, QWidget* parent = nullptr);

    LogView& view() { return *m_view; }

private:
    QBoxLayout* makeHead();
    void connectAll();
    void take(quint64 first, quint64 count);
    void showLook();
    void showCount();
    void showObservations(bool shows);

    Workbench& m_workbench;
    model::UserRows m_rows;
    model::RowFacts m_facts;
    LogView* m_view = nullptr;
    QLabel* m_count;
    QToolButton* m_observations;
    QToolButton* m_follow;
    QToolButton* m_copy;
};

}
