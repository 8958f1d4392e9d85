// What a filter does to the log's panel: its list of rows is made, kept up to date, and shown.
//
// While another filter is typed the rows of the last one stay, until the new ones are there or some of them.
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "model/filter/facts.h"
#include "model/filter/filtered_rows.h"
#include "ui/log/log_columns.h"

class QMenu;

namespace ui {

class FilterBar;
class LogPanel;
class Workbench;

class LogFilter : public QObject {
    Q_OBJECT

public:
    // Puts its line into the panel.
    LogFilter(Workbench& workbench, LogPanel& panel);
    ~LogFilter() override;

    FilterBar& bar() { return *m_bar; }
    // Of what is shown; nothing: no filter.
    const std::optional<model::filter::Node>& node() const { return m_node; }
    // As it is now; others that find rows ask the same.
    std::shared_ptr<const model::filter::Facts> facts() const { return m_keeper.facts(); }

Q_SIGNALS:
    void rowsChanged(); // another list, or another filter
    // Rows from there on have to be looked at again by who uses the facts.
    void factsChanged(quint64 changedFrom);

private:
    void use(const std::optional<model::filter::Node>& node);
    void start(); // over the whole log
    void tick();
    void takeFacts();
    void takeAnnotations();
    void extend();
    void addMenuActions(QMenu& menu, model::Row row, LogColumn column);

    Workbench& m_workbench;
    LogPanel& m_panel;
    FilterBar* m_bar;
    model::filter::FactsKeeper m_keeper;
    std::size_t m_actors = 0;
    std::optional<model::filter::Node> m_node;
    std::unique_ptr<model::filter::FilteredRows> m_rows; // shown
    std::unique_ptr<model::filter::FilteredRows> m_next; // not yet
    int m_ticks = 0; // that it was waited for
    bool m_looksAgain = false; // at rows that have been shown
    QTimer m_timer; // while something is being looked for
};

// The fields of the language that a column of the log shows; nothing: none.
std::optional<model::filter::Field> fieldOf(LogColumn column);

}
