#include "ui/scenario/step_list.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QScrollBar>
#include <algorithm>

#include "ui/words.h"

namespace ui {

using namespace model::scenario;

namespace {

constexpr int kMargin = 14;
constexpr int kIndent = 46; // of the words, behind the sign

}

QString plainNarration(const std::string& markdown)
{
    static const QRegularExpression stressed(QStringLiteral("\\*{1,2}([^*\\s][^*]*)\\*{1,2}"));
    QString text = words::shown(markdown);
    return text.remove(u'`').replace(stressed, QStringLiteral("\\1"));
}

StepList::StepList(Workbench& workbench, QWidget* parent)
    : QAbstractScrollArea(parent), m_workbench(workbench)
{
    setObjectName(QStringLiteral("scenarioSteps"));
    setAccessibleName(tr("Steps of the scenario"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&workbench, &Workbench::themeChanged, this, [this] {
        layOut();
        viewport()->update();
    });
}

void StepList::setScenario(const Scenario& scenario)
{
    m_entries.clear();
    QString narration;
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        const Step& step = scenario.steps[i];
        if (const auto* said = std::get_if<NarrationStep>(&step.what)) {
            narration += (narration.isEmpty() ? QString() : QStringLiteral(" ")) + plainNarration(said->text);
            continue;
        }
        if (const auto* question = std::get_if<PredictStep>(&step.what)) {
            narration = plainNarration(question->question);
        }
        m_entries.push_back({i, words::shown(step.text), narration});
        narration.clear();
    }
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
    layOut();
    // The next step and some of what follows are in sight.
    const int row = rowHeight();
    const int top = topOf(std::min(current(), m_entries.size())) + verticalScrollBar()->value();
    const int height = row + narrationHeight();
    if (top - row < verticalScrollBar()->value()) {
        verticalScrollBar()->setValue(top - row);
    } else if (top + height + row > verticalScrollBar()->value() + viewport()->height()) {
        verticalScrollBar()->setValue(top + height + row - viewport()->height());
    }
    const std::size_t at = current();
    setAccessibleDescription(at < m_entries.size()
            ? tr("%1 of %2 done; next: %3").arg(at).arg(m_entries.size()).arg(m_entries[at].text)
            : tr("all are done"));
    viewport()->update();
}

QFont StepList::codeFont() const
{
    QFont font = m_workbench.monospace();
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

int StepList::rowHeight() const
{
    return QFontMetrics(codeFont()).height() + 14;
}

int StepList::narrationHeight() const
{
    if (current() >= m_entries.size() || m_entries[current()].narration.isEmpty()) {
        return 0;
    }
    const int width = viewport()->width() - kIndent - kMargin;
    return fontMetrics()
               .boundingRect(
                   0, 0, std::max(width, 40), 10'000, Qt::TextWordWrap, m_entries[current()].narration)
               .height()
        + 8;
}

int StepList::topOf(std::size_t entry) const
{
    const int above = static_cast<int>(entry) * rowHeight() + (entry > current() ? narrationHeight() : 0);
    return above - verticalScrollBar()->value();
}

void StepList::layOut()
{
    const int height = static_cast<int>(m_entries.size()) * rowHeight() + narrationHeight();
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
}

void StepList::resizeEvent(QResizeEvent*)
{
    layOut();
}

void StepList::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), m_workbench.theme().panel);
    const int row = rowHeight();
    auto first = static_cast<std::size_t>(verticalScrollBar()->value() / row);
    first = first > current()
        ? first - std::min<std::size_t>(first, static_cast<std::size_t>(narrationHeight() / row + 1))
        : first;
    for (std::size_t i = first; i < m_entries.size() && topOf(i) < viewport()->height(); ++i) {
        paintEntry(painter, i);
    }
}

void StepList::paintEntry(QPainter& painter, std::size_t index)
{
    const Theme& theme = m_workbench.theme();
    const Entry& entry = m_entries[index];
    const bool now = index == current();
    const int top = topOf(index);
    const int row = rowHeight();
    const int width = viewport()->width();
    if (now) {
        const QColor back = m_failed ? theme.errorSoft : theme.accentSoft;
        painter.fillRect(QRect(0, top, width, row + narrationHeight()), back);
    }
    const double side = QFontMetricsF(codeFont()).height() + 4;
    paintSign(painter, QRectF(kMargin, top + (row - side) / 2, side, side), index);
    painter.setFont(codeFont());
    painter.setPen(index > current() ? theme.dim : theme.text);
    const QRect line(kIndent, top, width - kIndent - 6, row);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(codeFont()).elidedText(entry.text, Qt::ElideRight, line.width()));
    if (now && !entry.narration.isEmpty()) {
        painter.setFont(font());
        painter.setPen(theme.dim);
        painter.drawText(QRect(kIndent, top + row - 3, width - kIndent - kMargin, narrationHeight()),
            Qt::TextWordWrap | Qt::AlignTop, entry.narration);
    }
}

// A tick, the number of the step that is next, or of one to come; a cross where it was not as expected.
void StepList::paintSign(QPainter& painter, const QRectF& place, std::size_t index)
{
    const Theme& theme = m_workbench.theme();
    const bool done = index < current();
    const bool now = index == current();
    painter.setPen(Qt::NoPen);
    painter.setBrush(done ? theme.doneSoft : now ? (m_failed ? theme.error : theme.accent) : theme.field);
    painter.drawEllipse(place);
    if (done || (now && m_failed)) {
        const QPointF middle = place.center();
        const double unit = place.width() / 8;
        QPainterPath sign;
        if (done) {
            sign.moveTo(middle + QPointF(-1.5, 0.1) * unit);
            sign.lineTo(middle + QPointF(-0.4, 1.2) * unit);
            sign.lineTo(middle + QPointF(1.6, -1.2) * unit);
        } else {
            sign.moveTo(middle + QPointF(-1.2, -1.2) * unit);
            sign.lineTo(middle + QPointF(1.2, 1.2) * unit);
            sign.moveTo(middle + QPointF(1.2, -1.2) * unit);
            sign.lineTo(middle + QPointF(-1.2, 1.2) * unit);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(done ? theme.done : theme.onAccent, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(sign);
        return;
    }
    QFont number = font();
    number.setPointSizeF(number.pointSizeF() * 0.86);
    number.setWeight(now ? QFont::DemiBold : QFont::Normal);
    painter.setFont(number);
    painter.setPen(now ? theme.onAccent : theme.dim);
    painter.drawText(place, Qt::AlignCenter, QString::number(index + 1));
}

void StepList::mousePressEvent(QMouseEvent* event)
{
    for (std::size_t i = 0; i < doneCount(); ++i) {
        if (event->pos().y() >= topOf(i) && event->pos().y() < topOf(i) + rowHeight()) {
            Q_EMIT picked(m_entries[i].step);
            return;
        }
    }
}

}
