// StepList: layout. Painting: step_list_painting.cpp; the hands: step_list_input.cpp.

#include "ui/scenario/step_list.h"

#include <QScrollBar>
#include <algorithm>

#include "ui/access/accessible_rows.h"
#include "ui/narration.h"
#include "ui/words.h"

namespace ui {

using namespace model::scenario;

StepList::StepList(Workbench& workbench, QWidget* parent)
    : QAbstractScrollArea(parent), m_workbench(workbench)
{
    installAccess<StepList, AccessibleRows<StepList>>();
    setObjectName(QStringLiteral("scenarioSteps"));
    setAccessibleName(tr("Steps of the scenario"));
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&workbench, &Workbench::themeChanged, this, [this] {
        layOut();
        viewport()->update();
    });
}

qsizetype resultIn(const QString& step)
{
    const qsizetype at = step.lastIndexOf(QStringLiteral(") = "));
    return at < 0 ? -1 : at + 2;
}

void StepList::setScenario(const Scenario& scenario)
{
    m_entries.clear();
    m_unfolded.clear();
    m_at.reset();
    QString narration;
    std::optional<std::size_t> question;
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        const Step& step = scenario.steps[i];
        if (const auto* said = std::get_if<NarrationStep>(&step.what)) {
            narration += (narration.isEmpty() ? QString() : QStringLiteral(" ")) + plainNarration(said->text);
            continue;
        }
        Entry entry {i, words::shown(step.text), narration, {}, false, std::nullopt};
        question = narration.isEmpty() ? question : std::nullopt; // what is explained is no secret any more
        narration.clear();
        if (const auto* asked = std::get_if<PredictStep>(&step.what)) {
            entry.text = plainNarration(asked->question);
            entry.answers = asked->answers;
            entry.isQuestion = true;
            question = m_entries.size();
        } else {
            entry.question = question;
        }
        m_entries.push_back(std::move(entry));
    }
    m_done = 0;
    layOut();
    setDone(0);
}

std::size_t StepList::doneCount() const
{
    const auto next = std::ranges::lower_bound(m_entries, m_done, {}, &Entry::step);
    return static_cast<std::size_t>(next - m_entries.begin());
}

void StepList::setDone(std::size_t steps, bool failed)
{
    m_done = steps;
    m_failed = failed;
    placeCurrent();
    const std::size_t at = current();
    bringIntoSight(at);
    setAccessibleDescription(at < m_entries.size()
            ? tr("%1 of %2 done; next: %3").arg(at).arg(m_entries.size()).arg(shownText(at))
            : tr("all are done"));
    viewport()->update();
}

bool StepList::isFolded(const Entry& entry) const
{
    const auto index = static_cast<std::size_t>(&entry - m_entries.data());
    return entry.question && index >= current() && !m_unfolded.contains(*entry.question);
}

bool StepList::folds() const
{
    return current() < m_entries.size() && m_entries[current()].isQuestion && !m_unfolded.contains(current());
}

QString StepList::shownText(std::size_t index) const
{
    const Entry& entry = m_entries[index];
    const qsizetype result = isFolded(entry) ? resultIn(entry.text) : -1;
    return result < 0 ? entry.text : entry.text.left(result) + QStringLiteral("= ?");
}

void StepList::unfold()
{
    if (folds()) {
        m_unfolded.insert(current());
        setDone(m_done, m_failed);
    }
}

QFont StepList::codeFont() const
{
    QFont font = m_workbench.monospace();
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

int StepList::textWidth() const
{
    return std::max(viewport()->width() - kIndent - kMargin, 40);
}

int StepList::lineHeight() const
{
    return std::max(QFontMetrics(codeFont()).height(), fontMetrics().height());
}

// A call that is wider than the panel goes on below, indented; it is broken after a blank where there is one.
QStringList StepList::linesOf(const QString& text, bool isQuestion) const
{
    const QFontMetricsF metrics(isQuestion ? font() : codeFont());
    const double letter = metrics.horizontalAdvance(QLatin1Char('m')); // all are as wide, in code
    const auto fitting = [&](const QString& rest) {
        if (!isQuestion) {
            return std::max<qsizetype>(static_cast<qsizetype>(textWidth() / letter), 8);
        }
        qsizetype most = std::min<qsizetype>(rest.size(), 8);
        while (most < rest.size() && metrics.horizontalAdvance(rest.left(most + 1)) <= textWidth()) {
            ++most;
        }
        return most;
    };
    QString rest = text;
    QStringList lines;
    for (qsizetype most = fitting(rest); rest.size() > most; most = fitting(rest)) {
        const qsizetype blank = rest.lastIndexOf(u' ', most);
        const qsizetype end = blank > most / 3 ? blank + 1 : most;
        lines += rest.left(end);
        rest = (isQuestion ? QString() : QStringLiteral("  ")) + rest.mid(end);
    }
    return lines << rest;
}

QString StepList::belowText(std::size_t index) const
{
    QString text = m_entries[index].narration;
    char letter = 'a';
    for (const std::string& answer : m_entries[index].answers) {
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + QLatin1Char(letter++)
            + QStringLiteral(") ") + words::shown(answer);
    }
    return text;
}

int StepList::belowHeight() const
{
    if (current() >= m_entries.size()) {
        return 0;
    }
    const QString text = belowText(current());
    const int words = text.isEmpty()
        ? 0
        : fontMetrics().boundingRect(0, 0, textWidth(), 10'000, Qt::TextWordWrap, text).height() + 8;
    return words + (folds() ? fontMetrics().height() + 8 : 0);
}

QRect StepList::foldPlace() const
{
    if (!folds()) {
        return {};
    }
    const int top = topOf(current()) + heightOf(current()) + m_below - fontMetrics().height() - 10;
    return {
        kIndent, top, fontMetrics().horizontalAdvance(tr("Show what comes")) + 4, fontMetrics().height() + 4};
}

int StepList::heightOf(std::size_t entry) const
{
    return m_tops[entry + 1] - m_tops[entry];
}

int StepList::topOf(std::size_t entry) const
{
    return m_tops[entry] + (entry > current() ? m_below : 0) - verticalScrollBar()->value();
}

std::size_t StepList::entryAt(int y) const
{
    int place = y + verticalScrollBar()->value();
    const std::size_t at = current();
    if (at < m_entries.size() && place >= m_tops[at + 1]) {
        place = std::max(place - m_below, m_tops[at + 1] - 1);
    }
    const auto after = std::ranges::upper_bound(m_tops, place);
    const bool isOne = after != m_tops.begin() && after != m_tops.end();
    return isOne ? static_cast<std::size_t>(after - m_tops.begin()) - 1 : m_entries.size();
}

// By the whole text, also where a result is still folded: nothing moves when it comes.
void StepList::layOut()
{
    m_tops.assign(1, 0);
    m_tops.reserve(m_entries.size() + 1);
    for (const Entry& entry : m_entries) {
        const auto lines = static_cast<int>(linesOf(entry.text, entry.isQuestion).size());
        m_tops.push_back(m_tops.back() + lines * lineHeight() + kRowSpace);
    }
    placeCurrent();
}

void StepList::placeCurrent()
{
    m_below = belowHeight();
    verticalScrollBar()->setRange(0, std::max(0, m_tops.back() + m_below - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(lineHeight() + kRowSpace);
}

void StepList::resizeEvent(QResizeEvent*)
{
    layOut();
    bringIntoSight(current());
}

}
