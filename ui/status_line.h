// The line at the bottom: how much has happened, how fast, whether anything was lost, who works and who
// sleeps.
#pragma once

#include <QLabel>
#include <QTimer>
#include <QWidget>

#include "ui/workbench.h"

namespace ui {

class StatusLine : public QWidget {
    Q_OBJECT

public:
    StatusLine(Workbench& workbench, QWidget* parent = nullptr);

    void setSessionName(const QString& name);

private:
    QLabel* addLabel(const char* name);
    void refresh();

    Workbench& m_workbench;
    QLabel* m_events;
    QLabel* m_rate;
    QLabel* m_lost;
    QLabel* m_workers;
    QLabel* m_session;
    QTimer m_timer;
    quint64 m_lastCount = 0;
};

}
