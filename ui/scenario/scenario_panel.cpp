#include "ui/scenario/scenario_panel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/narration.h"
#include "ui/parts.h"
#include "ui/scenario/scenario_words.h"
#include "ui/words.h"

namespace ui {

using namespace model::scenario;

namespace {

constexpr std::chrono::milliseconds kPace {1100};
constexpr std::chrono::hours kAsLongAsItTakes {24};

}

ScenarioPanel::ScenarioPanel(Workbench& workbench, QWidget* parent) : QFrame(parent), m_workbench(workbench)
{
    setObjectName(QStringLiteral("scenarioPanel"));
    setAccessibleName(tr("Scenario"));
    setAttribute(Qt::WA_StyledBackground);
    connect(&m_pace, &QTimer::timeout, this, [this] { m_runner->step(); });
    connect(&workbench.session(), &model::Session::appended, this, &ScenarioPanel::lookAt);
    connect(&workbench, &Workbench::momentChanged, this, &ScenarioPanel::showSteps);
    hide();
}

ScenarioPanel::~ScenarioPanel() = default;

void ScenarioPanel::makeContent()
{
    m_title = makeLabel(this, "scenarioTitle", "heading");
    m_about = makeLabel(this, "scenarioAbout", "dim");
    m_end = makeLabel(this, "scenarioEnd", "done");
    m_steps = new StepList(m_workbench, this);
    m_back = new QPushButton(tr("◀ Back"), this);
    m_step = new QPushButton(tr("Next step"), this);
    m_play = new QPushButton(this);
    m_close = new QPushButton(QStringLiteral("×"), this);
    m_back->setAccessibleName(withoutSigns(m_back->text()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_steps, 1);
    m_end->setContentsMargins(14, 8, 14, 8);
    m_end->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // no long word makes the panel wider
    column->addWidget(m_end);
    column->addWidget(makeLine(this));
    column->addWidget(makeButtons());
    connect(m_back, &QPushButton::clicked, this, &ScenarioPanel::back);
    connect(m_step, &QPushButton::clicked, this, &ScenarioPanel::step);
    connect(m_play, &QPushButton::clicked, this, &ScenarioPanel::togglePlaying);
    connect(m_close, &QPushButton::clicked, this, &ScenarioPanel::stop);
    connect(m_steps, &StepList::picked, this, [this](quint64 step) {
        const auto next = std::ranges::upper_bound(m_begun, step, {}, &Begun::step);
        setPlaying(false);
        m_workbench.showMoment(next == m_begun.end() ? std::nullopt : std::optional(next->row));
    });
    connect(&m_workbench, &Workbench::themeChanged, this, &ScenarioPanel::showSizes);
}

QWidget* ScenarioPanel::makeHead()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(14, 11, 8, 10);
    column->setSpacing(6);
    auto* first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(first);
    column->addWidget(m_about);
    m_close->setObjectName(QStringLiteral("scenarioClose"));
    m_close->setAccessibleName(tr("End the scenario"));
    setHint(*m_close, tr("End the scenario: its sockets are closed"));
    m_close->setProperty("flat", true);
    return head;
}

QWidget* ScenarioPanel::makeButtons()
{
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(14, 9, 14, 9);
    row->setSpacing(8);
    m_back->setObjectName(QStringLiteral("scenarioBack"));
    setHint(*m_back, tr("Shows everything as it was before the last step (Shift+F10)"));
    m_step->setObjectName(QStringLiteral("scenarioStep"));
    m_step->setProperty("primary", true);
    setHint(*m_step, QStringLiteral("F10"));
    m_play->setObjectName(QStringLiteral("scenarioPlay"));
    row->addWidget(m_back);
    row->addWidget(m_step, 1);
    row->addWidget(m_play);
    return buttons;
}

// The inspector shows the socket that the scenario is at.
void ScenarioPanel::lookAt(quint64 first, quint64 count)
{
    if (!m_runner || !m_workbench.isAtPresent()) {
        return;
    }
    for (model::Row row = first + count; row-- > first;) {
        const netcore::Event event = m_workbench.session().store().event(row);
        if (event.actor != netcore::kNoActor && event.kind != netcore::EventKind::Note) {
            m_workbench.select(event.opened != netcore::kNoSocket ? event.opened : event.socket);
            return;
        }
    }
}

void ScenarioPanel::open(Scenario scenario, bool byItself, bool allowRemote)
{
    if (m_steps == nullptr) {
        makeContent();
    }
    letRunnerGo();
    m_firstRow = m_workbench.session().store().size();
    RunOptions options;
    options.timeout = kAsLongAsItTakes; // a lecture takes its time
    options.allowRemote = allowRemote;
    m_runner = std::make_unique<Runner>(m_workbench.session(), std::move(scenario), options);
    m_runner->setStepwise(true);
    connect(m_runner.get(), &Runner::stepBegins, this, &ScenarioPanel::beginStep);
    connect(m_runner.get(), &Runner::stepDone, this, &ScenarioPanel::showSteps);
    connect(m_runner.get(), &Runner::finished, this, &ScenarioPanel::showEnd);
    m_begun.clear();
    m_workbench.showMoment(std::nullopt);
    showSizes();
    m_title->setText(plainNarration(m_runner->scenario().title));
    m_about->setText(plainNarration(m_runner->scenario().about));
    m_about->setVisible(!m_about->text().isEmpty());
    m_steps->setScenario(m_runner->scenario());
    m_end->hide();
    m_over = false;
    m_allowRemote = allowRemote;
    show();
    Q_EMIT opened();
    for (const Rows& rows : std::exchange(m_earlier, {})) {
        Q_EMIT earlierRunLeft(rows.first, rows.end);
    }
    setPlaying(byItself);
    m_runner->start();
    showSteps();
}

void ScenarioPanel::showSizes()
{
    QFont large = QApplication::font(); // grows with the presenter's big type
    large.setWeight(QFont::DemiBold);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_title->setFont(large);
}

void ScenarioPanel::step()
{
    if (!m_runner) {
        return;
    }
    setPlaying(false);
    if (m_workbench.isAtPresent()) {
        m_runner->step();
        return;
    }
    const auto next = std::ranges::upper_bound(m_begun, m_workbench.end(), {}, &Begun::row);
    m_workbench.showMoment(next == m_begun.end() ? std::nullopt : std::optional(next->row));
}

void ScenarioPanel::back()
{
    if (!m_runner) {
        return;
    }
    setPlaying(false);
    const auto here = std::ranges::lower_bound(m_begun, m_workbench.end(), {}, &Begun::row);
    if (here != m_begun.begin()) {
        m_workbench.showMoment(std::prev(here)->row);
    }
}

void ScenarioPanel::togglePlaying()
{
    if (m_runner && m_over) {
        open(Scenario(m_runner->scenario()), false, m_allowRemote);
    } else if (m_runner) {
        setPlaying(!m_pace.isActive());
    }
}

void ScenarioPanel::setPlaying(bool playing)
{
    if (playing) {
        m_workbench.showMoment(std::nullopt);
        m_pace.start(kPace);
    } else {
        m_pace.stop();
    }
    showPlay();
}

// When it is over the same button begins again.
void ScenarioPanel::showPlay()
{
    m_play->setText(m_over ? tr("↻ Again") : m_pace.isActive() ? tr("Pause") : tr("▶ Run all"));
    m_play->setAccessibleName(withoutSigns(m_play->text()));
    setHint(*m_play, m_over ? tr("Runs it once more, on new sockets") : QString());
}

void ScenarioPanel::beginStep(quint64 index)
{
    m_begun.push_back({static_cast<std::size_t>(index), m_workbench.session().store().size()});
    showSteps();
}

// Of the past: those that had begun before that moment.
std::size_t ScenarioPanel::stepsAtMoment() const
{
    if (m_workbench.isAtPresent()) {
        return m_runner->stepsDone();
    }
    const auto next = std::ranges::lower_bound(m_begun, m_workbench.end(), {}, &Begun::row);
    return next == m_begun.end() ? m_runner->stepsDone() : next->step;
}

void ScenarioPanel::showSteps()
{
    if (m_runner) {
        m_steps->setDone(stepsAtMoment(), m_runner->failure().has_value());
        m_step->setEnabled(!m_over || !m_workbench.isAtPresent());
        const bool isLast = m_steps->isAtEnd() && !m_over && m_workbench.isAtPresent();
        m_step->setText(isLast ? tr("Finish") : tr("Next step"));
        setHint(*m_step, isLast ? tr("Closes the sockets of the scenario (F10)") : QStringLiteral("F10"));
        if (isLast) { // they can be looked at
            showVerdict("dim", tr("All steps are made. The sockets stay open until Finish."));
        }
        m_back->setEnabled(!m_begun.empty() && m_workbench.end() > m_begun.front().row);
    }
}

void ScenarioPanel::showEnd()
{
    m_over = true;
    m_endRow = m_workbench.session().store().size();
    setPlaying(false);
    showSteps();
    if (const auto& failure = m_runner->failure()) {
        showVerdict("error",
            tr("Line %1: %2\nexpected %3, and it was %4")
                .arg(failure->line)
                .arg(
                    words::shown(failure->call), phraseWords(failure->expected), phraseWords(failure->real)));
    } else if (m_runner->verdict() == Verdict::Passed) {
        showVerdict("done", tr("Done: every result was what the scenario said it would be."));
    } else {
        showVerdict("error", tr("The scenario was ended early."));
    }
}

void ScenarioPanel::showVerdict(const char* role, const QString& text)
{
    setLook(*m_end, "role", QLatin1String(role));
    m_end->setText(breakable(text));
    m_end->show();
}

void ScenarioPanel::stop()
{
    m_pace.stop();
    hide();
    Q_EMIT closed();
    letRunnerGo();
}

// It closes what it has opened in the event loop, and then is of no use any more.
void ScenarioPanel::letRunnerGo()
{
    if (!m_runner) {
        return;
    }
    Runner* leaving = m_runner.release();
    leaving->disconnect(this);
    if (m_over) {
        m_earlier.push_back({m_firstRow, m_endRow});
        leaving->deleteLater();
        return;
    }
    const auto isGone = [this, first = m_firstRow, end = m_workbench.session().store().size()] {
        if (m_runner) {
            Q_EMIT earlierRunLeft(first, end);
        } else {
            m_earlier.push_back({first, end}); // until another one is opened
        }
    };
    connect(leaving, &Runner::finished, this, isGone, Qt::QueuedConnection);
    connect(leaving, &Runner::finished, leaving, &QObject::deleteLater);
    leaving->setParent(&m_workbench.session());
    leaving->stop();
}

}
