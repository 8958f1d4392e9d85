// Which rows are seen. Counts are 64 bits wide, a scroll bar is not: it gets a scale.
#pragma once

#include <algorithm>
#include <cstdint>

namespace ui {

class LogScroll {
public:
    std::uint64_t top() const { return m_top; } // the first row that is seen
    std::uint64_t count() const { return m_count; }
    std::uint64_t page() const { return m_page; }
    std::uint64_t lastTop() const { return m_count > m_page ? m_count - m_page : 0; }
    std::uint64_t end() const { return std::min(m_count, m_top + m_page); } // behind the last one that fits
    bool follows() const { return m_follow; }
    // Rows that came since the end was out of sight.
    std::uint64_t unseen() const { return m_follow ? 0 : m_count - std::min(m_count, m_seen); }

    void setCount(std::uint64_t count)
    {
        m_count = count;
        settle();
    }
    void setPage(std::uint64_t rows)
    {
        m_page = std::max<std::uint64_t>(rows, 1);
        settle();
    }
    void setFollow(bool follow)
    {
        m_follow = follow;
        m_seen = m_count;
        settle();
    }
    // Somebody scrolls. Upwards ends the following; back at the end it goes on.
    void scrollTo(std::uint64_t top)
    {
        const bool down = top > m_top;
        moveTo(top);
        if (down && m_top == lastTop()) {
            setFollow(true);
        }
    }
    void scrollBy(std::int64_t rows)
    {
        const auto distance = static_cast<std::uint64_t>(rows < 0 ? -rows : rows);
        scrollTo(rows < 0 ? m_top - std::min(m_top, distance) : m_top + distance);
    }
    // The least movement that shows that row. Who looks at a row does not want it to run away.
    void show(std::uint64_t row)
    {
        if (row < m_top) {
            moveTo(row);
        } else if (row >= m_top + m_page) {
            moveTo(row - m_page + 1);
        }
    }

    int barMaximum() const { return static_cast<int>(std::min<std::uint64_t>(lastTop(), kLongestBar)); }
    int barValue() const
    {
        return isScaled() ? static_cast<int>(scaled(m_top, kLongestBar, lastTop())) : static_cast<int>(m_top);
    }
    std::uint64_t rowOfBar(int value) const
    {
        const auto place = static_cast<std::uint64_t>(std::max(value, 0));
        return isScaled() ? scaled(place, lastTop(), kLongestBar) : place;
    }

private:
    static constexpr std::uint64_t kLongestBar = 1U << 30;

    bool isScaled() const { return lastTop() > kLongestBar; }
    static std::uint64_t scaled(std::uint64_t value, std::uint64_t by, std::uint64_t of)
    {
        return static_cast<std::uint64_t>(
            static_cast<long double>(value) * static_cast<long double>(by) / static_cast<long double>(of));
    }
    void moveTo(std::uint64_t top)
    {
        top = std::min(top, lastTop());
        if (top < m_top && m_follow) {
            setFollow(false);
        }
        m_top = top;
        settle();
    }
    void settle()
    {
        m_top = m_follow ? lastTop() : std::min(m_top, lastTop());
        // What has been in sight is no longer new.
        m_seen = std::max(std::min(m_seen, m_count), end());
    }

    std::uint64_t m_count = 0;
    std::uint64_t m_page = 1;
    std::uint64_t m_top = 0;
    std::uint64_t m_seen = 0; // rows before it are no news
    bool m_follow = true;
};

}
