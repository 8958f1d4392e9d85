// The steps of a scenario: done, the one that is next with what it is about, and those to come. Painted: a
// scenario may have a hundred thousand of them.
#pragma once

#include <QAbstractScrollArea>
#include <optional>
#include <set>
#include <vector>

#include "model/scenario/scenario.h"
#include "ui/workbench.h"

namespace ui {

// Where a step's result begins in its text, "= 5" of "send(c, \"hello\") = 5"; -1: it tells none.
qsizetype resultIn(const QString& step);

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
    bool isAtEnd() const { return !m_failed && doneCount() == m_entries.size(); } // all are done
    // As it is shown now: behind a question the results are folded, until they have come or were asked for.
    QString shownText(std::size_t entry) const;
    void unfold(); // the results behind the question that is next
    QRect foldPlace() const; // of the words that unfold; in the viewport; empty: nothing is folded now

    QSize sizeHint() const override { return {320, 300}; }

    // For who does not see it: access/accessible_rows.h. An item is an entry.
    static constexpr bool kSelectsMany = false;
    std::uint64_t itemCount() const { return m_entries.size(); }
    QString itemText(std::uint64_t entry) const;
    QRect itemRect(std::uint64_t entry) const;
    bool isItemSelected(std::uint64_t entry) const { return entry == current(); }
    std::optional<std::uint64_t> itemAt(QPoint position) const;
    std::optional<std::uint64_t> currentItem() const { return m_at; }

Q_SIGNALS:
    void picked(quint64 step); // one that is done was clicked

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Entry {
        std::size_t step; // index in the scenario
        QString text;
        QString narration;
        std::vector<std::string> answers; // of a question, to choose from in one's mind
        bool isQuestion = false;
        std::optional<std::size_t> question; // the entry whose answer this one's result gives away
    };
    static constexpr int kMargin = 14;
    static constexpr int kIndent = 46; // of the words, behind the sign
    static constexpr int kRowSpace = 14; // above and below a step's words, together

    QFont codeFont() const;
    int textWidth() const;
    int lineHeight() const;
    QStringList linesOf(const QString& text, bool isQuestion) const;
    QString belowText(std::size_t entry) const; // narration, or the answers to choose from
    int belowHeight() const;
    int topOf(std::size_t entry) const; // in the viewport
    int heightOf(std::size_t entry) const; // without what is below it
    int wholeHeightOf(std::size_t entry) const; // with it
    std::size_t entryAt(int y) const; // count(): none
    void bringIntoSight(std::size_t entry);
    void goTo(std::size_t entry); // by a key
    void pick(std::size_t entry); // as a click: those that are done
    std::size_t current() const { return doneCount(); } // count(): all are done
    bool isFolded(const Entry& entry) const;
    bool folds() const; // the current entry is a question that nobody has asked the answer of
    void layOut();
    void placeCurrent(); // what is below it
    void paintEntry(QPainter& painter, std::size_t index);
    void paintSign(QPainter& painter, const QRectF& place, std::size_t index);

    Workbench& m_workbench;
    std::vector<Entry> m_entries;
    std::vector<int> m_tops {0}; // of each entry, and the end; as if none had anything below it
    int m_below = 0; // height of what is below the current entry: words, and those that unfold
    std::set<std::size_t> m_unfolded; // questions
    std::size_t m_done = 0; // steps
    bool m_failed = false;
    std::optional<std::uint64_t> m_at; // where the keys are
};

}
