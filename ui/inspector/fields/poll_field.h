// struct pollfd[]: which open sockets are watched, and for what.
#pragma once

#include <QCheckBox>
#include <QVBoxLayout>
#include <vector>

#include "ui/inspector/fields/call_field.h"
#include "ui/inspector/fields/constant_edit.h"

namespace ui {

class PollField : public CallField {
    Q_OBJECT

public:
    PollField(const FieldContext& context, QWidget* parent);

    bool read(netcore::Call& call) const override;
    QString problem() const override;
    QWidget* firstInput() override;
    void follow() override; // sockets come and go; ticks stay

private:
    struct Entry {
        netcore::SocketId socket;
        QWidget* row;
        QCheckBox* watched;
        ConstantEdit* events;
    };
    void add(const model::SocketNode& node);

    QVBoxLayout* m_rows;
    std::vector<Entry> m_entries;
};

}
