// The line below the log in which is typed what to look for, and where it is told how often that is there.
#pragma once

#include <QFrame>
#include <optional>

#include "model/filter/problem.h"
#include "model/search/find.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

class FindBar : public QFrame {
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    void open(); // and takes the focus
    void setCodeFont(const QFont& font);
    model::search::FindQuery query() const;
    // `place`: the hit that is current, from 1; 0: none.
    void showCount(std::uint64_t place, std::uint64_t hits, bool isComplete);
    void showProblem(const model::filter::Problem& problem);
    void showNothing(); // there is nothing to look for

Q_SIGNALS:
    void queryChanged();
    void nextWanted();
    void previousWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void say(const QString& text, const char* role);

    QLineEdit* m_edit;
    QComboBox* m_form;
    QToolButton* m_case;
    QToolButton* m_dataOnly;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_close;
};

}
