// getaddrinfo(): a name, a service and hints; the whole list that comes back, in order. It runs in the engine
// and can be cancelled while it sleeps.
#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>

#include "ui/inspector/fields/constant_edit.h"
#include "ui/workbench.h"

class QFormLayout;

namespace ui {

class LookUpPopup : public QFrame {
    Q_OBJECT

public:
    LookUpPopup(Workbench& workbench, QWidget* parent);
    ~LookUpPopup() override; // a look-up that still runs is cancelled

    void proposeKind(int domain, int type); // hints
    void openAt(const QPoint& globalPosition);

Q_SIGNALS:
    // As it can be typed, and what kind of socket can use it. The popup closes by itself.
    void chosen(const QString& address, int family, int type);

private:
    void addInputs(QFormLayout& form);
    std::optional<netcore::LookUpDetails> read() const;
    void showPreview();
    void start();
    void takeEvents(quint64 first, quint64 count);
    void showAnswer(const netcore::Event& event, const netcore::CallRecord& record);
    void setRunning(bool running);
    void choose(const QListWidgetItem* item);

    Workbench& m_workbench;
    QLineEdit* m_node;
    QLineEdit* m_service;
    ConstantEdit* m_family;
    ConstantEdit* m_type;
    ConstantEdit* m_flags;
    QLabel* m_line;
    QPushButton* m_start;
    QPushButton* m_cancel;
    QLabel* m_result;
    QListWidget* m_found;
    QTimer m_clock;
    QElapsedTimer m_since;
    netcore::Ticket m_ticket = netcore::kNoTicket;
};

}
