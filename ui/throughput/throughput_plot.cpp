// ThroughputPlot: counting and painting. The hands: throughput_plot_input.cpp.

#include "ui/throughput/throughput_plot.h"

#include <QPainter>
#include <QTimerEvent>
#include <algorithm>
#include <cmath>

#include "ui/access/accessible_role.h"
#include "ui/focus_mark.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::ThroughputBin;

namespace {

constexpr model::Row kRowsInSlice = 1U << 20; // some ms
constexpr std::size_t kMostSockets = 5;
constexpr double kStep = 2; // px, the narrowest
constexpr double kSecond = 1e9; // ns

}

double tickDistance(double largest, int most, bool binary)
{
    const double least = std::max(largest, 1e-9) / std::max(most, 1);
    const double base = binary && least >= 1 ? 2 : 10;
    double power = std::pow(base, std::floor(std::log(least) / std::log(base)));
    if (base < 10) {
        return power < least ? power * 2 : power;
    }
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (power * factor >= least) {
            return power * factor;
        }
    }
    return power * 10;
}

ThroughputPlot::ThroughputPlot(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench)
{
    installRole<ThroughputPlot, QAccessible::Chart>();
    setObjectName(QStringLiteral("throughputPlot"));
    setAccessibleName(tr("Events and bytes over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(fontMetrics().height() * 6);
    connect(&workbench, &Workbench::themeChanged, this, qOverload<>(&QWidget::update));
    connect(&workbench, &Workbench::momentChanged, this, qOverload<>(&QWidget::update));
    start();
}

void ThroughputPlot::start()
{
    const std::uint64_t begin = showsAll() ? m_workbench.session().startTime() : m_zoomed.begin;
    m_data = model::Throughput(begin, m_zoomed.end, m_data.shown());
    work();
}

void ThroughputPlot::readOn()
{
    work();
}

void ThroughputPlot::work()
{
    const bool more = m_data.readOn(m_workbench.session().store(), kRowsInSlice);
    if (more) {
        m_work.start(0, this);
    } else {
        m_work.stop();
        // Others may be the busiest by now. Looked for at each doubling: the log is counted anew for it.
        const bool much = m_data.readTo() >= 2 * m_counted || !showsAll();
        if (much && m_data.readTo() != m_counted) {
            m_counted = m_data.readTo();
            const auto busiest = m_data.busiest(kMostSockets);
            if (busiest != m_data.shown()) {
                m_data = model::Throughput(m_data.begin(), m_zoomed.end, busiest);
                m_work.start(0, this);
            }
        }
    }
    update();
}

void ThroughputPlot::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_work.timerId()) {
        work();
    } else {
        QWidget::timerEvent(event);
    }
}

void ThroughputPlot::setMeasure(Measure measure)
{
    m_measure = measure;
    update();
}

void ThroughputPlot::setCurrentRow(std::optional<model::Row> row)
{
    const model::EventStore& store = m_workbench.session().store();
    m_current = row && *row < store.size() ? std::optional(store.event(*row).end()) : std::nullopt;
    update();
}

ThroughputPlot::Range ThroughputPlot::whole() const
{
    const model::EventStore& store = m_workbench.session().store();
    const std::uint64_t begin = m_workbench.session().startTime();
    const std::uint64_t end = store.size() > 0 ? store.event(store.size() - 1).end() : begin;
    return {begin, std::max(end + 1, begin + 100'000'000)}; // a tenth of a second at least
}

ThroughputPlot::Range ThroughputPlot::shown() const
{
    return showsAll() ? whole() : m_zoomed;
}

QRectF ThroughputPlot::plotArea() const
{
    const double line = fontMetrics().height();
    const double left = fontMetrics().horizontalAdvance(QStringLiteral("1,000,000 events/s")) + 12;
    return QRectF(rect()).adjusted(left, line * 2.2, -line, -line * 1.8);
}

double ThroughputPlot::xOf(std::uint64_t time) const
{
    const Range range = shown();
    const double share = (static_cast<double>(time) - static_cast<double>(range.begin))
        / static_cast<double>(range.length());
    return plotArea().left() + share * plotArea().width();
}

std::uint64_t ThroughputPlot::timeAt(double x) const
{
    const Range range = shown();
    const double share = std::clamp((x - plotArea().left()) / std::max(plotArea().width(), 1.0), 0.0, 1.0);
    return range.begin + static_cast<std::uint64_t>(share * static_cast<double>(range.length()));
}

std::size_t ThroughputPlot::group() const
{
    const double width
        = static_cast<double>(m_data.binWidth()) / static_cast<double>(shown().length()) * plotArea().width();
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(kStep / std::max(width, 1e-6))));
}

double ThroughputPlot::valueOf(const ThroughputBin& bin) const
{
    return m_measure == Measure::Events ? static_cast<double>(bin.events)
        : m_measure == Measure::Errors  ? static_cast<double>(bin.errors)
                                        : static_cast<double>(bin.bytes);
}

double ThroughputPlot::rateOf(const std::vector<ThroughputBin>& bins, std::size_t step) const
{
    const std::size_t many = group();
    double sum = 0;
    for (std::size_t i = step * many; i < std::min(bins.size(), (step + 1) * many); ++i) {
        sum += valueOf(bins[i]);
    }
    return sum * kSecond / (static_cast<double>(m_data.binWidth()) * static_cast<double>(many));
}

double ThroughputPlot::rateAt(std::uint64_t time) const
{
    return time < m_data.begin()
        ? 0
        : rateOf(m_data.bins(), (time - m_data.begin()) / m_data.binWidth() / group());
}

double ThroughputPlot::largestRate() const
{
    double largest = 0;
    for (std::size_t step = 0; step * group() < m_data.bins().size(); ++step) {
        largest = std::max(largest, rateOf(m_data.bins(), step));
    }
    return largest;
}

QString ThroughputPlot::rateText(double rate) const
{
    if (m_measure != Measure::Bytes) {
        const QString number = rate < 10 && rate != std::floor(rate)
            ? QString::number(rate, 'f', 1)
            : words::count(static_cast<quint64>(std::llround(rate)));
        return (m_measure == Measure::Events ? tr("%1 events/s") : tr("%1 errors/s")).arg(number);
    }
    const std::array units {tr("%1 B/s"), tr("%1 KiB/s"), tr("%1 MiB/s"), tr("%1 GiB/s"), tr("%1 TiB/s")};
    std::size_t unit = 0;
    while (rate >= 1024 && unit + 1 < units.size()) {
        rate /= 1024;
        ++unit;
    }
    return units[unit].arg(QString::number(rate, 'f', rate < 10 && rate != std::floor(rate) ? 1 : 0));
}

QPen ThroughputPlot::penOf(std::size_t series) const
{
    const Theme& theme = m_workbench.theme();
    const std::array colours {theme.accent, theme.done, theme.waiting, theme.unixDomain, theme.ipv6};
    const std::array patterns {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
    return QPen(colours[series % colours.size()], 1.6, patterns[series % patterns.size()]);
}

QString ThroughputPlot::nameOf(SocketId socket) const
{
    const model::SocketNode* node = m_workbench.session().graph().find(socket);
    return node != nullptr ? tr("fd %1").arg(node->fd) : tr("socket %1").arg(number(socket));
}

QPolygonF ThroughputPlot::lineOf(const std::vector<ThroughputBin>& bins, double top) const
{
    const QRectF area = plotArea();
    QPolygonF line;
    const std::uint64_t width = m_data.binWidth() * group();
    for (std::size_t step = 0; step * group() < m_data.bins().size(); ++step) {
        const double y = area.bottom() - rateOf(bins, step) / top * area.height();
        const std::uint64_t begin = m_data.begin() + step * width;
        line << QPointF(xOf(begin), y) << QPointF(xOf(begin + width), y);
    }
    return line;
}

void ThroughputPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_workbench.theme();
    if (m_data.bins().empty() && showsAll()) {
        painter.setPen(theme.dim);
        painter.drawText(rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Make some calls: how many there are, and how many bytes they move, appears here over time."));
        return;
    }
    const double largest = largestRate();
    const double distance = tickDistance(largest, 4, m_measure == Measure::Bytes);
    const double top = std::max(std::ceil(largest / distance), 1.0) * distance;
    paintAxes(painter, top);
    painter.save();
    painter.setClipRect(plotArea().adjusted(-1, -2, 1, 1));
    QPolygonF all = lineOf(m_data.bins(), top);
    if (!all.isEmpty()) {
        painter.setPen(QPen(m_measure == Measure::Errors ? theme.error : theme.dim, 1));
        painter.drawPolyline(all);
        all << QPointF(all.last().x(), plotArea().bottom()) << QPointF(all.first().x(), plotArea().bottom());
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_measure == Measure::Errors ? theme.errorSoft : theme.field);
        painter.drawPolygon(all);
    }
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < m_data.shown().size(); ++i) {
        painter.setPen(penOf(i));
        painter.drawPolyline(lineOf(m_data.binsOf(i), top));
    }
    paintMarks(painter);
    paintFuture(painter);
    painter.restore();
    paintLegend(painter);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        paintFocusFrame(painter, rect(), theme);
    }
}

void ThroughputPlot::paintAxes(QPainter& painter, double top)
{
    const Theme& theme = m_workbench.theme();
    const QRectF area = plotArea();
    const QFontMetrics metrics = fontMetrics();
    const double distance = tickDistance(top, 4, m_measure == Measure::Bytes);
    for (double rate = 0; rate <= top * 1.0001; rate += distance) {
        const double y = std::floor(area.bottom() - rate / top * area.height()) + 0.5;
        painter.setPen(theme.line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.dim);
        painter.drawText(QRectF(0, y - metrics.height(), area.left() - 8, metrics.height() * 2),
            Qt::AlignRight | Qt::AlignVCenter, rateText(rate));
    }
    const Range range = shown();
    const std::uint64_t start = m_workbench.session().startTime();
    const int width = metrics.horizontalAdvance(QStringLiteral("00:00.000000")) * 3 / 2;
    const auto label = [](double at, double apart) { // no digits that are the same everywhere
        QString text = words::moment(static_cast<quint64>(at));
        const int tooMany = apart >= kSecond ? 7 : apart >= kSecond / 1000 ? 3 : 0; // ".000000"
        text.chop(tooMany);
        return text;
    };
    const double step = tickDistance(
        static_cast<double>(range.length()), std::max(1, static_cast<int>(area.width()) / width), false);
    const double from = static_cast<double>(range.begin - std::min(start, range.begin));
    for (double at = std::ceil(from / step) * step; at <= from + static_cast<double>(range.length());
         at += step) {
        const double x = xOf(start + static_cast<std::uint64_t>(at));
        painter.setPen(theme.line);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
        painter.setPen(theme.dim);
        const double left = std::clamp(x - width / 2.0, 0.0, std::max(0.0, this->width() - double(width)));
        painter.drawText(QRectF(left, area.bottom() + metrics.height() / 2.0, width, metrics.height()),
            Qt::AlignCenter, label(at, step));
    }
}

void ThroughputPlot::paintLegend(QPainter& painter)
{
    const Theme& theme = m_workbench.theme();
    const QFontMetrics metrics = fontMetrics();
    double x = plotArea().left();
    const double y = metrics.height() * 0.9;
    const auto add = [&](const QPen& pen, const QString& text) {
        const double width = 26 + metrics.horizontalAdvance(text) + 16;
        if (x + width > this->width()) {
            return;
        }
        painter.setPen(pen);
        painter.drawLine(QPointF(x, y), QPointF(x + 22, y));
        painter.setPen(theme.text);
        painter.drawText(QPointF(x + 28, y + metrics.capHeight() / 2.0), text);
        x += width;
    };
    painter.fillRect(QRectF(x, y - 5, 22, 10), m_measure == Measure::Errors ? theme.errorSoft : theme.field);
    add(QPen(m_measure == Measure::Errors ? theme.error : theme.dim, 1), tr("all"));
    for (std::size_t i = 0; i < m_data.shown().size(); ++i) {
        add(penOf(i), nameOf(m_data.shown()[i]));
    }
}

void ThroughputPlot::paintMarks(QPainter& painter)
{
    const Theme& theme = m_workbench.theme();
    const QRectF area = plotArea();
    if (!m_chosen.isEmpty()) {
        const QRectF band(
            QPointF(xOf(m_chosen.begin), area.top()), QPointF(xOf(m_chosen.end), area.bottom()));
        QColor soft = theme.accent;
        soft.setAlphaF(0.16F);
        painter.fillRect(band, soft);
        painter.setPen(QPen(theme.accent, 1));
        painter.drawLine(band.topLeft(), band.bottomLeft());
        painter.drawLine(band.topRight(), band.bottomRight());
    }
    if (m_current) {
        const double x = std::floor(xOf(*m_current)) + 0.5;
        painter.setPen(QPen(theme.text, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

std::optional<double> ThroughputPlot::futureFrom() const
{
    if (m_workbench.isAtPresent()) {
        return std::nullopt;
    }
    const model::Row end = m_workbench.end();
    return xOf(
        end > 0 ? m_workbench.session().store().event(end - 1).end() : m_workbench.session().startTime());
}

// What has not happened yet at the moment that is shown: there, but behind a veil, as in the log.
void ThroughputPlot::paintFuture(QPainter& painter)
{
    const auto from = futureFrom();
    if (!from) {
        return;
    }
    const Theme& theme = m_workbench.theme();
    const double x = std::clamp(std::floor(*from) + 0.5, plotArea().left(), plotArea().right());
    QColor veil = theme.panel;
    veil.setAlphaF(0.62F);
    painter.fillRect(QRectF(QPointF(x, 0), QPointF(width(), height())), veil);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.drawLine(QPointF(x, plotArea().top()), QPointF(x, plotArea().bottom()));
}

}
