#include "ui/scenario/scenario_bar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/words.h"

namespace ui {

using namespace model::scenario;

namespace {

constexpr std::chrono::milliseconds kPace {1100};
constexpr std::chrono::hours kAsLongAsItTakes {24};

// Narration is Markdown; here its words are enough, and its links and pictures must not be followed.
QString plain(const std::string& markdown)
{
    QString text = words::shown(markdown);
    return text.remove(u'`').remove(QStringLiteral("**"));
}

}

ScenarioBar::ScenarioBar(Workbench& workbench, QWidget* parent)
    : QFrame(parent)
    , m_workbench(workbench)
    , m_title(new QLabel(this))
    , m_narration(new QLabel(this))
    , m_next(new ElidedLabel(this))
    , m_progress(new QLabel(this))
    , m_step(new QPushButton(tr("Next step"), this))
    , m_play(new QPushButton(this))
    , m_close(new QPushButton(QStringLiteral("×"), this))
{
    setObjectName(QStringLiteral("scenarioBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(QStringLiteral("scenarioTitle"));
    m_narration->setObjectName(QStringLiteral("scenarioNarration"));
    m_next->setObjectName(QStringLiteral("scenarioNext"));
    m_step->setObjectName(QStringLiteral("scenarioStep"));
    m_play->setObjectName(QStringLiteral("scenarioPlay"));
    m_close->setObjectName(QStringLiteral("scenarioClose"));
    m_close->setAccessibleName(tr("End the scenario"));
    m_close->setToolTip(words::plainToolTip(tr("End the scenario: its sockets are closed")));
    m_step->setProperty("primary", true);
    m_step->setToolTip(words::plainToolTip(QStringLiteral("F10")));
    m_close->setProperty("flat", true);
    m_progress->setProperty("role", QStringLiteral("dim"));
    m_narration->setWordWrap(true);
    for (QLabel* label : {m_title, m_narration, m_progress}) {
        label->setTextFormat(Qt::PlainText);
    }
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_progress);
    head->addWidget(m_next, 1);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addLayout(head);
    words->addWidget(m_narration);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 9);
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_step);
    row->addWidget(m_play);
    row->addWidget(m_close);
    connect(m_step, &QPushButton::clicked, this, &ScenarioBar::step);
    connect(m_play, &QPushButton::clicked, this, &ScenarioBar::togglePlaying);
    connect(m_close, &QPushButton::clicked, this, &ScenarioBar::stop);
    connect(&m_pace, &QTimer::timeout, this, [this] { m_runner->step(); });
    connect(&workbench.session(), &model::Session::appended, this, &ScenarioBar::lookAt);
    hide();
}

ScenarioBar::~ScenarioBar() = default;

// The inspector shows the socket that the scenario is at.
void ScenarioBar::lookAt(quint64 first, quint64 count)
{
    if (!m_runner) {
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

void ScenarioBar::open(Scenario scenario, bool byItself, bool allowRemote)
{
    RunOptions options;
    options.timeout = kAsLongAsItTakes; // a lecture takes its time
    options.allowRemote = allowRemote;
    m_runner = std::make_unique<Runner>(m_workbench.session(), std::move(scenario), options);
    m_runner->setStepwise(true);
    connect(m_runner.get(), &Runner::stepBegins, this, &ScenarioBar::showStep);
    connect(m_runner.get(), &Runner::stepDone, this, &ScenarioBar::showNext);
    connect(m_runner.get(), &Runner::finished, this, &ScenarioBar::showEnd);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setText(plain(m_runner->scenario().title));
    m_narration->setText(plain(m_runner->scenario().about));
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.92);
    m_next->setFont(code);
    m_step->show();
    m_play->show();
    show();
    setPlaying(byItself);
    m_runner->start();
    showNext();
}

void ScenarioBar::step()
{
    if (m_runner) {
        setPlaying(false);
        m_runner->step();
    }
}

void ScenarioBar::togglePlaying()
{
    if (m_runner) {
        setPlaying(!m_pace.isActive());
    }
}

void ScenarioBar::setPlaying(bool playing)
{
    if (playing) {
        m_pace.start(kPace);
    } else {
        m_pace.stop();
    }
    m_play->setText(playing ? tr("Pause") : tr("Play"));
}

void ScenarioBar::showStep(quint64 index)
{
    const Step& step = m_runner->scenario().steps[index];
    if (const auto* narration = std::get_if<NarrationStep>(&step.what)) {
        m_narration->setText(plain(narration->text));
    } else if (const auto* question = std::get_if<PredictStep>(&step.what)) {
        m_narration->setText(plain(question->question));
    }
}

void ScenarioBar::showNext()
{
    const Scenario& scenario = m_runner->scenario();
    std::size_t next = m_runner->stepsDone();
    while (next < scenario.steps.size() && std::holds_alternative<NarrationStep>(scenario.steps[next].what)) {
        ++next;
    }
    m_progress->setText(tr("step %1 of %2").arg(m_runner->stepsDone()).arg(scenario.steps.size()));
    m_next->setFullText(next < scenario.steps.size()
            ? tr("next: %1").arg(words::shown(scenario.steps[next].text))
            : tr("next: the end; its sockets will be closed"));
}

void ScenarioBar::showEnd()
{
    setPlaying(false);
    m_step->hide();
    m_play->hide();
    m_next->setFullText({});
    if (const auto& failure = m_runner->failure()) {
        m_narration->setText(tr("Line %1: %2\nexpected %3, and it was %4")
                                 .arg(failure->line)
                                 .arg(words::shown(failure->call), words::shown(failure->expected),
                                     words::shown(failure->real)));
    } else if (m_runner->verdict() == Verdict::Passed) {
        m_narration->setText(tr("Done: every result was what the scenario said it would be."));
    } else {
        m_narration->setText(tr("The scenario was ended early."));
    }
}

void ScenarioBar::stop()
{
    m_pace.stop();
    hide();
    if (m_runner) {
        // It tidies up in the event loop and then is of no use any more.
        Runner* leaving = m_runner.release();
        leaving->disconnect(this);
        connect(leaving, &Runner::finished, leaving, &QObject::deleteLater);
        leaving->setParent(&m_workbench.session());
        leaving->stop();
    }
}

}
