// The inspector's tab bar, with a dot at each tab where something is new.
#pragma once

#include <QTabBar>
#include <vector>

#include "ui/workbench.h"

namespace ui {

class InspectorTabs : public QTabBar {
    Q_OBJECT

public:
    InspectorTabs(Workbench& workbench, QWidget* parent = nullptr);

    // Position of the new tab. `shortcut` is told in its tooltip.
    int add(const QString& text, const QString& shortcut);
    void setNews(int tab, bool news);
    bool hasNews(int tab) const { return m_news[static_cast<std::size_t>(tab)]; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe(int tab);

    Workbench& m_workbench;
    std::vector<bool> m_news;
    std::vector<QString> m_shortcuts;
};

}
