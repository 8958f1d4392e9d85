// TimeStrip: counting and painting. The hands: time_strip_input.cpp.

#include "ui/time/time_strip.h"

#include <QPainter>
#include <QTimerEvent>
#include <algorithm>
#include <climits>
#include <cmath>

#include "ui/access/accessible_items.h"

namespace ui {

namespace {

constexpr model::Row kRowsInSlice = 1U << 20; // some ms
constexpr double kTick = 2; // px, as wide as a mark
constexpr double kStride = 3; // px from mark to mark at least
constexpr std::uint64_t kMillisecond = 1'000'000;

// A slider over the events, for who does not see it.
class AccessibleTime : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleTime(TimeStrip& strip) : QAccessibleWidget(&strip, QAccessible::Slider), m_strip(strip)
    {
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QVariant currentValue() const override { return number(m_strip.happened()); }
    QVariant minimumValue() const override { return 0; }
    QVariant maximumValue() const override { return number(m_strip.count()); }
    QVariant minimumStepSize() const override { return 1; }
    void setCurrentValue(const QVariant& value) override
    {
        const double most = static_cast<double>(m_strip.count());
        const double distance
            = std::clamp(std::round(value.toDouble()), 0.0, most) - static_cast<double>(m_strip.happened());
        m_strip.step(static_cast<int>(std::clamp<double>(distance, -INT_MAX, INT_MAX)));
    }

private:
    static QVariant number(std::uint64_t events) { return static_cast<double>(events); }

    TimeStrip& m_strip;
};

}

TimeStrip::TimeStrip(Workbench& workbench, const model::RowList& rows, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_rows(rows), m_counts(workbench.session().startTime())
{
    installAccess<TimeStrip, AccessibleTime>();
    setObjectName(QStringLiteral("timeStrip"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&workbench, &Workbench::themeChanged, this, qOverload<>(&QWidget::update));
    connect(&workbench, &Workbench::momentChanged, this, &TimeStrip::tell);
    connect(&workbench.annotations(), &model::Annotations::changed, this, qOverload<>(&QWidget::update));
    tell();
    work();
}

QSize TimeStrip::sizeHint() const
{
    return {400, fontMetrics().height() + 12};
}

QSize TimeStrip::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void TimeStrip::readOn()
{
    work();
}

void TimeStrip::work()
{
    if (m_counts.readOn(m_workbench.session().store(), kRowsInSlice)) {
        m_work.start(0, this);
    } else {
        m_work.stop();
    }
    update();
}

void TimeStrip::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_work.timerId()) {
        work();
    }
}

// What a screen reader says, and the mark itself.
void TimeStrip::tell()
{
    const QString time = timeText(m_workbench.moment().time());
    setAccessibleName(m_workbench.isAtPresent() ? tr("Time: live")
                                                : tr("Time: %1, event %2 of %3")
                                                      .arg(time)
                                                      .arg(m_rows.indexOf(m_workbench.end()))
                                                      .arg(m_rows.size()));
    QAccessibleValueChangeEvent moved(this, static_cast<double>(happened()));
    QAccessible::updateAccessibility(&moved);
    update();
}

QRectF TimeStrip::track() const
{
    return QRectF(rect()).adjusted(4, 4, -4, -4);
}

std::uint64_t TimeStrip::lastTime() const
{
    const model::EventStore& store = m_workbench.session().store();
    const std::uint64_t begin = m_workbench.session().startTime();
    const std::uint64_t end = store.size() == 0 ? begin : store.event(store.size() - 1).end();
    return std::max(end, begin + kMillisecond);
}

double TimeStrip::xOf(std::uint64_t time) const
{
    const std::uint64_t begin = m_workbench.session().startTime();
    const double share
        = time <= begin ? 0 : static_cast<double>(time - begin) / static_cast<double>(lastTime() - begin);
    return track().left() + std::min(share, 1.0) * track().width();
}

std::uint64_t TimeStrip::timeAt(double x) const
{
    const std::uint64_t begin = m_workbench.session().startTime();
    const double share = std::clamp((x - track().left()) / track().width(), 0.0, 1.0);
    return begin + static_cast<std::uint64_t>(share * static_cast<double>(lastTime() - begin));
}

QString TimeStrip::timeText(std::uint64_t time) const
{
    const std::uint64_t begin = m_workbench.session().startTime();
    const std::uint64_t ms = (std::max(time, begin) - begin) / kMillisecond;
    const std::uint64_t minutes = ms / 60'000;
    return QStringLiteral("%1:%2.%3")
        .arg(minutes, 2, 10, QLatin1Char('0'))
        .arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'))
        .arg(ms % 1000, 3, 10, QLatin1Char('0'));
}

void TimeStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_workbench.theme();
    painter.setPen(hasFocus() ? QPen(theme.accent) : Qt::NoPen);
    painter.setBrush(theme.field);
    painter.drawRoundedRect(track().adjusted(-3, 0, 3, 0), 5, 5);
    paintMarks(painter);
    paintFlags(painter);
    paintHandle(painter);
}

// A mark is as high as much happened, by powers of ten: one event is seen beside a thousand.
void TimeStrip::paintMarks(QPainter& painter) const
{
    const Theme& theme = m_workbench.theme();
    const auto& bins = m_counts.bins();
    const double binPixels
        = std::max(xOf(m_counts.begin() + m_counts.binWidth()) - xOf(m_counts.begin()), 1e-9);
    const auto group = static_cast<std::size_t>(std::max(1.0, std::ceil(kStride / binPixels)));
    const double past = xOf(m_workbench.moment().time());
    painter.setPen(Qt::NoPen);
    for (std::size_t first = 0; first < bins.size(); first += group) {
        std::uint64_t events = 0;
        std::uint64_t errors = 0;
        for (std::size_t i = first; i < std::min(first + group, bins.size()); ++i) {
            events += bins[i].events;
            errors += bins[i].errors;
        }
        if (events == 0) {
            continue;
        }
        const double share = std::min(1.0, 0.55 + std::log10(static_cast<double>(events)) / 6);
        const double height = (errors > 0 ? std::max(share, 0.75) : share) * (track().height() - 4);
        const double x = track().left() + static_cast<double>(first) * binPixels;
        QColor colour = errors > 0 ? theme.error : theme.accent;
        colour.setAlphaF(!m_workbench.isAtPresent() && x > past ? 0.35F : 0.9F);
        painter.setBrush(colour);
        painter.drawRect(QRectF(std::floor(x), track().bottom() - 1 - height, kTick, height));
    }
}

void TimeStrip::paintFlags(QPainter& painter) const
{
    const Theme& theme = m_workbench.theme();
    const model::EventStore& store = m_workbench.session().store();
    for (const auto& [row, annotation] : m_workbench.annotations().all()) {
        if (row >= store.size()) {
            break;
        }
        const double x = std::floor(xOf(store.event(row).end()));
        const double top = track().top();
        painter.setBrush(theme.waiting);
        painter.drawRect(QRectF(x, top, 1.5, track().height()));
        painter.drawPolygon(QPolygonF({{x, top}, {x + 7, top + 3.5}, {x, top + 7}}));
    }
}

void TimeStrip::paintHandle(QPainter& painter) const
{
    const Theme& theme = m_workbench.theme();
    const double x = m_workbench.isAtPresent() ? track().right() : xOf(m_workbench.moment().time());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_workbench.isAtPresent() ? theme.text : theme.accent);
    painter.drawRoundedRect(QRectF(x - 2, 1, 4, height() - 2), 2, 2);
}

}
