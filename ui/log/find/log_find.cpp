#include "ui/log/find/log_find.h"

#include <algorithm>
#include <chrono>

#include "model/search/find.h"
#include "ui/log/filter/log_filter.h"
#include "ui/log/find/find_bar.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"
#include "ui/workbench.h"

namespace ui {

using namespace model::filter;
using namespace model::search;

LogFind::LogFind(Workbench& workbench, LogPanel& panel, LogFilter& filter)
    : QObject(&panel), m_workbench(workbench), m_panel(panel), m_filter(filter)
{
    m_timer.setInterval(std::chrono::milliseconds(16));
    connect(&m_timer, &QTimer::timeout, this, &LogFind::tick);
    connect(&filter, &LogFilter::rowsChanged, this, &LogFind::start);
    connect(&filter, &LogFilter::factsChanged, this, [this](quint64 changedFrom) {
        if (m_hits) {
            m_hits->setFacts(m_filter.facts(), changedFrom);
        }
    });
    connect(&workbench.session(), &model::Session::appended, this, [this] {
        if (m_hits) {
            m_hits->extend(m_workbench.session().store().size());
            m_timer.start();
        }
    });
    connect(&panel.view(), &LogView::selectionChanged, this, &LogFind::show);
}

void LogFind::makeBar()
{
    m_bar = new FindBar(&m_panel);
    m_panel.addLineBelow(m_bar);
    m_bar->setCodeFont(m_workbench.monospace());
    connect(&m_workbench, &Workbench::themeChanged, m_bar,
        [this] { m_bar->setCodeFont(m_workbench.monospace()); });
    connect(m_bar, &FindBar::queryChanged, this, [this] {
        m_goes = true;
        start();
    });
    connect(m_bar, &FindBar::nextWanted, this, &LogFind::goToNext);
    connect(m_bar, &FindBar::previousWanted, this, &LogFind::goToPrevious);
    connect(m_bar, &FindBar::closed, this, &LogFind::close);
}

bool LogFind::isOpen() const
{
    return m_bar != nullptr && !m_bar->isHidden();
}

void LogFind::open()
{
    if (m_bar == nullptr) {
        makeBar();
    }
    m_from = m_panel.view().currentRow();
    if (!m_from) {
        m_from = m_panel.view().rowInSight();
    }
    m_bar->open();
    start();
}

void LogFind::close()
{
    m_bar->hide();
    m_hits.reset();
    m_timer.stop();
    m_panel.view().bar().setLane(BarLane::Hits, {});
    m_panel.view().setFocus();
}

void LogFind::start()
{
    m_hits.reset(); // at once: whatever it is at
    m_timer.stop();
    if (!isOpen()) {
        return;
    }
    const FindQuery query = m_bar->query();
    auto node = expressionOf(query);
    if (query.text.empty() || !node.ok()) {
        query.text.empty() ? m_bar->showNothing() : m_bar->showProblem(node.problem());
        m_panel.view().bar().setLane(BarLane::Hits, {});
        return;
    }
    Node wanted = m_filter.node() ? both(*m_filter.node(), node.value()) : node.value();
    const bool all = m_panel.allRows().showsObservations();
    m_hits = std::make_unique<FilteredRows>(m_workbench.session().store(),
        all ? std::move(wanted) : withoutObservations(std::move(wanted)), m_filter.facts());
    m_hits->extend(m_workbench.session().store().size());
    m_timer.start();
    show();
}

void LogFind::tick()
{
    const bool news = m_hits && m_hits->take();
    if (!m_hits || m_hits->isComplete()) {
        m_timer.stop();
    }
    if (m_hits && m_goes && m_hits->size() > 0) {
        const model::Row from = m_from.value_or(0);
        const auto hit = from == 0 ? m_hits->at(0) : nextHit(*m_hits, from - 1).value_or(m_hits->at(0));
        // A nearer one may still be found.
        if (m_hits->isComplete() || hit >= from) {
            m_goes = false;
            m_panel.view().goTo(hit);
        }
    }
    if (news || !m_timer.isActive()) {
        show();
    }
}

void LogFind::goToNext()
{
    go(Way::Next);
}

void LogFind::goToPrevious()
{
    go(Way::Previous);
}

// Behind the last one comes the first.
void LogFind::go(Way way)
{
    if (!isOpen()) {
        open();
        return;
    }
    if (!m_hits || m_hits->size() == 0) {
        return;
    }
    const auto current = m_panel.view().currentRow();
    const model::Row first = m_hits->at(0);
    const model::Row last = m_hits->at(m_hits->size() - 1);
    const model::Row hit = !current ? (way == Way::Next ? first : last)
        : way == Way::Next          ? nextHit(*m_hits, *current).value_or(first)
                                    : previousHit(*m_hits, *current).value_or(last);
    m_goes = false;
    m_from = hit;
    m_panel.view().goTo(hit);
    show();
}

void LogFind::show()
{
    if (!m_hits) {
        return;
    }
    const auto current = m_panel.view().currentRow();
    const bool isHit = current && m_hits->has(*current);
    m_bar->showCount(isHit ? m_hits->indexOf(*current) + 1 : 0, m_hits->size(), m_hits->isComplete());
    LogScrollBar& bar = m_panel.view().bar();
    const auto parts = static_cast<std::size_t>(std::max(1, bar.height()));
    bar.setLane(BarLane::Hits, hitCounts(*m_hits, *m_panel.view().source().rows, parts));
}

}
