#include "ui/inspector/lifecycle_view.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/access/accessible_role.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::LifecycleStep;
using model::StepState;

namespace {

constexpr int kColumns = 3;
constexpr int kMostArrowRoom = 28;
constexpr int kLeastArrowRoom = 14;
constexpr int kRowGap = 20;
constexpr int kOtherGap = 5;
constexpr int kGroupGap = 6;

bool sameShape(const std::vector<LifecycleStep>& a, const std::vector<LifecycleStep>& b)
{
    return std::ranges::equal(a, b, {}, &LifecycleStep::call, &LifecycleStep::call);
}

QString otherText(CallId call)
{
    return call == CallId::Accept4 ? QStringLiteral("accept") : words::callName(call);
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

QString groupWords(model::CallGroup group)
{
    switch (group) {
    case model::CallGroup::Life:
        return LifecycleView::tr("Life");
    case model::CallGroup::Messages:
        return LifecycleView::tr("Messages");
    case model::CallGroup::Descriptor:
        return LifecycleView::tr("Options");
    case model::CallGroup::Names:
        return LifecycleView::tr("Names");
    }
    return {};
}

}

LifecycleView::LifecycleView(Workbench& workbench, QWidget* parent) : QWidget(parent), m_workbench(workbench)
{
    installRole<LifecycleView, QAccessible::Grouping>();
    setObjectName(QStringLiteral("lifecycle"));
    setAccessibleName(tr("Lifecycle of the socket"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // as high as its width makes it
    policy.setHeightForWidth(true);
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
        style(
            *m_buttons[i], other ? m_diagram.others[i - m_diagram.steps.size()] : m_diagram.steps[i], other);
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
    button->setText(otherText(call) + (inDiagram ? QStringLiteral("()") : QString()));
    setHint(*button, words::signature(call) + u'\n' + m_workbench.explainer().purpose(call));
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

void LifecycleView::style(QPushButton& button, const LifecycleStep& step, bool other)
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
    case StepState::Next: // the diagram's lead on; the others wait quietly
        text = other ? theme.text : theme.accent;
        back = other ? QColor(Qt::transparent) : theme.accentSoft;
        edge = other ? theme.line : theme.accent;
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
                         "padding: 3px 2px; outline: none; }"
                         "QPushButton:hover { border-color: %4; }"
                         "QPushButton:focus { border: 2px solid %5; padding: 2px 1px; }")
              .arg(text.name(), back == Qt::transparent ? QStringLiteral("transparent") : back.name(),
                  edge.name(), theme.accent.name(),
                  (edge == theme.accent ? theme.text : theme.accent).name());
    if (button.styleSheet() != sheet) {
        button.setStyleSheet(sheet);
    }
    button.setFont(chipFont()); // after the sheet, which would put its own back
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

QFont LifecycleView::chipFont() const
{
    QFont font = m_workbench.monospace();
    font.setPointSizeF(font.pointSizeF() * 0.86);
    return font;
}

// Words come first: in large type the arrows are shorter.
int LifecycleView::arrowRoom() const
{
    const int words = QFontMetrics(chipFont()).horizontalAdvance(QStringLiteral("recvfrom()")) + 8;
    return std::clamp((width() - kColumns * words) / (kColumns - 1), kLeastArrowRoom, kMostArrowRoom);
}

QRect LifecycleView::cell(const LifecycleStep& step) const
{
    const int arrow = arrowRoom();
    const int width = (this->width() - (kColumns - 1) * arrow) / kColumns;
    return {step.column * (width + arrow), step.row * (rowHeight() + kRowGap), width, rowHeight()};
}

LifecycleView::Flow LifecycleView::flow(int width) const
{
    const QFontMetrics code(chipFont());
    int left = 0;
    for (const LifecycleStep& step : m_diagram.others) {
        left = std::max(left, fontMetrics().horizontalAdvance(groupWords(step.group)) + 10);
    }
    const int height = rowHeight() - 3;
    Flow flow;
    int x = left;
    int y = rows() * (rowHeight() + kRowGap) - kRowGap + 2 * kGroupGap;
    for (const LifecycleStep& step : m_diagram.others) {
        const bool first = flow.headings.empty();
        if (first || flow.headings.back().group != step.group) {
            y += first ? 0 : height + kGroupGap;
            x = left;
            flow.headings.push_back({{0, y, left, height}, step.group});
        }
        const int chip = code.horizontalAdvance(otherText(step.call)) + 16;
        if (x > left && x + chip > width) {
            x = left;
            y += height + kOtherGap;
        }
        flow.places.emplace_back(x, y, chip, height);
        x += chip + kOtherGap;
    }
    flow.bottom = flow.places.empty() ? y : y + height + kGroupGap;
    return flow;
}

int LifecycleView::heightForWidth(int width) const
{
    return flow(width).bottom;
}

QSize LifecycleView::sizeHint() const
{
    return {280, heightForWidth(std::max(280, width()))};
}

void LifecycleView::layOut()
{
    const Flow others = flow(width());
    const std::size_t steps = m_diagram.steps.size();
    const QFontMetrics code(chipFont());
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setGeometry(i < steps ? cell(m_diagram.steps[i]) : others.places[i - steps]);
        if (i < steps) { // large type leaves no room for the brackets
            const QString name = otherText(m_diagram.steps[i].call);
            const QString call = name + QStringLiteral("()");
            m_buttons[i]->setText(code.horizontalAdvance(call) + 6 > m_buttons[i]->width() ? name : call);
        }
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
        const QRect from = cell(m_diagram.steps[arrow.from]);
        const QRect to = cell(m_diagram.steps[arrow.to]);
        const bool sideways = from.top() == to.top();
        const QString sign = !sideways ? QStringLiteral("↓")
            : arrow.bothWays           ? QStringLiteral("⇄")
            : to.left() > from.left()  ? QStringLiteral("→")
                                       : QStringLiteral("←");
        const QRect place = sideways
            ? QRect(std::min(from.right(), to.right()), from.top(), arrowRoom(), from.height())
            : QRect(to.left(), from.bottom(), to.width(), kRowGap);
        painter.drawText(place, Qt::AlignCenter, sign);
    }
    for (const Flow::Heading& heading : flow(width()).headings) {
        painter.drawText(heading.place, Qt::AlignLeft | Qt::AlignVCenter, groupWords(heading.group));
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
