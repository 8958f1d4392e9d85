// The form of one call, made from the call's description: its signature, a field an argument, the C line that
// will run.
#pragma once

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QWidget>
#include <map>
#include <optional>

#include "netcore/engine/call.h"
#include "ui/inspector/flags_button.h"
#include "ui/workbench.h"

class QComboBox;

namespace ui {

class CallForm : public QWidget {
    Q_OBJECT

public:
    CallForm(Workbench& workbench, QWidget* parent = nullptr);

    // Fields keep what was typed for this call and socket kind before.
    void show(const model::SocketNode& socket, netcore::CallId call);
    // The socket has changed: what the kernel will say may be another thing now.
    void refresh(const model::SocketNode& socket);
    void focusFirstField();
    netcore::CallId call() const { return m_call; }
    // Makes the call with what stands in the fields, where they can be understood.
    void make();

Q_SIGNALS:
    void made(quint32 ticket);

private:
    // Built once for a call; nothing where the fields don't make sense.
    std::optional<netcore::Call> read() const;
    void rebuild();
    void addField(const netcore::Parameter& parameter);
    QWidget* makeEditor(const netcore::Parameter& parameter);
    QLineEdit* addressField();
    QLineEdit* dataField();
    QString proposedAddress() const;
    void proposeAgain();
    void showPreview();
    void showLegality(const model::SocketNode& socket);
    void complain(const QString& what);

    Workbench& m_workbench;
    netcore::SocketId m_socket = netcore::kNoSocket;
    int m_domain = 0;
    netcore::CallId m_call = netcore::CallId::None;
    std::map<QString, QString> m_typed; // by call and field: what was there before

    QLabel* m_signature;
    QFormLayout* m_fields;
    QLabel* m_problem;
    QLabel* m_line;
    QLabel* m_legality;
    QPushButton* m_button;

    // The editors of the call that is shown; null where it has no such argument.
    QLineEdit* m_address = nullptr;
    QLineEdit* m_data = nullptr;
    QSpinBox* m_number = nullptr; // backlog, or size of a buffer
    QComboBox* m_direction = nullptr;
    FlagsButton* m_flags = nullptr;
};

}
