// What is known of one option, and the calls that read and set it. Stands below the chosen row.
#pragma once

#include <QWidget>

#include "model/graph/option_calls.h"
#include "model/graph/socket_options.h"
#include "ui/workbench.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

class OptionEditor : public QWidget {
    Q_OBJECT

public:
    OptionEditor(Workbench& workbench, const model::OptionCalls& calls, QWidget* parent = nullptr);

    // `value`: the sampled one; nullptr: none is known. Again whenever the socket has changed.
    void show(const model::SocketNode& socket, const netcore::OptionDescription& option,
        const model::SocketOption* value);

private:
    void showEditor(const std::vector<std::byte>& bytes);
    void showFacts(const model::SocketNode& socket);
    void showResult();
    void setNumber(int value);
    void setTyped();
    void set(std::vector<std::byte> bytes);
    void get();

    Workbench& m_workbench;
    const model::OptionCalls& m_calls;
    const netcore::OptionDescription* m_option = nullptr;
    netcore::SocketId m_socket = netcore::kNoSocket;
    std::vector<std::byte> m_shown;
    QLabel* m_meaning;
    QLabel* m_facts;
    QLabel* m_asked;
    QCheckBox* m_switch;
    QComboBox* m_names;
    QLineEdit* m_text;
    QToolButton* m_set;
    QToolButton* m_get;
    QLabel* m_result;
};

}
