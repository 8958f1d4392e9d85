// The line above the log in which a filter is typed: how it stands, what is wrong with it, those that were
// used before and those that have a name. What the filter does is somebody else's: log_filter.h.
#pragma once

#include <QFrame>
#include <QStringList>
#include <optional>

#include "model/filter/expression.h"
#include "ui/log/filter/filter_edit.h"
#include "ui/log/filter/saved_filters.h"

class QLabel;
class QMenu;
class QToolButton;

namespace ui {

class FilterBar : public QFrame {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    FilterEdit& edit() { return *m_edit; }
    void setLook(const Theme& theme, const QFont& monospace);
    void focusEdit(); // and selects what is there
    // As if it had been typed and entered.
    void enter(const QString& text);
    QString text() const { return m_edit->text().trimmed(); }
    // While it works: how much has been looked at; 1 and more: all.
    void setProgress(double done);

    const FilterMemory& memory() const { return m_memory; }
    void setMemory(const FilterMemory& memory);

Q_SIGNALS:
    // A filter that can be used; nothing: none. Not told of what has a mistake.
    void changed(const std::optional<model::filter::Node>& node);
    void left(); // the user is done with it
    void memoryChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class State : quint8 { None, Good, Bad };
    void read();
    void showState();
    void placeProblem();
    void remember();
    void makeSavedMenu();
    void addSaveLine();
    void showHelp();

    FilterEdit* m_edit;
    QLabel* m_state;
    QLabel* m_progress;
    QLabel* m_problemText;
    QToolButton* m_saved;
    QToolButton* m_help;
    QToolButton* m_clear;
    QMenu* m_savedMenu;
    QWidget* m_problemLine;
    std::optional<model::filter::Problem> m_problem;
    FilterMemory m_memory;
    State m_is = State::None;
    QString m_read; // the text that was told
};

}
