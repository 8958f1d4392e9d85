// A set of rows as ranges: selecting all of fifty million costs as much as selecting one.
#pragma once

#include <cstdint>
#include <vector>

namespace ui {

class LogSelection {
public:
    struct Range {
        std::uint64_t first;
        std::uint64_t end;
        bool operator==(const Range&) const = default;
    };

    bool isEmpty() const { return m_ranges.empty(); }
    bool contains(std::uint64_t row) const;
    const std::vector<Range>& ranges() const { return m_ranges; } // ascending, apart

    void clear() { m_ranges.clear(); }
    void add(std::uint64_t first, std::uint64_t end);
    void remove(std::uint64_t first, std::uint64_t end);

    bool operator==(const LogSelection&) const = default;

private:
    std::vector<Range> m_ranges;
};

}
