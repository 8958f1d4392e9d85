// What the last call of the selected socket gave beside its number: the parts of a message, the events of a
// poll set, the value of an option, new descriptors. A click on a descriptor selects its card.
#pragma once

#include <QFrame>
#include <QVBoxLayout>

#include "ui/workbench.h"

namespace ui {

class CallResultView : public QFrame {
    Q_OBJECT

public:
    CallResultView(Workbench& workbench, QWidget* parent = nullptr);

private:
    void refresh();
    void clear();
    void showCall(const netcore::Event& event, const netcore::CallRecord& record);
    void showMessage(const netcore::Event& event, const netcore::MessageDetails& message);
    void showEmptyMessage(const netcore::Event& event, const netcore::CallRecord& record);
    void showPoll(const netcore::PollDetails& details);
    void showOption(const netcore::CallRecord& record, const netcore::OptionBytes& value);
    void addLine(const QString& name, const QString& value);
    void addSocket(const QString& text, netcore::SocketId socket);
    QString fateOf(const netcore::OpenedDescriptor& opened) const;

    Workbench& m_workbench;
    QVBoxLayout* m_rows;
    model::Row m_shown = 0;
    netcore::SocketId m_socket = netcore::kNoSocket;
};

}
