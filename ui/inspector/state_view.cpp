#include "ui/inspector/state_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "netcore/names/constants.h"
#include "ui/access/accessible_role.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::SocketState;
using model::StateCause;
using model::StateWay;

namespace {

constexpr int kColumns = 3;
constexpr double kLeastGap = 6;

QString nameOfState(SocketState state)
{
    const auto name = nameOf(tcpStates(), static_cast<int>(state));
    return name ? words::withoutPrefix(*name) : QString();
}

QString causeWords(StateCause cause)
{
    switch (cause) {
    case StateCause::Listen:
        return StateView::tr("listen()");
    case StateCause::Connect:
        return StateView::tr("connect() sends SYN");
    case StateCause::GotSyn:
        return StateView::tr("SYN comes, SYN+ACK is sent");
    case StateCause::GotSynAck:
        return StateView::tr("SYN+ACK comes, ACK is sent");
    case StateCause::GotAck:
        return StateView::tr("ACK comes");
    case StateCause::SentFin:
        return StateView::tr("close() or shutdown() sends FIN");
    case StateCause::GotFin:
        return StateView::tr("FIN comes, ACK is sent");
    case StateCause::GotFinAck:
        return StateView::tr("FIN and ACK come, ACK is sent");
    case StateCause::Timeout:
        return StateView::tr("after 60 s");
    case StateCause::Closed:
        return StateView::tr("closed, or reset");
    case StateCause::Joined:
        return StateView::tr("connect() joins the accept queue, without a packet");
    case StateCause::NotedPeer:
        return StateView::tr("connect() notes the peer's address");
    case StateCause::LostPeer:
        return StateView::tr("connect() with AF_UNSPEC, or a UNIX peer has gone");
    }
    return {};
}

QString meaningInTcp(SocketState state)
{
    switch (state) {
    case SocketState::Close:
        return StateView::tr("No connection: not yet, or no more.");
    case SocketState::Listen:
        return StateView::tr("Waits for clients; the kernel shakes hands by itself, up to the backlog.");
    case SocketState::SynSent:
        return StateView::tr("connect() has asked; no answer yet.");
    case SocketState::SynRecv:
        return StateView::tr("A client has asked and was answered; its ACK is missing.");
    case SocketState::Established:
        return StateView::tr("Both ends agree: data can flow both ways.");
    case SocketState::FinWait1:
        return StateView::tr("This end has said that it will send no more; nobody has acknowledged it yet.");
    case SocketState::FinWait2:
        return StateView::tr("Half closed: this end has finished, the other may go on sending.");
    case SocketState::Closing:
        return StateView::tr("Both ends have finished at the same time.");
    case SocketState::TimeWait:
        return StateView::tr(
            "Over. The kernel waits 60 s, so that late segments do not reach a new connection.");
    case SocketState::CloseWait:
        return StateView::tr("The other end has finished; this program has not closed its own end.");
    case SocketState::LastAck:
        return StateView::tr("Both have finished; the last ACK is missing.");
    }
    return {};
}

QString meaningOf(model::StateKind kind, SocketState state)
{
    const bool datagram = kind == model::StateKind::Datagram;
    if (kind == model::StateKind::Tcp || state == SocketState::Listen) {
        return meaningInTcp(state);
    }
    if (state == SocketState::Close) {
        return datagram ? StateView::tr("No peer: each sendto() names its own; anybody's messages are taken.")
                        : StateView::tr("No peer yet. Nothing crosses a network: connect() is enough.");
    }
    return datagram
        ? StateView::tr("One peer: send() goes to it, and only its messages are taken.")
        : StateView::tr("Joined with its peer. When that one goes, both directions are shut down.");
}

QString beginning(const model::StateDiagram& diagram, SocketState state)
{
    const bool made = diagram.kind == model::StateKind::UnixConnection && state == SocketState::Established;
    return made ? StateView::tr("Connected from the first, as accept() and socketpair() give it.")
                : StateView::tr("As the kernel says it. A box tells what it means.");
}

}

StateView::StateView(Workbench& workbench, QWidget* parent) : QWidget(parent), m_workbench(workbench)
{
    installRole<StateView, QAccessible::Graphic>();
    setObjectName(QStringLiteral("socketStates"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&workbench, &Workbench::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void StateView::show(const model::SocketNode& socket)
{
    const auto state = model::kernelStateOf(socket);
    setVisible(state.has_value());
    if (!state) {
        return;
    }
    m_diagram = &model::stateDiagramOf(socket);
    m_state = state;
    m_ways = model::lastWays(socket);
    QString spoken = tr("State %1").arg(nameOfState(*state));
    if (!m_ways.empty()) {
        spoken += tr(", from %1").arg(nameOfState(m_ways.front().from));
    }
    setAccessibleName(spoken);
    setAccessibleDescription(meaningOf(m_diagram->kind, *state));
    updateGeometry();
    update();
}

QFont StateView::fullCodeFont() const
{
    QFont font = m_workbench.monospace();
    font.setPointSizeF(font.pointSizeF() * 0.8);
    return font;
}

QFont StateView::codeFont() const
{
    QFont font = fullCodeFont();
    // The longest name fits into a third of the width.
    const double words = QFontMetricsF(font).horizontalAdvance(QStringLiteral("ESTABLISHED")) + 6;
    const double room = (width() - 2 * kLeastGap) / kColumns;
    if (words > room) {
        font.setPointSizeF(std::max(font.pointSizeF() * room / words, 5.0));
    }
    return font;
}

QSize StateView::sizeHint() const
{
    // Not of the font that the width allows: the height is asked for before there is a width.
    const QFontMetrics code(fullCodeFont());
    const int box = code.horizontalAdvance(QStringLiteral("ESTABLISHED")) + 10;
    const int rows = m_diagram != nullptr ? m_diagram->rows : 1;
    return {kColumns * box + 2 * 8, rows * code.height() * 2 + 2 * fontMetrics().height() + 6};
}

QRectF StateView::boxOf(SocketState state) const
{
    const auto place = std::ranges::find(m_diagram->places, state, &model::StatePlace::state);
    if (place == m_diagram->places.end()) {
        return {}; // an old file, or a kernel that knows more
    }
    const QFontMetricsF code(codeFont());
    const double wanted = code.horizontalAdvance(QStringLiteral("ESTABLISHED")) + 10;
    const double width = std::min(wanted, (this->width() - 2.0 * kLeastGap) / kColumns);
    const double height = code.height() + 6;
    const double gap = (this->width() - kColumns * width) / (kColumns - 1);
    const double step = code.height() * 2;
    return {place->column * (width + gap) + 0.5, place->row * step + 0.5, width - 1, height};
}

bool StateView::wasWay(const StateWay& way) const
{
    return std::ranges::any_of(
        m_ways, [&](const StateWay& last) { return last.from == way.from && last.to == way.to; });
}

// From edge to edge, straight; up to CLOSE at the outside, where nothing stands in the way.
void StateView::paintWay(QPainter& painter, const StateWay& way) const
{
    const Theme& theme = m_workbench.theme();
    const bool last = wasWay(way);
    const QRectF from = boxOf(way.from);
    const QRectF to = boxOf(way.to);
    const bool back = to.top() < from.top();
    if (back && !last) {
        return; // back to CLOSE: drawn when it happens, else the picture is all lines
    }
    const QPointF distance = to.center() - from.center();
    const bool level = std::abs(distance.y()) < 1;
    const QPointF begin(level ? (distance.x() > 0 ? from.right() : from.left()) : from.center().x(),
        level ? from.center().y() : (back ? from.top() : from.bottom()));
    const QPointF end(level ? (distance.x() > 0 ? to.left() : to.right()) : to.center().x(),
        level ? to.center().y() : (back ? to.bottom() : to.top()));
    painter.setPen(QPen(last ? theme.accent : theme.line, last ? 2 : 1));
    painter.drawLine(begin, end);
    const double angle = std::atan2(end.y() - begin.y(), end.x() - begin.x());
    const double size = last ? 6 : 4;
    QPolygonF head {end};
    for (const double side : {0.45, -0.45}) {
        head << end - QPointF(std::cos(angle + side), std::sin(angle + side)) * size;
    }
    painter.setBrush(last ? theme.accent : theme.line);
    painter.drawPolygon(head);
}

void StateView::paintBox(QPainter& painter, model::SocketState state) const
{
    const Theme& theme = m_workbench.theme();
    const QRectF box = boxOf(state);
    const bool lit = m_state == state;
    const bool passed
        = std::ranges::any_of(m_ways, [&](const StateWay& way) { return way.from == state; }) && !lit;
    painter.setPen(QPen(lit || passed ? theme.accent : theme.line, lit ? 1.5 : 1));
    painter.setBrush(lit ? theme.accent : passed ? theme.accentSoft : theme.panel);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(lit ? theme.onAccent : passed ? theme.text : theme.dim);
    painter.drawText(box, Qt::AlignCenter, nameOfState(state));
}

void StateView::paintEvent(QPaintEvent*)
{
    if (m_diagram == nullptr || !m_state) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(codeFont());
    for (const bool last : {false, true}) { // the last ones over the others
        for (const StateWay& way : m_diagram->ways) {
            if (wasWay(way) == last) {
                paintWay(painter, way);
            }
        }
    }
    for (const StateWay& way : m_ways) { // one that the diagram does not have: a reset
        paintWay(painter, way);
    }
    for (const model::StatePlace& place : m_diagram->places) {
        paintBox(painter, place.state);
    }
    painter.setFont(font());
    painter.setPen(m_workbench.theme().dim);
    const QString line = m_ways.empty() ? beginning(*m_diagram, *m_state) : causeWords(m_ways.back().cause);
    const double top = boxOf(m_diagram->places.back().state).bottom() + 3;
    painter.drawText(
        QRectF(0, top, width(), height() - top), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, line);
}

QString StateView::toolTipOf(const model::StatePlace& place) const
{
    QString text = nameOfState(place.state) + QStringLiteral(": ") + meaningOf(m_diagram->kind, place.state);
    for (const StateWay& way : m_diagram->ways) {
        if (way.from == place.state) {
            text += QStringLiteral("\n→ %1: %2").arg(nameOfState(way.to), causeWords(way.cause));
        }
    }
    return text;
}

bool StateView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_diagram == nullptr) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    for (const model::StatePlace& place : m_diagram->places) {
        if (!boxOf(place.state).contains(help->pos())) {
            continue;
        }
        QToolTip::showText(help->globalPos(), words::plainToolTip(toolTipOf(place)), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

}
