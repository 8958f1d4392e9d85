// The tab of the kernel's own view: every fact that it gives, in groups, what the last call changed marked,
// and how queues, window and round trip went over the log.
#pragma once

#include <QBasicTimer>
#include <QLabel>
#include <QVBoxLayout>
#include <vector>

#include "ui/inspector/fact_row.h"
#include "ui/inspector/inspector_page.h"
#include "ui/inspector/kernel/kernel_facts.h"
#include "ui/inspector/kernel/sparkline.h"

class QLineEdit;

namespace ui {

class KernelPage : public InspectorPage {
    Q_OBJECT

public:
    KernelPage(Workbench& workbench, QWidget* parent = nullptr);

    void showSocket(const model::SocketNode& socket) override;
    quint64 news(const model::SocketNode& socket) const override;

protected:
    void timerEvent(QTimerEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Entry {
        KernelFact fact;
        FactRow* row;
    };
    struct Plot {
        KernelGroup group;
        KernelFact fact;
        Sparkline* line;
    };
    struct Sample {
        quint64 time;
        netcore::KernelView view;
    };
    void build(QWidget* content);
    void addPlot(KernelGroup group, netcore::ViewFact fact, std::string_view field, QWidget* content);
    netcore::KernelView viewBeforeLastCall(const model::SocketNode& socket) const;
    void showValues(const model::SocketNode& socket);
    void showPlots(const model::SocketNode& socket);
    void filter();
    void copy() const;

    Workbench& m_workbench;
    QLineEdit* m_search;
    QLabel* m_nothing;
    QVBoxLayout* m_column;
    std::array<QLabel*, kKernelGroups> m_titles {};
    std::vector<Entry> m_entries;
    std::vector<Plot> m_plots;
    std::vector<Sample> m_samples; // of the socket that is shown: the newest ones
    std::size_t m_sampledRows = 0;
    netcore::SocketId m_socket = netcore::kNoSocket;
    QBasicTimer m_clock; // while a timer counts down in sight
};

}
