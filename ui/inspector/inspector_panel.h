// Everything about the selected socket, and all that can be done with it: a page a view, chosen by tabs.
#pragma once

#include <QStackedWidget>
#include <array>
#include <map>

#include "ui/inspector/inspector_header.h"
#include "ui/inspector/inspector_page.h"
#include "ui/inspector/inspector_tabs.h"
#include "ui/inspector/lifecycle_page.h"
#include "ui/workbench.h"

namespace ui {

class InspectorPanel : public QWidget {
    Q_OBJECT

public:
    enum Tab : std::uint8_t { Lifecycle, Kernel, Options, Data };
    static constexpr int kTabs = 4;

    InspectorPanel(Workbench& workbench, QWidget* parent = nullptr);

    // Brings that view into sight, and the keys to it.
    void showTab(int tab);
    // The same, without the keys. Out of range: nothing happens.
    void openTab(int tab);
    int currentTab() const { return m_tabs->currentIndex(); }
    // What Ctrl+Return does: makes the call that the page in sight is about.
    void act();

private:
    using Seen = std::array<quint64, kTabs>; // news() of each page when it was last in sight

    void makeContent(); // with the first socket that is selected
    void showSelected();
    void showForm(netcore::CallId call);
    void refresh();
    void markNews(const model::SocketNode& socket);

    Workbench& m_workbench;
    InspectorTabs* m_tabs;
    QStackedWidget* m_emptyOrContent;
    InspectorHeader* m_header = nullptr; // this and the pages: once there was a socket to show
    QStackedWidget* m_pages = nullptr;
    LifecyclePage* m_lifecycle = nullptr;
    std::vector<InspectorPage*> m_all; // in the order of the tabs
    std::map<netcore::SocketId, Seen> m_seen;
    netcore::SocketId m_shown = netcore::kNoSocket;
};

}
