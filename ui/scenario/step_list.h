// The steps of a scenario: done, the one that is next with what it is about, and those to come. Painted: a
// scenario may have a hundred thousand of them.
#pragma once

#include <QAbstractScrollArea>
#include <optional>
#include <vector>

#include "model/scenario/scenario.h"
#include "ui/workbench.h"

namespace ui {

// Narration is Markdown; here its words are enough, and its links and pictures must not be followed.
QString plainNarration(const std::string& markdown);

class StepList : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit StepList(Workbench& workbench, QWidget* parent = nullptr);

    void setScenario(const model::scenario::Scenario& scenario);
    // So many of the scenario's steps are done. `failed`: the next one has been made, and was not as
    // expected.
    void setDone(std::size_t steps, bool failed = false);
    // What is shown as an entry: all but narration, which goes with the step after it.
    std::size_t count() const { return m_entries.size(); }
    std::size_t doneCount() const;

    QSize sizeHint() const override { return {320, 300}; }

Q_SIGNALS:
    void picked(quint64 step); // one that is done was clicked

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Entry {
        std::size_t step; // index in the scenario
        QString text;
        QString narration;
    };
    QFont codeFont() const;
    int rowHeight() const;
    int narrationHeight() const; // of the current entry
    int topOf(std::size_t entry) const; // in the viewport
    std::size_t current() const { return doneCount(); } // count(): all are done
    void layOut();
    void paintEntry(QPainter& painter, std::size_t index);
    void paintSign(QPainter& painter, const QRectF& place, std::size_t index);

    Workbench& m_workbench;
    std::vector<Entry> m_entries;
    std::size_t m_done = 0; // steps
    bool m_failed = false;
};

}
