// What the socket's last call gave: its result; what that means in this situation, why, and what helps, with
// a button for what can safely be done at once. Or that it sleeps.
//
// What the investigator finds out comes a moment after the result: until then, and not longer than a moment,
// only the result is shown, so that no text is replaced under the reader's eyes.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include "ui/workbench.h"

namespace ui {

class BytesHandle;
class FlowLayout;

class OutcomeView : public QFrame {
    Q_OBJECT

public:
    OutcomeView(Workbench& workbench, QWidget* parent = nullptr);

    void show(const model::SocketNode& socket);

Q_SIGNALS:
    void failureExplained(quint32 ticket); // of that call; all is said now

private:
    // What the shown diagnosis was made of: the same again needs no second look.
    struct Basis {
        model::Row row = 0;
        std::size_t findings = 0;
        std::uint64_t changedAt = 0;

        bool operator==(const Basis&) const = default;
    };

    void showBlocked(const model::BlockedCall& call);
    void showCall(const model::SocketNode& socket, const netcore::Event& event);
    void showDiagnosis(const model::Diagnosis& diagnosis);
    void showRemedies(const QList<model::Remedy>& remedies);
    bool waitsForFinding(const model::SocketNode& socket, const netcore::Event& event);
    void setTone(const QString& role);

    Workbench& m_workbench;
    netcore::Ticket m_asleep = netcore::kNoTicket;
    netcore::Ticket m_shown = netcore::kNoTicket; // the call that the buttons are about
    netcore::SocketId m_socket = netcore::kNoSocket;
    Basis m_basis;
    QTimer m_patience;
    QList<model::Remedy> m_remedies; // of the buttons, in their order
    QLabel* m_result;
    BytesHandle* m_bytes; // that it has brought
    QLabel* m_meaning;
    QLabel* m_why;
    QLabel* m_remedy;
    QWidget* m_buttons;
    FlowLayout* m_flow;
    QPushButton* m_cancel;
};

}
