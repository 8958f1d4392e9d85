// The form of one call, made from the call's description: its signature, a field an argument, the C line that
// will run.
#pragma once

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <optional>
#include <vector>

#include "netcore/engine/call.h"
#include "ui/inspector/fields/call_field.h"
#include "ui/workbench.h"

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
    QString problem() const; // the first one
    FieldContext contextOf(const model::SocketNode& socket);
    void rebuild(const model::SocketNode& socket);
    void addField(CallField* field);
    void showPreview();
    void showLegality(const model::SocketNode& socket);

    Workbench& m_workbench;
    netcore::SocketId m_socket = netcore::kNoSocket;
    netcore::CallId m_call = netcore::CallId::None;
    FieldMemory m_memory;

    QLabel* m_signature;
    QFormLayout* m_rows;
    QLabel* m_problem;
    QLabel* m_line;
    QLabel* m_legality;
    QPushButton* m_button;
    std::vector<CallField*> m_fields; // of the call that is shown
};

}
