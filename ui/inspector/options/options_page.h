// The tab of socket options: all that the socket's levels have, decoded, searched, changed in place.
#pragma once

#include <QLabel>
#include <QVBoxLayout>
#include <optional>
#include <vector>

#include "model/graph/option_calls.h"
#include "model/graph/socket_options.h"
#include "ui/inspector/fact_row.h"
#include "ui/inspector/inspector_page.h"
#include "ui/inspector/options/option_editor.h"

class QLineEdit;

namespace ui {

class OptionsPage : public InspectorPage {
    Q_OBJECT

public:
    OptionsPage(Workbench& workbench, QWidget* parent = nullptr);

    void showSocket(const model::SocketNode& socket) override;
    quint64 news(const model::SocketNode& socket) const override;

private:
    struct Entry {
        const netcore::OptionDescription* option;
        FactRow* row;
    };
    struct Group {
        int level;
        QLabel* title;
        std::vector<Entry> entries;
    };
    void rebuild(const model::SocketNode& socket);
    void addGroup(int level, const model::SocketNode& socket);
    void showValues(const model::SocketNode& socket);
    FactRow::Value valueOf(const Entry& entry) const;
    const model::SocketOption* known(const netcore::OptionDescription& option) const;
    void choose(const netcore::OptionDescription* option);
    void filter();

    Workbench& m_workbench;
    model::OptionCalls m_calls;
    QLineEdit* m_search;
    QLabel* m_nothing;
    QVBoxLayout* m_column;
    OptionEditor* m_editor;
    std::vector<Group> m_groups;
    std::vector<model::SocketOption> m_values;
    const netcore::OptionDescription* m_chosen = nullptr;
    netcore::SocketId m_socket = netcore::kNoSocket;
    std::uint16_t m_kind = 0; // socketKinds bit that the rows are for
    std::size_t m_valuesFrom = 0; // optionRows that m_values were made of
};

}
