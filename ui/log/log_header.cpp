#include "ui/log/log_header.h"

#include <algorithm>
#include <cstdlib>

namespace ui {

namespace {

constexpr int kSlack = 8; // pixels: a click that trembles moves nothing

}

bool LogHeader::hover(std::optional<int> x)
{
    const auto hot = x ? m_columns->borderAt(*x) : std::nullopt;
    const bool changes = hot != m_hot;
    m_hot = hot;
    return changes;
}

void LogHeader::press(int x)
{
    m_border = m_columns->borderAt(x);
    m_title = m_border ? std::nullopt : std::optional(m_columns->at(x));
    m_pressedAt = m_x = x;
    m_moving = m_changed = false;
}

bool LogHeader::dragTo(int x)
{
    m_x = x;
    if (m_border) {
        m_columns->dragBorder(*m_border, x);
        m_changed = true;
        return true;
    }
    m_moving = m_moving || std::abs(x - m_pressedAt) > kSlack;
    return m_moving;
}

std::size_t LogHeader::placeAt(int x) const
{
    std::size_t place = 0;
    for (const LogColumn column : m_columns->shown()) {
        const LogColumns::Span span = m_columns->span(column);
        place += x > span.left + span.width / 2 ? 1 : 0;
    }
    return place;
}

bool LogHeader::release()
{
    if (m_title && m_moving) {
        const auto& shown = m_columns->shown();
        const auto here = static_cast<std::size_t>(std::ranges::find(shown, *m_title) - shown.begin());
        const std::size_t there = placeAt(m_x);
        // Taken away from before, all behind it stand one further left.
        m_columns->move(*m_title, there > here ? there - 1 : there);
        m_changed = true;
    }
    m_border.reset();
    m_title.reset();
    m_moving = false;
    return m_changed;
}

LogRowPainter::HeaderLook LogHeader::look() const
{
    LogRowPainter::HeaderLook look;
    look.hot = m_border ? m_border : m_hot;
    if (m_title && m_moving) {
        look.moved = m_title;
        const auto& shown = m_columns->shown();
        const std::size_t place = placeAt(m_x);
        look.moveTo = place < shown.size() ? m_columns->span(shown[place]).left - m_columns->margin()
                                           : m_columns->span(shown.back()).right() + m_columns->margin();
    }
    return look;
}

}
