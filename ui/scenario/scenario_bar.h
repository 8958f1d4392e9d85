// A scenario in the window: its narration, the step that comes next, and the buttons that make it go. What it
// does is seen where everything is seen: on the board and in the log.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <memory>

#include "model/scenario/runner.h"
#include "ui/elided_label.h"
#include "ui/workbench.h"

namespace ui {

class ScenarioBar : public QFrame {
    Q_OBJECT

public:
    ScenarioBar(Workbench& workbench, QWidget* parent = nullptr);
    ~ScenarioBar() override;

    // Takes the place of a scenario that runs. By itself: a step a second.
    void open(model::scenario::Scenario scenario, bool byItself, bool allowRemote);
    void step();
    void togglePlaying();
    void stop();
    bool isOpen() const { return m_runner != nullptr; }

private:
    void lookAt(quint64 first, quint64 count);
    void showStep(quint64 index);
    void showNext();
    void showEnd();
    void setPlaying(bool playing);

    Workbench& m_workbench;
    std::unique_ptr<model::scenario::Runner> m_runner;
    QTimer m_pace;
    QLabel* m_title;
    QLabel* m_narration;
    ElidedLabel* m_next;
    QLabel* m_progress;
    QPushButton* m_step;
    QPushButton* m_play;
    QPushButton* m_close;
};

}
