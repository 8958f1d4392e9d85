// A scenario in the window: what it is about, its steps, and the buttons that make it go. What it does is
// seen where everything is seen: on the board and in the log. Its steps can be gone through again: back is a
// moment of the past, not an undoing.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <memory>
#include <vector>

#include "model/scenario/runner.h"
#include "ui/scenario/step_list.h"
#include "ui/workbench.h"

class QVBoxLayout;

namespace ui {

class ScenarioPanel : public QFrame {
    Q_OBJECT

public:
    explicit ScenarioPanel(Workbench& workbench, QWidget* parent = nullptr);
    ~ScenarioPanel() override;

    // Takes the place of a scenario that runs. By itself: a step a second.
    void open(model::scenario::Scenario scenario, bool byItself, bool allowRemote);
    // In the past: to the moment of the next step, and at its end to the present. Else the next step is made.
    void step();
    void back();
    void togglePlaying(); // when it is over: opens it once more
    void stop();
    bool isOpen() const { return m_runner != nullptr; }
    bool isOver() const { return m_over; } // its last step was made, or it was ended
    std::size_t stepsDone() const { return m_runner ? m_runner->stepsDone() : 0; }

Q_SIGNALS:
    void opened(); // it takes its room
    void closed(); // and leaves it
    // Another scenario is open, or the same once more: what the one before made stands in these rows, and is
    // closed by now.
    void earlierRunLeft(quint64 firstRow, quint64 endRow);

private:
    void makeContent(); // with the first scenario
    void showSizes();
    QWidget* makeHead();
    QWidget* makeButtons();
    void lookAt(quint64 first, quint64 count);
    void beginStep(quint64 index);
    void showSteps();
    void showEnd();
    void showVerdict(const char* role, const QString& text);
    void setPlaying(bool playing);
    void showPlay();
    std::size_t stepsAtMoment() const;
    void letRunnerGo();

    Workbench& m_workbench;
    std::unique_ptr<model::scenario::Runner> m_runner;
    struct Begun {
        std::size_t step;
        model::Row row; // the first one after it had begun
    };
    std::vector<Begun> m_begun; // ascending
    struct Rows {
        model::Row first;
        model::Row end;
    };
    model::Row m_firstRow = 0; // of the run
    model::Row m_endRow = 0; // once it is over
    std::vector<Rows> m_earlier; // runs that are over
    bool m_over = false;
    bool m_allowRemote = false;
    QTimer m_pace;
    QLabel* m_title = nullptr;
    QLabel* m_about = nullptr;
    QLabel* m_end = nullptr;
    StepList* m_steps = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_step = nullptr;
    QPushButton* m_play = nullptr;
    QPushButton* m_close = nullptr;
};

}
