#include "ui/inspector/inspector_panel.h"

#include <QVBoxLayout>

#include "ui/filling_label.h"
#include "ui/inspector/data/data_page.h"
#include "ui/inspector/kernel/kernel_page.h"
#include "ui/inspector/options/options_page.h"
#include "ui/parts.h"

namespace ui {

using namespace netcore;

InspectorPanel::InspectorPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_tabs(new InspectorTabs(workbench, this))
    , m_emptyOrContent(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("inspector"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Inspector"));
    auto* emptyPage = new QWidget(this);
    auto* around = new QVBoxLayout(emptyPage);
    around->setContentsMargins(36, 0, 36, 60);
    auto* empty = new FillingLabel(
        tr("Select a socket on the board to see its life, its next calls, what the kernel says of it, its "
           "options "
           "and its data."),
        emptyPage);
    empty->setObjectName(QStringLiteral("inspectorEmpty"));
    empty->setProperty("role", QStringLiteral("dim"));
    around->addWidget(empty);
    m_emptyOrContent->addWidget(emptyPage);
    for (const QString& name : {tr("Lifecycle"), tr("Kernel"), tr("Options"), tr("Data")}) {
        m_tabs->add(name, QStringLiteral("Ctrl+%1").arg(m_tabs->count() + 1));
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(makeLine(this));
    column->addWidget(m_emptyOrContent, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_pages != nullptr) {
            m_pages->setCurrentIndex(tab);
        }
        refresh();
    });
    connect(&workbench, &Workbench::selectionChanged, this, &InspectorPanel::showSelected);
    connect(&workbench, &Workbench::themeChanged, this, &InspectorPanel::refresh);
    connect(
        &workbench, &Workbench::formWanted, this, [this](int call) { showForm(static_cast<CallId>(call)); });
    connect(&workbench, &Workbench::momentChanged, this, &InspectorPanel::showSelected);
    connect(&workbench, &Workbench::socketsChanged, this, [this] {
        if (m_workbench.moment().changedSockets().contains(m_shown)) {
            refresh();
        }
    });
}

void InspectorPanel::makeContent()
{
    auto* content = new QWidget(this);
    m_header = new InspectorHeader(m_workbench, content);
    m_pages = new QStackedWidget(content);
    m_lifecycle = new LifecyclePage(m_workbench, m_pages);
    m_all = {m_lifecycle, new KernelPage(m_workbench, m_pages), new OptionsPage(m_workbench, m_pages),
        new DataPage(m_workbench, m_pages)};
    for (InspectorPage* page : m_all) {
        m_pages->addWidget(page);
    }
    m_pages->setCurrentIndex(m_tabs->currentIndex());
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
    m_emptyOrContent->addWidget(content);
}

void InspectorPanel::showTab(int tab)
{
    show();
    m_tabs->setCurrentIndex(tab);
    m_tabs->setFocus(Qt::OtherFocusReason);
}

void InspectorPanel::openTab(int tab)
{
    if (tab >= 0 && tab < m_tabs->count()) {
        m_tabs->setCurrentIndex(tab);
    }
}

void InspectorPanel::act()
{
    if (m_shown != kNoSocket) {
        m_all[static_cast<std::size_t>(m_tabs->currentIndex())]->act();
    }
}

void InspectorPanel::showForm(CallId call)
{
    if (const model::SocketNode* socket = m_workbench.selectedSocket()) {
        show();
        m_tabs->setCurrentIndex(Lifecycle);
        m_lifecycle->showForm(*socket, call);
    }
}

void InspectorPanel::showSelected()
{
    const model::SocketNode* socket = m_workbench.selectedSocket();
    if (socket != nullptr && m_pages == nullptr) {
        makeContent();
    }
    m_emptyOrContent->setCurrentIndex(socket != nullptr ? 1 : 0);
    m_shown = socket != nullptr ? socket->id : kNoSocket;
    refresh();
}

void InspectorPanel::refresh()
{
    const model::SocketNode* socket = m_workbench.graph().find(m_shown);
    if (socket != nullptr) {
        m_header->showSocket(*socket);
        m_all[static_cast<std::size_t>(m_tabs->currentIndex())]->showSocket(*socket);
        markNews(*socket);
    } else {
        for (int tab = 0; tab < m_tabs->count(); ++tab) {
            m_tabs->setNews(tab, false);
        }
    }
}

// What was there when the socket was first selected is no news; data that nobody has looked at is.
void InspectorPanel::markNews(const model::SocketNode& socket)
{
    const auto [entry, first] = m_seen.try_emplace(socket.id);
    for (std::size_t tab = 0; tab < m_all.size(); ++tab) {
        const quint64 news = m_all[tab]->news(socket);
        quint64& seen = entry->second[tab];
        if (static_cast<int>(tab) == m_tabs->currentIndex() || (first && tab != Data)) {
            seen = news;
        }
        m_tabs->setNews(static_cast<int>(tab), seen != news);
    }
}

}
