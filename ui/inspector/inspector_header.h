// Which socket it is, above all its views: number, kind, blocking or not, state.
#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include "ui/elided_label.h"
#include "ui/workbench.h"

namespace ui {

class InspectorHeader : public QWidget {
    Q_OBJECT

public:
    InspectorHeader(Workbench& workbench, QWidget* parent = nullptr);

    void showSocket(const model::SocketNode& socket);

private:
    void switchMode();

    Workbench& m_workbench;
    QLabel* m_title;
    ElidedLabel* m_kind;
    ElidedLabel* m_role;
    QToolButton* m_mode; // blocking or not: a click is one fcntl()
    QLabel* m_badge;
    netcore::SocketId m_socket = netcore::kNoSocket;
};

}
