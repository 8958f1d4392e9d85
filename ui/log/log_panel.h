// The panel of the log: what it is, how much there is of it, whether it follows; below it the rows.
#pragma once

#include <QWidget>
#include <functional>

#include "model/rows/row_density.h"
#include "model/rows/row_facts.h"
#include "model/rows/row_list.h"
#include "ui/log/rules/rule_set.h"

class QVBoxLayout;

class QSplitter;
class QToolButton;

namespace ui {

class ElidedLabel;
class LogDetail;
class LogFilter;
class LogFind;
class LogView;
class Workbench;

// What the keys for finding ask for.
enum class FindKey : unsigned char { Open, Next, Previous };

class LogPanel : public QWidget {
    Q_OBJECT

public:
    explicit LogPanel(Workbench& workbench, QWidget* parent = nullptr);
    ~LogPanel() override;

    LogFilter& filter() { return *m_filter; }
    LogFind& find() { return *m_find; }
    LogView& view() { return *m_view; }
    // Its controls; who shows them elsewhere may take them.
    QWidget* head() const { return m_head; }
    const model::UserRows& allRows() const { return m_rows; }
    // What a filter has left; nullptr: all. It must live until it is replaced. The count is told as n of m.
    void showRows(const model::RowList* filtered);
    // That list has changed: at its end, or as a whole.
    void showMoreRows();
    void showOtherRows(std::optional<model::Row> inSight);
    // A line between head and rows (filter), or below the rows (find); the panel takes it.
    void addLineAbove(QWidget* line);
    void addLineBelow(QWidget* line);
    void commentOn(model::Row row); // brings it to sight
    void showDetail(bool shown); // of the current row
    // Rules that tint rows, as they are kept: see colour_rule.h.
    QString rules() const;
    void setRules(const QString& rules);
    bool showsDetail() const;
    // How much of the width is the detail's, to be kept.
    QByteArray detailState() const;
    void restoreDetail(const QByteArray& state);
    // Asked first when a key for finding is pressed. True: it was meant, because the keys are there.
    void setOtherFinder(std::function<bool(FindKey)> finder) { m_otherFinder = std::move(finder); }

Q_SIGNALS:
    void observationsShown(bool shown);
    void wanted(); // somebody is to see it: by a key for its lines

private:
    QWidget* makeHead();
    void connectAll();
    void addFilterActions();
    void find(FindKey key);
    void take(quint64 first, quint64 count);
    void showLook();
    void showCount();
    QString emptyText() const;
    void showTroubles();
    void showMarks();
    void connectDetail();
    void makeDetail();
    void connectRules();
    void showRulesPopup();
    const ColourRule* ruleOf(model::Row row);
    void showObservations(bool shows);

    Workbench& m_workbench;
    model::UserRows m_rows;
    model::RowFacts m_facts;
    model::Troubles m_troubles;
    const model::RowList* m_filtered = nullptr;
    QVBoxLayout* m_column;
    QWidget* m_head = nullptr;
    LogView* m_view = nullptr;
    QSplitter* m_across; // rows | detail
    bool m_detailPlaced = false; // its share of the width is the user's, or has been given once
    LogDetail* m_detail = nullptr; // once it was shown
    QByteArray m_detailState; // to be restored then
    LogFilter* m_filter = nullptr;
    LogFind* m_find = nullptr;
    ElidedLabel* m_count; // gives way where there is little room
    QToolButton* m_observations;
    QToolButton* m_follow;
    QToolButton* m_copy;
    QToolButton* m_colours;
    std::function<bool(FindKey)> m_otherFinder;
    RuleSet m_ruleSet;
    model::filter::FactsKeeper m_ruleFacts;
};

}
