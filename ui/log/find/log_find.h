// Finding in the rows that the log's panel shows: hits are found on their own thread, counted, marked beside
// the rows, and gone through.
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "model/filter/filtered_rows.h"

namespace ui {

class FindBar;
class LogFilter;
class LogPanel;
class Workbench;

class LogFind : public QObject {
    Q_OBJECT

public:
    // Its line is put into the panel when it is first opened. Looks in what the filter leaves.
    LogFind(Workbench& workbench, LogPanel& panel, LogFilter& filter);

    void open();
    void close();
    void goToNext();
    void goToPrevious();
    const model::RowList* hits() const { return m_hits.get(); } // nullptr: nothing is looked for

private:
    enum class Way : quint8 { Next, Previous };
    void makeBar();
    bool isOpen() const;
    void start();
    void tick();
    void go(Way way);
    void show();

    Workbench& m_workbench;
    LogPanel& m_panel;
    LogFilter& m_filter;
    FindBar* m_bar = nullptr; // once it was opened
    std::unique_ptr<model::filter::FilteredRows> m_hits;
    std::optional<model::Row> m_from; // typing goes on from there, not from hit to hit
    bool m_goes = false; // to the first hit, as soon as there is one
    QTimer m_timer; // while something is being looked for
};

}
