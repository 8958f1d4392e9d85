#include "ui/log/filter/log_filter.h"

#include <QMenu>
#include <chrono>

#include "model/filter/cell_filter.h"
#include "ui/log/filter/filter_bar.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"
#include "ui/words.h"
#include "ui/workbench.h"

namespace ui {

using namespace model::filter;
using netcore::ActorId;

namespace {

constexpr std::chrono::milliseconds kTick {16};
constexpr int kPatience = 6; // ticks, until what has been found so far is shown

}

std::optional<Field> fieldOf(LogColumn column)
{
    switch (column) {
    case LogColumn::Number:
        return Field::Row;
    case LogColumn::Clock:
    case LogColumn::Time:
    case LogColumn::Since:
        return Field::Time;
    case LogColumn::Socket:
        return Field::Socket;
    case LogColumn::Thread:
        return Field::Actor;
    case LogColumn::Call:
        return Field::Call;
    case LogColumn::Data:
        return Field::Data;
    case LogColumn::Size:
        return Field::Size;
    case LogColumn::Peer:
        return Field::Peer;
    case LogColumn::Result:
        return Field::Result;
    case LogColumn::Errno:
        return Field::Errno;
    case LogColumn::Took:
        return Field::Took;
    }
    return std::nullopt;
}

LogFilter::LogFilter(Workbench& workbench, LogPanel& panel)
    : QObject(&panel)
    , m_workbench(workbench)
    , m_panel(panel)
    , m_bar(new FilterBar(&panel))
    , m_keeper(workbench.session().startTime())
{
    panel.addLineAbove(m_bar);
    m_keeper.takeAllSockets(workbench.session().graph());
    m_keeper.takeChangedFrom();
    takeAnnotations();
    m_bar->edit().setFacts([this] { return m_keeper.facts(); });
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &LogFilter::tick);
    connect(m_bar, &FilterBar::changed, this, &LogFilter::use);
    connect(m_bar, &FilterBar::left, &panel, [this] { m_panel.view().setFocus(); });
    connect(&workbench.session(), &model::Session::socketsChanged, this, [this] {
        const model::Session& session = m_workbench.session();
        m_keeper.takeSockets(session.graph(), session.changedSockets());
        takeFacts();
    });
    connect(&workbench.session(), &model::Session::appended, this, [this] {
        takeFacts();
        extend();
    });
    connect(&workbench.annotations(), &model::Annotations::changed, this, &LogFilter::takeAnnotations);
    connect(&panel, &LogPanel::observationsShown, this, &LogFilter::start);
    connect(&panel.view(), &LogView::menuAboutToShow, this,
        [this](QMenu* menu, quint64 row, LogColumn column) { addMenuActions(*menu, row, column); });
}

LogFilter::~LogFilter()
{
    m_panel.view().setRows(m_panel.allRows()); // ours end here
}

// What the columns do not say has become known.
void LogFilter::takeFacts()
{
    const model::Session& session = m_workbench.session();
    std::vector<std::string> actors {std::string()};
    if (!session.actorName(ActorId {static_cast<std::uint16_t>(m_actors + 1)}).isEmpty()) {
        for (std::uint16_t i = 1; !session.actorName(ActorId {i}).isEmpty(); ++i) {
            actors.push_back(session.actorName(ActorId {i}).toStdString());
        }
        m_actors = actors.size() - 1;
        m_keeper.setActors(std::move(actors));
    }
    const model::Row changedFrom = m_keeper.takeChangedFrom();
    for (const auto& rows : {m_rows.get(), m_next.get()}) {
        if (rows != nullptr) {
            m_looksAgain = m_looksAgain || changedFrom < rows->looked();
            rows->setFacts(m_keeper.facts(), changedFrom);
        }
    }
    Q_EMIT factsChanged(changedFrom);
}

void LogFilter::takeAnnotations()
{
    std::vector<model::Row> marked;
    std::vector<model::Row> commented;
    for (const auto& entry : m_workbench.annotations().all()) {
        if (entry.second.mark != 0) {
            marked.push_back(entry.first);
        }
        if (!entry.second.comment.isEmpty()) {
            commented.push_back(entry.first);
        }
    }
    m_keeper.setMarked(std::move(marked));
    m_keeper.setCommented(std::move(commented));
    takeFacts();
    if (m_rows || m_next) {
        m_timer.start();
    }
}

void LogFilter::use(const std::optional<Node>& node)
{
    m_node = node;
    start();
}

void LogFilter::start()
{
    m_next.reset(); // at once: whatever it is at
    if (!m_node) {
        m_timer.stop();
        m_bar->setProgress(1);
        m_panel.showRows(nullptr);
        m_rows.reset();
        Q_EMIT rowsChanged();
        return;
    }
    const bool all = m_panel.allRows().showsObservations();
    m_next = std::make_unique<FilteredRows>(
        m_workbench.session().store(), all ? *m_node : withoutObservations(*m_node), m_keeper.facts());
    m_ticks = 0;
    extend();
}

void LogFilter::extend()
{
    const model::Row end = m_workbench.session().store().size();
    for (const auto& rows : {m_rows.get(), m_next.get()}) {
        if (rows != nullptr) {
            rows->extend(end);
            m_timer.start();
        }
    }
    if (m_next && end == 0) {
        m_timer.start();
    }
}

void LogFilter::tick()
{
    if (m_next) {
        m_next->take();
        if (m_next->isComplete() || ++m_ticks >= kPatience) {
            const auto before = std::exchange(m_rows, std::move(m_next));
            m_looksAgain = false;
            m_panel.showRows(m_rows.get());
            Q_EMIT rowsChanged();
        }
    } else if (m_rows) {
        const auto inSight = m_looksAgain ? m_panel.view().rowInSight() : std::nullopt;
        if (m_rows->take()) {
            m_looksAgain ? m_panel.showOtherRows(inSight) : m_panel.showMoreRows();
        }
    }
    const FilteredRows* rows = m_next ? m_next.get() : m_rows.get();
    if (rows == nullptr || (rows->isComplete() && !m_next)) {
        m_timer.stop();
        m_looksAgain = false;
        m_bar->setProgress(1);
    } else if (rows->wanted() - rows->looked() > model::EventStore::kChunkRows) {
        m_bar->setProgress(static_cast<double>(rows->looked()) / static_cast<double>(rows->wanted()));
    }
}

void LogFilter::addMenuActions(QMenu& menu, model::Row row, LogColumn column)
{
    const auto field = fieldOf(column);
    const model::EventStore& store = m_workbench.session().store();
    auto condition = field ? filterFor(*field, store, row, *m_keeper.facts()) : std::nullopt;
    if (!condition && column == LogColumn::Thread) {
        condition = filterFor(Field::Thread, store, row, *m_keeper.facts());
    }
    if (!condition) {
        return;
    }
    menu.addSeparator();
    const QString shown = menu.fontMetrics().elidedText(
        words::shown(*condition), Qt::ElideRight, menu.fontMetrics().averageCharWidth() * 40);
    const auto add = [&](const char* name, const QString& text, Join join) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, [this, join, text = *condition] {
            const std::string whole = joined(m_bar->text().toStdString(), text, join);
            m_bar->enter(QString::fromStdString(whole));
        });
    };
    QString label = shown;
    label.replace(u'&', QStringLiteral("&&"));
    add("onlyThis", tr("Only this:  %1").arg(label), Join::Only);
    add("notThis", tr("Not this"), Join::AndNot);
    if (m_node) {
        add("andThis", tr("And this"), Join::And);
        add("orThis", tr("Or this"), Join::Or);
    }
}

}
