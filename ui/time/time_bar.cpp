#include "ui/time/time_bar.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <algorithm>
#include <array>

#include "ui/elided_label.h"
#include "ui/parts.h"
#include "ui/time/time_signs.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr std::array kSpeeds {0.1, 0.25, 0.5, 1.0, 2.0, 10.0, 100.0};

QString speedText(double speed)
{
    return QStringLiteral("%1×").arg(speed);
}

}

TimeBar::TimeBar(Workbench& workbench, const model::RowList& rows, QWidget* parent)
    : FoldingRow("timeBar", parent)
    , m_workbench(workbench)
    , m_rows(rows)
    , m_replay(workbench)
    , m_strip(new TimeStrip(workbench, rows, this))
    , m_words(new QLabel(this))
    , m_comment(new ElidedLabel(this))
{
    setAttribute(Qt::WA_StyledBackground);
    row().setContentsMargins(10, 3, 10, 3);
    row().setSpacing(4);
    m_start = addButton("timeStart", tr("To the start"), "Alt+Home");
    m_back = addButton("timeBack", tr("One event back"), "Alt+Left");
    m_play = addButton("timePlay", tr("Play what happened"), "F7");
    m_on = addButton("timeForth", tr("One event on"), "Alt+Right");
    connect(m_start, &QToolButton::clicked, m_strip, &TimeStrip::toStart);
    connect(m_back, &QToolButton::clicked, m_strip, [this] { m_strip->step(-1); });
    connect(m_on, &QToolButton::clicked, m_strip, [this] { m_strip->step(1); });
    connect(m_play, &QToolButton::clicked, this, &TimeBar::togglePlay);
    m_speed = makeMenuButton(this, "timeSpeed", speedText(1), tr("How fast it plays"), makeSpeedMenu());
    m_speed->setProperty("flat", true);
    row().addWidget(m_speed);
    row().addWidget(m_strip, 1);
    m_words->setObjectName(QStringLiteral("timeWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setProperty("role", QStringLiteral("dim"));
    m_comment->setObjectName(QStringLiteral("timeComment"));
    row().addWidget(m_comment);
    row().addWidget(m_words);
    m_live = addButton("timeLive", tr("Back to the present"), "Alt+End");
    m_live->setProperty("flat", false);
    m_live->setProperty("chip", true);
    connect(m_live, &QToolButton::clicked, m_strip, &TimeStrip::toPresent);
    connect(m_strip, &TimeStrip::touched, &m_replay, &Replay::stop);
    connect(&m_replay, &Replay::runningChanged, this, &TimeBar::showMoment);
    connect(&workbench, &Workbench::momentChanged, this, &TimeBar::showMoment);
    connect(&workbench, &Workbench::themeChanged, this, &TimeBar::showSigns);
    connect(&workbench.annotations(), &model::Annotations::changed, this, &TimeBar::showComment);
    connect(&m_replay, &Replay::runningChanged, this, &TimeBar::showSigns);
    connect(&workbench.session(), &model::Session::appended, this, [this] {
        m_strip->readOn();
        showMoment();
    });
    showSigns();
    showMoment();
    setFolds({m_speed, m_start, m_back, m_on});
}

QToolButton* TimeBar::addButton(const char* name, const QString& what, const char* key)
{
    auto* button = makeToolButton(this, name, {}, what + QStringLiteral(" (%1)").arg(QLatin1String(key)));
    button->setAccessibleName(what);
    button->setProperty("flat", true);
    row().addWidget(button);
    return button;
}

QMenu* TimeBar::makeSpeedMenu()
{
    auto* menu = new QMenu(this);
    auto* speeds = new QActionGroup(menu);
    for (const double speed : kSpeeds) {
        QAction* action = menu->addAction(speedText(speed), this, [this, speed] {
            m_replay.setSpeed(speed);
            m_speed->setText(speedText(speed));
        });
        action->setCheckable(true);
        action->setChecked(speed == m_replay.speed());
        speeds->addAction(action);
    }
    menu->addSeparator();
    QAction* skip = menu->addAction(tr("Long pauses are skipped"));
    skip->setCheckable(true);
    skip->setChecked(m_replay.skipsPauses());
    connect(skip, &QAction::toggled, &m_replay, &Replay::setSkipsPauses);
    return menu;
}

void TimeBar::togglePlay()
{
    m_replay.isRunning() ? m_replay.stop() : m_replay.start();
}

void TimeBar::showMoment()
{
    const bool present = m_workbench.isAtPresent();
    const bool live = m_workbench.session().isLive();
    const QString time = m_strip->timeText(m_workbench.moment().time());
    // That it is the present the button beside it says.
    const QString where = present ? QString()
                                  : QStringLiteral(" · ")
            + tr("%1 of %2")
                  .arg(words::count(m_rows.indexOf(m_workbench.end())), words::count(m_rows.size()));
    m_words->setFont(m_workbench.monospace());
    m_words->setText(time + where);
    m_words->setMinimumWidth(std::max(m_words->minimumWidth(), m_words->sizeHint().width())); // keeps still
    showComment();
    m_live->setText(live ? tr("● Live") : tr("● End"));
    m_live->setEnabled(!present);
    if (m_live->property("on").toBool() == present) {
        setLook(*m_live, "on", !present); // the way back stands out
    }
}

// What somebody has written on the event that made the moment what it is: a lecturer's word to it.
void TimeBar::showComment()
{
    const std::uint64_t happened = m_rows.indexOf(m_workbench.end());
    const QString comment = m_workbench.isAtPresent() || happened == 0
        ? QString()
        : m_workbench.annotations().comment(m_rows.at(happened - 1));
    constexpr int kMostShown = 36; // characters; all of it is in the tooltip, and in the log's detail
    m_comment->setVisible(!comment.isEmpty());
    m_comment->setMaximumWidth(kMostShown * fontMetrics().averageCharWidth());
    m_comment->setFullText(comment.simplified());
}

void TimeBar::showSigns()
{
    const Theme& theme = m_workbench.theme();
    const int height = fontMetrics().ascent();
    const auto show = [&](QToolButton* button, TimeSign sign) {
        button->setIcon(timeSign(sign, height, theme.text, theme.faint));
        button->setIconSize({height, height});
    };
    show(m_start, TimeSign::Start);
    show(m_back, TimeSign::Back);
    show(m_play, m_replay.isRunning() ? TimeSign::Pause : TimeSign::Play);
    show(m_on, TimeSign::On);
    m_play->setAccessibleName(m_replay.isRunning() ? tr("Pause") : tr("Play what happened"));
    m_words->setMinimumWidth(0); // the font may be another one
    showMoment();
}

}
