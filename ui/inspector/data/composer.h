// What will be sent by the selected socket: typed, from a file, or made by a pattern; once, or several times.
#pragma once

#include <QStackedWidget>
#include <QWidget>
#include <optional>

#include "model/data/repeater.h"
#include "ui/inspector/data/payload_editor.h"
#include "ui/workbench.h"

class QBoxLayout;
class QButtonGroup;
class QMenu;
class QPushButton;
class QToolButton;

namespace ui {

class Composer : public QWidget {
    Q_OBJECT

public:
    Composer(Workbench& workbench, QWidget* parent = nullptr);

    // Again whenever the socket has changed.
    void showSocket(const model::SocketNode& socket);
    // Makes the call, where what stands there can be understood.
    void send();

private:
    QWidget* makeModes();
    QBoxLayout* makeButtons();
    void addEditor(PayloadEditor* editor);
    PayloadEditor& editor() const { return *m_editors[static_cast<std::size_t>(m_stack->currentIndex())]; }
    void setMode(int mode);
    void fitEditor();
    void readPayload();
    void refresh();
    // Of the payload's first bytes at most `most`, but with the length of all of it.
    std::optional<netcore::Call> call(qsizetype most) const;
    void showProgress();
    void repeatEnded(model::Repeater::End how);
    void lookForReturn(quint64 first, quint64 count);
    void say(const QString& text, const QString& role);
    QString meaningOf(int error) const;
    void fillSavedMenu();
    void putBack(const SavedMessage& message);
    void restyle();

    Workbench& m_workbench;
    model::Repeater m_repeater;
    netcore::SocketId m_socket = netcore::kNoSocket;
    netcore::Ticket m_sent = netcore::kNoTicket; // a single call, until it has returned
    netcore::CallId m_sentCall = netcore::CallId::Send;
    bool m_takesAddress = false; // of a datagram
    bool m_addressTyped = false;
    Payload m_payload;

    QButtonGroup* m_modes;
    QStackedWidget* m_stack;
    std::vector<PayloadEditor*> m_editors;
    QMenu* m_savedMenu;
    QLabel* m_count;
    QLabel* m_toLabel;
    QLineEdit* m_to;
    QLabel* m_line; // the C line
    QLabel* m_status;
    QPushButton* m_send;
    QPushButton* m_stop;
    QSpinBox* m_times;
    QSpinBox* m_interval;
};

}
