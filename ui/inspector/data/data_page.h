// The tab of bytes: what the socket has sent and received, what waits, and what will be sent.
#pragma once

#include "model/data/movements.h"
#include "ui/inspector/data/composer.h"
#include "ui/inspector/data/data_view.h"
#include "ui/inspector/inspector_page.h"

class QLabel;
class QMenu;
class QPushButton;

namespace ui {

class DataPage : public InspectorPage {
    Q_OBJECT

public:
    DataPage(Workbench& workbench, QWidget* parent = nullptr);

    void showSocket(const model::SocketNode& socket) override;
    quint64 news(const model::SocketNode& socket) const override;
    void act() override { m_composer->send(); }

private:
    QWidget* makeSummary();
    QWidget* makeWaiting();
    void showWaiting(const model::SocketNode& socket);
    netcore::Call receiveCall(const model::SocketNode& socket) const;

    Workbench& m_workbench;
    model::Movements m_movements;
    DataView* m_view;
    Composer* m_composer;
    QLabel* m_summary = nullptr;
    QMenu* m_copyMenu = nullptr;
    QFrame* m_waitingBand = nullptr;
    QLabel* m_waiting = nullptr;
    QPushButton* m_receive = nullptr;
    netcore::SocketId m_socket = netcore::kNoSocket;
};

}
