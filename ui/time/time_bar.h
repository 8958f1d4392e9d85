// The line below the board: start, step, play, the strip of time, the moment in words, and the way back to
// the present.
#pragma once

#include "ui/folding_row.h"
#include "ui/time/replay.h"
#include "ui/time/time_strip.h"

class QLabel;
class QMenu;
class QToolButton;

namespace ui {

class ElidedLabel;

class TimeBar : public FoldingRow {
    Q_OBJECT

public:
    TimeBar(Workbench& workbench, const model::RowList& rows, QWidget* parent = nullptr);

    TimeStrip& strip() { return *m_strip; }
    Replay& replay() { return m_replay; }
    void togglePlay();

private:
    QToolButton* addButton(const char* name, const QString& what, const char* key);
    void showSigns();
    QMenu* makeSpeedMenu();
    void showMoment();
    void showComment();

    Workbench& m_workbench;
    const model::RowList& m_rows;
    Replay m_replay;
    TimeStrip* m_strip;
    QToolButton* m_start;
    QToolButton* m_back;
    QToolButton* m_play;
    QToolButton* m_on;
    QToolButton* m_speed = nullptr;
    QToolButton* m_live = nullptr;
    QLabel* m_words;
    ElidedLabel* m_comment; // of the moment's event
};

}
