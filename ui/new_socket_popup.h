// A new socket: domain × type, an address proposed, and one click for socket(), or for socket(), bind() and
// listen().
#pragma once

#include <QButtonGroup>
#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <deque>

#include "netcore/engine/call.h"
#include "ui/workbench.h"

namespace ui {

class NewSocketPopup : public QFrame {
    Q_OBJECT

public:
    NewSocketPopup(Workbench& workbench, QWidget* parent);

    void openAt(const QPoint& globalPosition);

private:
    QWidget* makeMatrix();
    int domain() const;
    int type() const;
    void propose();
    void showPreview();
    std::deque<netcore::Call> callsFor(int count) const; // 1: socket(), 2: with bind(), 3: with listen()
    void create(int count);

    Workbench& m_workbench;
    QButtonGroup* m_matrix;
    QLineEdit* m_address;
    QCheckBox* m_nonBlocking;
    QLabel* m_problem;
    QLabel* m_preview;
    QPushButton* m_create;
    QPushButton* m_bind;
    QPushButton* m_listen;
};

}
