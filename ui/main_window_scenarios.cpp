// MainWindow: the menu of scenarios, and files dropped or opened.

#include "ui/main_window.h"

#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QResizeEvent>
#include <QToolButton>

#include "model/scenario/library.h"
#include "model/scenario/parser.h"
#include "model/scenario/plan.h"
#include "model/scenario/translation.h"
#include "ui/palette/commands.h"
#include "ui/scenario/scenario_words.h"
#include "ui/translation.h"
#include "ui/words.h"

namespace ui {

using namespace model::scenario;

namespace {

std::string_view viewOf(const QByteArray& text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

Parsed parsed(const QByteArray& text, const QString& file)
{
    ParseOptions options;
    options.file = file.toStdString();
    return parse(viewOf(text), options);
}

// In the language of the window.
Parsed parsedBuiltIn(const QString& name)
{
    Parsed scenario = parsed(builtIn(name).value_or(QByteArray()), name);
    speak(scenario.scenario, name, spokenLanguage());
    return scenario;
}

QString reasonFor(FileProblem::Kind kind, const QString& path)
{
    const QString file = words::shown(path.toStdString());
    switch (kind) {
    case FileProblem::Kind::Missing:
        return MainWindow::tr("There is no file %1.").arg(file);
    case FileProblem::Kind::NotPermitted:
        return MainWindow::tr("Reading %1 is not permitted.").arg(file);
    case FileProblem::Kind::NotAFile:
        return MainWindow::tr("%1 is a folder or a device, and not a file.").arg(file);
    case FileProblem::Kind::TooLarge:
        return MainWindow::tr("%1 is larger than 4 MiB: no scenario is.").arg(file);
    case FileProblem::Kind::Unreadable:
        break;
    }
    return MainWindow::tr("%1 cannot be read.").arg(file);
}

QString firstReachOutside(const Plan& plan)
{
    for (const Reach& reach : plan.reaches) {
        if (!reach.local) {
            return words::callName(reach.call) + u' ' + words::shown(reach.target);
        }
    }
    return {};
}

}

// On the left, as long as one is open.
QWidget* MainWindow::besideScenario(QWidget* panels)
{
    auto* beside = new QSplitter(Qt::Horizontal, this);
    beside->addWidget(m_scenario);
    beside->addWidget(panels);
    beside->setStretchFactor(1, 1);
    beside->setChildrenCollapsible(false);
    const int steps = QFontMetrics(QApplication::font()).height() * 20;
    beside->setSizes({steps, width() - steps});
    connect(m_scenario, &ScenarioPanel::opened, this, [this] {
        m_board->setHasSteps(true);
        makeRoomForScenario();
    });
    connect(m_scenario, &ScenarioPanel::earlierRunLeft, this,
        [this](quint64 first, quint64 end) { m_board->board().dismissClosed(first, end); });
    connect(m_scenario, &ScenarioPanel::closed, this, [this] {
        m_board->setHasSteps(false);
        if (m_inspectorGaveWay) {
            m_inspectorGaveWay = false;
            m_inspector->show();
        }
    });
    return beside;
}

// On a small screen, or in large type, board and log would be too narrow between scenario and inspector; View
// › Inspector brings it back.
void MainWindow::makeRoomForScenario()
{
    if (m_scenario == nullptr || !m_scenario->isOpen()) {
        return;
    }
    const bool fits = hasRoomForAll(width());
    if (!fits && !m_inspector->isHidden()) {
        showPanel(*m_inspector, false);
        m_inspectorGaveWay = true;
    } else if (fits && m_inspectorGaveWay) {
        m_inspectorGaveWay = false;
        m_inspector->show();
    }
}

bool MainWindow::hasRoomForAll(int width) const
{
    const int least = QFontMetrics(QApplication::font()).height() * 26;
    return width - m_scenario->minimumSizeHint().width() - m_inspector->minimumWidth() >= least;
}

// Only where that makes the difference: who has brought the inspector back keeps it.
void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_scenario != nullptr && m_inspector != nullptr && event->oldSize().isValid()
        && hasRoomForAll(event->oldSize().width()) != hasRoomForAll(event->size().width())) {
        makeRoomForScenario();
    }
}

void MainWindow::makeScenarioMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("S&cenario"));
    auto* builtInMenu = menu->addMenu(tr("&Built in"));
    for (const QString& name : builtInNames()) {
        QAction* action = addAction(builtInMenu, "scenario", builtInTitle(name, spokenLanguage()), {});
        action->setObjectName(QStringLiteral("scenario-") + name);
        action->setData(name); // the palette finds it by that, too
        connect(action, &QAction::triggered, this, [this, name] { playBuiltIn(name, false); });
    }
    m_scenarioButton->setMenu(builtInMenu);
    connect(addAction(menu, "actionFirstConnection", tr("Watch a &first connection"), {}),
        &QAction::triggered, this, [this] { playBuiltIn(QStringLiteral("tcp-echo"), true); });
    connect(
        addAction(menu, "actionOpenScenario", tr("&Open a file…"), {}), &QAction::triggered, this, [this] {
            const QString file = QFileDialog::getOpenFileName(
                this, tr("Open a scenario"), {}, tr("Scenarios (*.scn);;All files (*)"));
            if (!file.isEmpty()) {
                openScenarioFile(file);
            }
        });
    menu->addSeparator();
    const auto noneOpen = [this] { return m_scenario->isOpen() ? QString() : tr("No scenario is open."); };
    m_commands->bind(*addAction(menu, "actionNextStep", tr("&Next step"), QKeySequence(Qt::Key_F10)),
        noneOpen, [this] { m_scenario->step(); });
    m_commands->bind(
        *addAction(menu, "actionStepBack", tr("One step bac&k"), QKeySequence(Qt::SHIFT | Qt::Key_F10)),
        noneOpen, [this] { m_scenario->back(); });
    m_commands->bind(*addAction(menu, "actionPlay", tr("&Play or pause"), QKeySequence(Qt::Key_F5)), noneOpen,
        [this] { m_scenario->togglePlaying(); });
    m_commands->bind(
        *addAction(menu, "actionStopScenario", tr("&End the scenario"), QKeySequence(Qt::SHIFT | Qt::Key_F5)),
        noneOpen, [this] { m_scenario->stop(); });
}

void MainWindow::playBuiltIn(const QString& name, bool byItself)
{
    play(parsedBuiltIn(name), name, byItself);
}

void MainWindow::openScenarioFile(const QString& path)
{
    const auto text = readScenarioFile(path);
    if (!text.ok()) {
        m_messages->showError(tr("This file can't be opened."), reasonFor(text.problem().kind, path));
        return;
    }
    play(parsed(text.value(), path), path, false);
}

void MainWindow::play(model::scenario::Parsed scenario, const QString& file, bool byItself)
{
    if (!scenario.ok()) {
        m_messages->showError(
            tr("This is no scenario that can be run."), problemWords(file, scenario.problems.front()));
        return;
    }
    const QString outside = firstReachOutside(planOf(scenario.scenario));
    if (outside.isEmpty()) {
        m_scenario->open(std::move(scenario.scenario), byItself, false);
        return;
    }
    m_messages->ask(tr("This scenario reaches beyond this machine's loopback: %1").arg(outside),
        tr("Run it all the same"),
        [this, kept = scenario.scenario, byItself] { m_scenario->open(kept, byItself, true); });
}

}
