// A new socket: domain × type or any numbers, an address proposed, and one click for socket(), or for
// socket(), bind() and listen(); or a pair of sockets.
#pragma once

#include <QButtonGroup>
#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <deque>

#include "netcore/engine/call.h"
#include "ui/inspector/fields/constant_edit.h"
#include "ui/workbench.h"

namespace ui {

class NewSocketPopup : public QFrame {
    Q_OBJECT

public:
    NewSocketPopup(Workbench& workbench, QWidget* parent);

    void openAt(const QPoint& globalPosition);
    // The same, for an address that was looked up.
    void openFor(const QPoint& globalPosition, const QString& address, int domain, int type);

Q_SIGNALS:
    void lookUpWanted(const QPoint& globalPosition);

private:
    QWidget* makeMatrix();
    QWidget* makeNumbers();
    void wire();
    void takeCell(int id);
    int domain() const;
    int type() const;
    bool isPair() const { return m_pair; }
    QString warning() const; // of a combination that Linux does not have
    void propose();
    void showPreview();
    std::deque<netcore::Call> callsFor(int count) const; // 1: socket(), 2: with bind(), 3: with listen()
    void create(int count);

    Workbench& m_workbench;
    QButtonGroup* m_matrix;
    ConstantEdit* m_domain;
    ConstantEdit* m_type;
    ConstantEdit* m_protocol;
    bool m_pair = false;
    QWidget* m_addressRow;
    QLineEdit* m_address;
    QCheckBox* m_nonBlocking;
    QLabel* m_problem;
    QLabel* m_preview;
    QPushButton* m_create;
    QPushButton* m_bind;
    QPushButton* m_listen;
};

}
