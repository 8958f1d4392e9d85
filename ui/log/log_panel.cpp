#include "ui/log/log_panel.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <algorithm>

#include "model/export/event_writer.h"
#include "model/export/row_forms.h"
#include "model/graph/row_partners.h"
#include "ui/elided_label.h"
#include "ui/folding_row.h"
#include "ui/log/detail/log_detail.h"
#include "ui/log/filter/filter_bar.h"
#include "ui/log/filter/log_filter.h"
#include "ui/log/find/log_find.h"
#include "ui/log/log_view.h"
#include "ui/words.h"
#include "ui/workbench.h"

namespace ui {

using namespace netcore;

namespace {

LogSource sourceOf(Workbench& workbench, const model::RowList& rows, const model::RowFacts& facts)
{
    const model::Session& session = workbench.session();
    LogSource source;
    source.store = &session.store();
    source.rows = &rows;
    source.facts = &facts;
    source.startTime = session.startTime();
    source.wallClock
        = static_cast<std::int64_t>(session.startWallTime()) - static_cast<std::int64_t>(session.startTime());
    source.otherEnd = [&session](SocketId id) { return model::otherEndOf(session.graph(), id); };
    source.peer = [&session](SocketId id) {
        const model::SocketNode* socket = session.graph().find(id);
        return socket != nullptr && !socket->remote.isEmpty() ? words::address(socket->remote) : QString();
    };
    source.socket = [&session](SocketId id) {
        const model::SocketNode* socket = session.graph().find(id);
        return socket ? SocketLook {socket->fd, socket->domain} : SocketLook {};
    };
    source.jsonLine = [&session](model::Row row) {
        return QString::fromStdString(model::JsonLinesWriter().lines(session, row)).trimmed();
    };
    source.scenarioLine
        = [&session](model::Row row) { return QString::fromStdString(model::scenarioLine(session, row)); };
    source.actorName = [&session](ActorId actor) { return session.actorName(actor); };
    source.meaning
        = [&workbench](int error, CallId call) { return workbench.explainer().meaning(error, call); };
    return source;
}

constexpr int kSpacing = 5; // between controls: they share a line with the tabs, in large type too

QToolButton* makeButton(const char* name, const QString& text, const QString& toolTip)
{
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    return button;
}

}

LogPanel::LogPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_column(new QVBoxLayout(this))
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_count(new ElidedLabel)
    , m_observations(makeButton("observationsButton", tr("Observations"),
          tr("Show also what Sockscope has looked at by itself, and by which calls")))
    , m_follow(makeButton("followButton", tr("Follow"), tr("Keep the newest event in sight (Space)")))
    , m_copy(makeButton("copyButton", tr("Copy"), tr("Copy the selected rows as text (Ctrl+C)")))
    , m_colours(makeButton("coloursButton", tr("Colours"), tr("Rules that tint the rows")))
    , m_ruleSet(workbench.session().store())
    , m_ruleFacts(workbench.session().startTime())
{
    setObjectName(QStringLiteral("logPanel"));
    setAttribute(Qt::WA_StyledBackground);
    // What came before the panel was there; the view then begins with all of it.
    m_rows.extend(workbench.session().store(), 0, workbench.session().store().size());
    m_facts.extend(workbench.session().store(), 0, workbench.session().store().size());
    m_troubles.extend(workbench.session().store(), 0, workbench.session().store().size());
    m_view = new LogView(sourceOf(workbench, m_rows, m_facts));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_head = makeHead();
    m_column->addWidget(m_head);
    m_view->setAnnotations(&workbench.annotations());
    m_across->setObjectName(QStringLiteral("logAcross"));
    m_across->setChildrenCollapsible(false);
    m_across->addWidget(m_view);
    m_column->addWidget(m_across, 1);
    m_filter = new LogFilter(workbench, *this);
    m_find = new LogFind(workbench, *this, *m_filter);
    connectAll();
    connectDetail();
    connectRules();
    addFilterActions();
    showLook();
    showCount();
}

LogPanel::~LogPanel()
{
    delete m_find; // they use the view and the rows
    delete m_filter;
}

void LogPanel::addFilterActions()
{
    const auto add = [this](const char* name, const QString& text, const QKeySequence& key, auto&& act) {
        auto* action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    add("actionFilterLog", tr("Filter the lo&g"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
        Q_EMIT wanted();
        m_filter->bar().focusEdit();
    });
    add("actionFind", tr("&Find…"), QKeySequence::Find, [this] { find(FindKey::Open); });
    add("actionFindNext", tr("Find ne&xt"), QKeySequence(Qt::Key_F3), [this] { find(FindKey::Next); });
    add("actionFindPrevious", tr("Find pre&vious"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
        [this] { find(FindKey::Previous); });
}

// In what has the keys; elsewhere, in the log.
void LogPanel::find(FindKey key)
{
    if (m_otherFinder && m_otherFinder(key)) {
        return;
    }
    Q_EMIT wanted();
    switch (key) {
    case FindKey::Open:
        m_find->open();
        break;
    case FindKey::Next:
        m_find->goToNext();
        break;
    case FindKey::Previous:
        m_find->goToPrevious();
        break;
    }
}

QWidget* LogPanel::makeHead()
{
    m_count->setObjectName(QStringLiteral("logCount"));
    m_count->setProperty("role", QStringLiteral("dim"));
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_observations->setCheckable(true);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_copy->setEnabled(false);
    auto* line = new FoldingRow("logHead");
    QHBoxLayout* head = &line->row();
    const int gap = fontMetrics().height() / 2;
    head->setContentsMargins(0, gap / 2, 0, gap / 2);
    head->setSpacing(kSpacing);
    head->addStretch(1);
    head->addWidget(m_count);
    head->addWidget(m_colours);
    head->addWidget(m_observations);
    head->addWidget(m_follow);
    head->addWidget(m_copy);
    line->setFolds({m_copy, m_colours, m_observations, m_follow});
    return line;
}

void LogPanel::connectAll()
{
    connect(&m_workbench.session(), &model::Session::appended, this, &LogPanel::take);
    connect(&m_workbench, &Workbench::themeChanged, this, &LogPanel::showLook);
    connect(&m_workbench, &Workbench::selectionChanged, this,
        [this] { m_view->markSocket(m_workbench.selected()); });
    connect(m_view, &LogView::socketPicked, &m_workbench, &Workbench::select);
    connect(m_view, &LogView::followChanged, m_follow, &QToolButton::setChecked);
    connect(m_view, &LogView::selectionChanged, this,
        [this] { m_copy->setEnabled(!m_view->selection().isEmpty()); });
    connect(m_follow, &QToolButton::clicked, m_view, &LogView::setFollow);
    connect(m_observations, &QToolButton::clicked, this, &LogPanel::showObservations);
    connect(m_copy, &QToolButton::clicked, m_view, [this] { m_view->copy(); });
}

void LogPanel::connectDetail()
{
    connect(m_view, &LogView::detailWanted, this, &LogPanel::showDetail);
    connect(m_view, &LogView::detailToggled, this, [this] { showDetail(!showsDetail()); });
    connect(m_view, &LogView::commentWanted, this, [this] {
        if (const auto row = m_view->currentRow()) {
            commentOn(*row);
        }
    });
    connect(&m_workbench.annotations(), &model::Annotations::changed, this, &LogPanel::showMarks);
}

void LogPanel::makeDetail()
{
    m_detail = new LogDetail(m_workbench, m_view->source(), m_workbench.annotations());
    m_detail->hide();
    m_across->addWidget(m_detail);
    m_across->setStretchFactor(0, 3);
    m_across->setStretchFactor(1, 2);
    m_detailPlaced = m_across->restoreState(m_detailState);
    connect(m_view, &LogView::selectionChanged, m_detail, [this] { m_detail->show(m_view->currentRow()); });
    connect(m_detail, &LogDetail::rowWanted, m_view, [this](quint64 row) {
        m_view->goTo(row);
        m_view->setFocus();
    });
    connect(m_detail, &LogDetail::closeWanted, this, [this] { showDetail(false); });
    connect(m_detail, &LogDetail::rowsWanted, m_view, [this] { m_view->setFocus(); });
}

void LogPanel::commentOn(model::Row row)
{
    Q_EMIT wanted();
    m_view->goTo(row);
    showDetail(true);
    m_detail->editComment();
}

bool LogPanel::showsDetail() const
{
    return m_detail != nullptr && !m_detail->isHidden();
}

void LogPanel::showDetail(bool shown)
{
    if (m_detail == nullptr) {
        if (!shown) {
            return;
        }
        makeDetail();
    }
    const bool hadFocus = m_detail->isAncestorOf(focusWidget());
    m_detail->show(m_view->currentRow());
    m_detail->setVisible(shown);
    if (shown && !m_detailPlaced && m_across->width() > 0) {
        m_detailPlaced = true;
        m_across->setSizes({m_across->width() * 3 / 5, m_across->width() * 2 / 5});
    }
    if (!shown && hadFocus) {
        m_view->setFocus();
    }
}

QByteArray LogPanel::detailState() const
{
    return m_detail == nullptr ? m_detailState : m_detailPlaced ? m_across->saveState() : QByteArray();
}

void LogPanel::restoreDetail(const QByteArray& state)
{
    m_detailState = state;
    if (m_detail != nullptr) {
        // Else when it is first shown: only then it is known how wide the whole is.
        m_detailPlaced = m_across->restoreState(state);
    }
}

void LogPanel::showMarks()
{
    const model::RowList& rows = *m_view->source().rows;
    const auto& all = m_workbench.annotations().all();
    const std::uint64_t size = rows.size();
    std::vector<std::uint32_t> counts;
    for (const auto& entry : all) {
        const std::uint64_t index = rows.indexOf(entry.first);
        if (index < size && rows.at(index) == entry.first) {
            counts.resize(static_cast<std::size_t>(std::min<std::uint64_t>(size, 1000)));
            ++counts[static_cast<std::size_t>(index * counts.size() / size)];
        }
    }
    m_view->bar().setLane(BarLane::Marks, std::move(counts));
}

void LogPanel::take(quint64 first, quint64 count)
{
    const model::EventStore& store = m_workbench.session().store();
    m_rows.extend(store, first, first + count);
    m_facts.extend(store, first, first + count);
    m_troubles.extend(store, first, first + count);
    if (m_filtered == nullptr) {
        showMoreRows();
    }
    if (m_detail != nullptr) {
        m_detail->refresh();
    }
}

void LogPanel::showObservations(bool shows)
{
    const auto inSight = m_view->rowInSight();
    m_rows.setShowsObservations(shows, m_workbench.session().store());
    if (m_filtered == nullptr) {
        showOtherRows(inSight);
    }
    Q_EMIT observationsShown(shows);
}

void LogPanel::showRows(const model::RowList* filtered)
{
    m_filtered = filtered;
    m_view->setRows(filtered != nullptr ? *filtered : static_cast<const model::RowList&>(m_rows));
    showCount();
    showTroubles();
}

void LogPanel::showMoreRows()
{
    m_view->showNewRows();
    showCount();
    showTroubles();
}

void LogPanel::showOtherRows(std::optional<model::Row> inSight)
{
    m_view->showOtherRows(inSight ? m_view->source().rows->indexOf(*inSight) : 0);
    showCount();
    showTroubles();
}

void LogPanel::addLineAbove(QWidget* line)
{
    m_column->insertWidget(m_column->indexOf(m_across), line);
}

void LogPanel::addLineBelow(QWidget* line)
{
    m_column->addWidget(line);
}

void LogPanel::showTroubles()
{
    const auto parts = static_cast<std::size_t>(std::max(1, m_view->bar().height()));
    const model::RowList& rows = *m_view->source().rows;
    m_view->bar().setLane(BarLane::Errors, m_troubles.errors.over(rows, parts));
    m_view->bar().setLane(BarLane::Gaps, m_troubles.gaps.over(rows, parts));
    showMarks();
}

void LogPanel::showLook()
{
    m_view->setLook(m_workbench.theme(), m_workbench.monospace());
    m_filter->bar().setLook(m_workbench.theme(), m_workbench.monospace());
}

// What to do, where there is nothing to see.
QString LogPanel::emptyText() const
{
    if (m_filtered == nullptr) {
        return tr("Every system call appears here as it happens.");
    }
    const QString none = tr("No row fits the filter. Esc in its line shows all again.");
    return m_filter != nullptr && m_filter->bar().text().contains(QLatin1String("socket")) ? none + u'\n'
            + tr("“socket” is an identity that is never used again; the number on a card is its “fd”.")
                                                                                           : none;
}

void LogPanel::showCount()
{
    m_view->setEmptyText(emptyText());
    const quint64 count = m_rows.size();
    if (m_filtered != nullptr) {
        m_count->setFullText(tr("%1 of %2").arg(words::count(m_filtered->size()), words::count(count)));
    } else {
        m_count->setFullText(count == 1 ? tr("1 event") : tr("%1 events").arg(words::count(count)));
    }
    // Buttons fold before a short count is cut. In steps: it does not lay out anew for each digit.
    const int step = m_count->fontMetrics().averageCharWidth() * 4;
    m_count->setMinimumWidth(std::min((m_count->sizeHint().width() + step - 1) / step, 4) * step);
}

}
