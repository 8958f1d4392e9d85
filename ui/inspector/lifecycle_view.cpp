#include "ui/inspector/lifecycle_view.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::LifecycleStep;
using model::StepState;

namespace {

constexpr int kColumns = 3;
constexpr int kArrowRoom = 28;
constexpr int kRowGap = 20;
constexpr int kOtherGap = 8;

bool sameShape(const std::vector<LifecycleStep>& a, const std::vector<LifecycleStep>& b)
{
    return std::ranges::equal(a, b, {}, &LifecycleStep::call, &LifecycleStep::call);
}

QString stateWords(StepState state)
{
    switch (state) {
    case StepState::Done:
        return LifecycleView::tr("done");
    case StepState::Next:
        return LifecycleView::tr("possible now");
    case StepState::Running:
        return LifecycleView::tr("asleep in the kernel");
    case StepState::NotNow:
        return LifecycleView::tr("not legal now");
    }
    return {};
}

}

LifecycleView::LifecycleView(Workbench& workbench, QWidget* parent) : QWidget(parent), m_workbench(workbench)
{
    setObjectName(QStringLiteral("lifecycle"));
    setAccessibleName(tr("Lifecycle of the socket"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void LifecycleView::show(const model::SocketNode& socket)
{
    model::LifecycleDiagram diagram = lifecycleOf(socket);
    const bool same
        = sameShape(diagram.steps, m_diagram.steps) && sameShape(diagram.others, m_diagram.others);
    m_diagram = std::move(diagram);
    if (!same || m_buttons.empty()) {
        rebuild(); // only then: a button that is being pressed must live
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool other = i >= m_diagram.steps.size();
        style(*m_buttons[i], other ? m_diagram.others[i - m_diagram.steps.size()] : m_diagram.steps[i]);
    }
    update();
}

void LifecycleView::setCurrent(CallId call)
{
    m_current = call;
    update();
}

void LifecycleView::rebuild()
{
    for (QPushButton* button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (const LifecycleStep& step : m_diagram.steps) {
        m_buttons.push_back(addButton(step));
    }
    for (const LifecycleStep& step : m_diagram.others) {
        m_buttons.push_back(addButton(step));
    }
    updateGeometry();
    layOut();
}

QPushButton* LifecycleView::addButton(const LifecycleStep& step)
{
    const CallId call = step.call;
    auto* button = new QPushButton(this);
    const QString name = words::callName(call);
    button->setObjectName(QStringLiteral("step-") + name);
    const bool inDiagram
        = std::ranges::find(m_diagram.steps, call, &LifecycleStep::call) != m_diagram.steps.end();
    button->setText((call == CallId::Accept4 ? QStringLiteral("accept") : name)
        + (inDiagram ? QStringLiteral("()") : QString()));
    button->setToolTip(
        words::plainToolTip(words::signature(call) + u'\n' + m_workbench.explainer().purpose(call)));
    button->installEventFilter(this);
    button->setAutoDefault(false);
    if (call == CallId::Socket) {
        button->setEnabled(false); // it has been made: this socket came of it
    } else {
        connect(button, &QPushButton::clicked, this, [this, call] { Q_EMIT chosen(static_cast<int>(call)); });
    }
    button->show();
    return button;
}

void LifecycleView::style(QPushButton& button, const LifecycleStep& step)
{
    const Theme& theme = m_workbench.theme();
    QColor text = theme.faint;
    QColor back = Qt::transparent;
    QColor edge = theme.line;
    switch (step.state) {
    case StepState::Done:
        text = theme.done;
        back = theme.doneSoft;
        edge = theme.doneSoft;
        break;
    case StepState::Next:
        text = theme.accent;
        back = theme.accentSoft;
        edge = theme.accent;
        break;
    case StepState::Running:
        text = theme.waiting;
        back = theme.waitingSoft;
        edge = theme.waiting;
        break;
    case StepState::NotNow:
        break;
    }
    const QString sheet
        = QStringLiteral("QPushButton { color: %1; background: %2; border: 1px solid %3; border-radius: 5px; "
                         "padding: 3px 2px; }"
                         "QPushButton:hover, QPushButton:focus { border-color: %4; }")
              .arg(text.name(), back == Qt::transparent ? QStringLiteral("transparent") : back.name(),
                  edge.name(), theme.accent.name());
    if (button.styleSheet() != sheet) {
        button.setStyleSheet(sheet);
    }
    QFont font = m_workbench.monospace();
    font.setPointSizeF(font.pointSizeF() * 0.86);
    button.setFont(font); // after the sheet, which would put its own back
    button.setAccessibleName(words::callName(step.call) + QStringLiteral(": ") + stateWords(step.state));
}

int LifecycleView::rowHeight() const
{
    return fontMetrics().height() + 11;
}

int LifecycleView::rows() const
{
    int last = -1;
    for (const LifecycleStep& step : m_diagram.steps) {
        last = std::max(last, step.row);
    }
    return last + 1;
}

QRect LifecycleView::cell(const LifecycleStep& step, bool other) const
{
    const int gap = other ? kOtherGap : kArrowRoom;
    const int width = (this->width() - (kColumns - 1) * gap) / kColumns;
    const int above = other ? rows() * (rowHeight() + kRowGap) : 0;
    return {step.column * (width + gap), above + step.row * (rowHeight() + (other ? kOtherGap : kRowGap)),
        width, rowHeight()};
}

QSize LifecycleView::sizeHint() const
{
    const int others = (static_cast<int>(m_diagram.others.size()) + kColumns - 1) / kColumns;
    return {280, rows() * (rowHeight() + kRowGap) + others * (rowHeight() + kOtherGap)};
}

void LifecycleView::layOut()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool other = i >= m_diagram.steps.size();
        m_buttons[i]->setGeometry(
            cell(other ? m_diagram.others[i - m_diagram.steps.size()] : m_diagram.steps[i], other));
    }
}

void LifecycleView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

bool LifecycleView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonDblClick) {
        const auto found = std::ranges::find(m_buttons, watched);
        if (found != m_buttons.end()) {
            const auto index = static_cast<std::size_t>(found - m_buttons.begin());
            const std::size_t steps = m_diagram.steps.size();
            const CallId call
                = index < steps ? m_diagram.steps[index].call : m_diagram.others[index - steps].call;
            if (call != CallId::Socket) {
                Q_EMIT calledAtOnce(static_cast<int>(call));
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LifecycleView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_workbench.theme();
    painter.setPen(theme.dim);
    for (const model::LifecycleArrow& arrow : m_diagram.arrows) {
        const QRect from = cell(m_diagram.steps[arrow.from], false);
        const QRect to = cell(m_diagram.steps[arrow.to], false);
        const bool sideways = from.top() == to.top();
        const QString sign = !sideways ? QStringLiteral("↓")
            : arrow.bothWays           ? QStringLiteral("⇄")
            : to.left() > from.left()  ? QStringLiteral("→")
                                       : QStringLiteral("←");
        const QRect place = sideways
            ? QRect(std::min(from.right(), to.right()), from.top(), kArrowRoom, from.height())
            : QRect(to.left(), from.bottom(), to.width(), kRowGap);
        painter.drawText(place, Qt::AlignCenter, sign);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const std::size_t steps = m_diagram.steps.size();
        const CallId call = i < steps ? m_diagram.steps[i].call : m_diagram.others[i - steps].call;
        if (call == m_current) { // whose form stands below
            const QRectF under(m_buttons[i]->geometry());
            painter.fillRect(
                QRectF(under.left() + 6, under.bottom() + 3, under.width() - 12, 2), theme.accent);
        }
    }
}

}
