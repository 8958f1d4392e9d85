#include "ui/log/log_scroll_bar.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <numeric>

#include "ui/words.h"

namespace ui {

namespace {

constexpr int kMargin = 2; // above and below: what the handle leaves free
constexpr int kMarkSize = 4;

}

LogScrollBar::LogScrollBar(QWidget* parent) : QScrollBar(Qt::Vertical, parent), m_theme(Theme::light())
{
    setObjectName(QStringLiteral("logScrollBar"));
}

void LogScrollBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void LogScrollBar::setLane(BarLane lane, std::vector<std::uint32_t> counts)
{
    auto& its = m_lanes[static_cast<std::size_t>(lane)];
    if (its != counts) {
        its = std::move(counts);
        update();
    }
}

QSize LogScrollBar::sizeHint() const
{
    const QSize usual = QScrollBar::sizeHint();
    return {std::max(usual.width(), 13), usual.height()};
}

void LogScrollBar::paintEvent(QPaintEvent* event)
{
    QScrollBar::paintEvent(event);
    QPainter painter(this);
    for (const BarLane lane : {BarLane::Gaps, BarLane::Errors, BarLane::Hits, BarLane::Marks}) {
        paintLane(painter, lane);
    }
}

void LogScrollBar::paintLane(QPainter& painter, BarLane lane) const
{
    const auto& counts = m_lanes[static_cast<std::size_t>(lane)];
    const auto parts = static_cast<std::int64_t>(counts.size());
    const int room = height() - 2 * kMargin;
    int painted = -1;
    for (std::int64_t part = 0; part < parts; ++part) {
        if (counts[static_cast<std::size_t>(part)] == 0) {
            continue;
        }
        // The middle of the part: with few rows a mark then stands beside its row.
        const int y = kMargin + static_cast<int>((2 * part + 1) * room / (2 * parts));
        if (y != painted) {
            paintMark(painter, lane, y);
            painted = y;
        }
    }
}

void LogScrollBar::paintMark(QPainter& painter, BarLane lane, int y) const
{
    switch (lane) {
    case BarLane::Errors:
        painter.fillRect(width() - 3, y, 3, 1, m_theme.error);
        return;
    case BarLane::Hits:
        painter.fillRect(4, y - 1, width() - 8, 2, m_theme.waiting);
        return;
    case BarLane::Marks: {
        const std::array<QPoint, 3> triangle {
            QPoint(0, y - kMarkSize), QPoint(kMarkSize + 1, y), QPoint(0, y + kMarkSize)};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.accent);
        painter.drawPolygon(triangle.data(), static_cast<int>(triangle.size()));
        painter.setRenderHint(QPainter::Antialiasing, false);
        return;
    }
    case BarLane::Gaps:
        for (int x = 0; x < width(); x += 4) {
            painter.fillRect(x, y, 2, 2, m_theme.error);
        }
        return;
    }
}

QString LogScrollBar::told() const
{
    const auto sum = [&](BarLane lane) {
        const auto& counts = m_lanes[static_cast<std::size_t>(lane)];
        return std::accumulate(counts.begin(), counts.end(), quint64 {0});
    };
    QStringList lines;
    const auto add = [&](BarLane lane, const QString& text) {
        if (const quint64 count = sum(lane); count > 0) {
            lines += text.arg(words::count(count));
        }
    };
    add(BarLane::Marks, tr("▸ left: rows that are marked, %1"));
    add(BarLane::Hits, tr("▬ middle: found, %1"));
    add(BarLane::Errors, tr("– right: failed calls, %1"));
    add(BarLane::Gaps, tr("┅ across: gaps, where events could not be kept, %1"));
    return lines.join(u'\n');
}

bool LogScrollBar::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QScrollBar::event(event);
    }
    const QString text = told();
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
        text.isEmpty() ? QString() : words::plainToolTip(text), this);
    return true;
}

}
