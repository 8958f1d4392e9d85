#include "ui/inspector/tcp_state_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "netcore/names/constants.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::TcpCause;
using model::TcpState;
using model::TcpWay;

namespace {

constexpr int kColumns = 3;
constexpr int kRows = 5;
constexpr double kLeastGap = 6;

QString nameOfState(TcpState state)
{
    const auto name = nameOf(tcpStates(), static_cast<int>(state));
    return name ? words::withoutPrefix(*name) : QString();
}

QString causeWords(TcpCause cause)
{
    switch (cause) {
    case TcpCause::Listen:
        return TcpStateView::tr("listen()");
    case TcpCause::Connect:
        return TcpStateView::tr("connect() sends SYN");
    case TcpCause::GotSyn:
        return TcpStateView::tr("SYN comes, SYN+ACK is sent");
    case TcpCause::GotSynAck:
        return TcpStateView::tr("SYN+ACK comes, ACK is sent");
    case TcpCause::GotAck:
        return TcpStateView::tr("ACK comes");
    case TcpCause::SentFin:
        return TcpStateView::tr("close() or shutdown() sends FIN");
    case TcpCause::GotFin:
        return TcpStateView::tr("FIN comes, ACK is sent");
    case TcpCause::GotFinAck:
        return TcpStateView::tr("FIN and ACK come, ACK is sent");
    case TcpCause::Timeout:
        return TcpStateView::tr("after 60 s");
    case TcpCause::Closed:
        return TcpStateView::tr("closed, or reset");
    }
    return {};
}

QString meaningOf(TcpState state)
{
    switch (state) {
    case TcpState::Close:
        return TcpStateView::tr("No connection: not yet, or no more.");
    case TcpState::Listen:
        return TcpStateView::tr("Waits for clients; the kernel shakes hands by itself, up to the backlog.");
    case TcpState::SynSent:
        return TcpStateView::tr("connect() has asked; no answer yet.");
    case TcpState::SynRecv:
        return TcpStateView::tr("A client has asked and was answered; its ACK is missing.");
    case TcpState::Established:
        return TcpStateView::tr("Both ends agree: data can flow both ways.");
    case TcpState::FinWait1:
        return TcpStateView::tr(
            "This end has said that it will send no more; nobody has acknowledged it yet.");
    case TcpState::FinWait2:
        return TcpStateView::tr("Half closed: this end has finished, the other may go on sending.");
    case TcpState::Closing:
        return TcpStateView::tr("Both ends have finished at the same time.");
    case TcpState::TimeWait:
        return TcpStateView::tr(
            "Over. The kernel waits 60 s, so that late segments do not reach a new connection.");
    case TcpState::CloseWait:
        return TcpStateView::tr("The other end has finished; this program has not closed its own end.");
    case TcpState::LastAck:
        return TcpStateView::tr("Both have finished; the last ACK is missing.");
    }
    return {};
}

}

TcpStateView::TcpStateView(Workbench& workbench, QWidget* parent) : QWidget(parent), m_workbench(workbench)
{
    setObjectName(QStringLiteral("tcpStates"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&workbench, &Workbench::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void TcpStateView::show(const model::SocketNode& socket)
{
    const auto state = model::tcpStateOf(socket);
    setVisible(state.has_value());
    if (!state) {
        return;
    }
    m_state = state;
    m_ways = model::lastTcpWays(socket);
    QString spoken = tr("TCP state %1").arg(nameOfState(*state));
    if (!m_ways.empty()) {
        spoken += tr(", from %1").arg(nameOfState(m_ways.front().from));
    }
    setAccessibleName(spoken);
    setAccessibleDescription(meaningOf(*state));
    update();
}

QFont TcpStateView::codeFont() const
{
    QFont font = m_workbench.monospace();
    font.setPointSizeF(font.pointSizeF() * 0.8);
    // The longest name fits into a third of the width.
    const double words = QFontMetricsF(font).horizontalAdvance(QStringLiteral("ESTABLISHED")) + 6;
    const double room = (width() - 2 * kLeastGap) / kColumns;
    if (words > room) {
        font.setPointSizeF(std::max(font.pointSizeF() * room / words, 5.0));
    }
    return font;
}

QSize TcpStateView::sizeHint() const
{
    const QFontMetrics code(codeFont());
    const int box = code.horizontalAdvance(QStringLiteral("ESTABLISHED")) + 10;
    return {kColumns * box + 2 * 8, kRows * code.height() * 2 + code.height() + 12};
}

QRectF TcpStateView::boxOf(TcpState state) const
{
    const auto places = model::tcpPlaces();
    const auto place = std::ranges::find(places, state, &model::TcpPlace::state);
    const QFontMetricsF code(codeFont());
    const double wanted = code.horizontalAdvance(QStringLiteral("ESTABLISHED")) + 10;
    const double width = std::min(wanted, (this->width() - 2.0 * kLeastGap) / kColumns);
    const double height = code.height() + 6;
    const double gap = (this->width() - kColumns * width) / (kColumns - 1);
    const double step = code.height() * 2;
    return {place->column * (width + gap) + 0.5, place->row * step + 0.5, width - 1, height};
}

bool TcpStateView::wasWay(const TcpWay& way) const
{
    return std::ranges::any_of(
        m_ways, [&](const TcpWay& last) { return last.from == way.from && last.to == way.to; });
}

// From edge to edge, straight; up to CLOSE at the outside, where nothing stands in the way.
void TcpStateView::paintWay(QPainter& painter, const TcpWay& way) const
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

void TcpStateView::paintBox(QPainter& painter, model::TcpState state) const
{
    const Theme& theme = m_workbench.theme();
    const QRectF box = boxOf(state);
    const bool lit = m_state == state;
    const bool passed
        = std::ranges::any_of(m_ways, [&](const TcpWay& way) { return way.from == state; }) && !lit;
    painter.setPen(QPen(lit || passed ? theme.accent : theme.line, lit ? 1.5 : 1));
    painter.setBrush(lit ? theme.accent : passed ? theme.accentSoft : theme.panel);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(lit ? theme.onAccent : passed ? theme.text : theme.dim);
    painter.drawText(box, Qt::AlignCenter, nameOfState(state));
}

void TcpStateView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(codeFont());
    for (const bool last : {false, true}) { // the last ones over the others
        for (const TcpWay& way : model::tcpWays()) {
            if (wasWay(way) == last) {
                paintWay(painter, way);
            }
        }
    }
    for (const TcpWay& way : m_ways) { // one that the diagram does not have: a reset
        paintWay(painter, way);
    }
    for (const model::TcpPlace& place : model::tcpPlaces()) {
        paintBox(painter, place.state);
    }
    painter.setFont(font());
    painter.setPen(m_workbench.theme().dim);
    const QString line = m_ways.empty() ? tr("As the kernel says it. A box tells what it means.")
                                        : causeWords(m_ways.back().cause);
    const double top = boxOf(TcpState::LastAck).bottom() + 3;
    painter.drawText(QRectF(0, top, width(), height() - top), Qt::AlignHCenter | Qt::AlignTop,
        fontMetrics().elidedText(line, Qt::ElideRight, width()));
}

bool TcpStateView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    for (const model::TcpPlace& place : model::tcpPlaces()) {
        if (!boxOf(place.state).contains(help->pos())) {
            continue;
        }
        QString text = nameOfState(place.state) + QStringLiteral(": ") + meaningOf(place.state);
        for (const TcpWay& way : model::tcpWays()) {
            if (way.from == place.state) {
                text += QStringLiteral("\n→ %1: %2").arg(nameOfState(way.to), causeWords(way.cause));
            }
        }
        QToolTip::showText(help->globalPos(), words::plainToolTip(text), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

}
