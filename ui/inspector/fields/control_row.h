// One control message ("ancillary data", cmsg(3)) that is to be sent.
#pragma once

#include <QWidget>
#include <optional>
#include <set>
#include <vector>

#include "ui/inspector/fields/constant_edit.h"
#include "ui/workbench.h"

class QHBoxLayout;

namespace ui {

class ControlRow : public QWidget {
    Q_OBJECT

public:
    enum class Kind : quint8 { Rights, Credentials, TimeToLive, TrafficClass, PacketInfo, Raw };
    static std::vector<Kind> kindsFor(int domain);
    static QString title(Kind kind);

    ControlRow(Workbench& workbench, Kind kind, int domain, QWidget* parent);

    std::optional<netcore::ControlMessage> message() const; // nothing: problem() says why
    QString problem() const;
    void follow(); // sockets were closed

Q_SIGNALS:
    void changed();
    void removed();

private:
    QWidget* makeInputs();
    ConstantEdit* addNumber(QHBoxLayout& row, const char* name, const QString& caption, std::int64_t value);
    void openSockets();
    void showSockets();
    std::optional<std::int32_t> number(std::size_t index) const;
    std::optional<netcore::ControlMessage> structure() const;

    Workbench& m_workbench;
    const Kind m_kind;
    const int m_domain;
    std::set<netcore::SocketId> m_passes;
    QToolButton* m_sockets = nullptr;
    std::vector<ConstantEdit*> m_numbers;
    QLineEdit* m_bytes = nullptr;
};

}
