// What the socket's last call gave: its result, what an errno means in this situation, and what helps. Or
// that it sleeps.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>

#include "ui/workbench.h"

namespace ui {

class OutcomeView : public QFrame {
    Q_OBJECT

public:
    OutcomeView(Workbench& workbench, QWidget* parent = nullptr);

    void show(const model::SocketNode& socket);

private:
    void showBlocked(const model::BlockedCall& call);
    void showCall(const netcore::Event& event, const netcore::CallRecord& record);
    void setTone(const QString& role);

    Workbench& m_workbench;
    netcore::Ticket m_asleep = netcore::kNoTicket;
    QLabel* m_result;
    QLabel* m_meaning;
    QLabel* m_remedy;
    QPushButton* m_cancel;
};

}
