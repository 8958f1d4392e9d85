// The scroll bar of the log: where in it are errors, gaps, marks and what a search has found. Each kind has a
// lane and a form of its own, so that no colour has to be told from another.
#pragma once

#include <QScrollBar>
#include <array>
#include <cstdint>
#include <vector>

#include "ui/theme.h"

namespace ui {

enum class BarLane : quint8 {
    Errors, // right: thin lines
    Hits, // middle: short bars
    Marks, // left: triangles
    Gaps, // across: a dashed line
};
inline constexpr std::size_t kBarLanes = 4;

class LogScrollBar : public QScrollBar {
    Q_OBJECT

public:
    explicit LogScrollBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    // How many there are in each part of the list: any number of parts of equal length, from the first row to
    // the last. Empty: none.
    void setLane(BarLane lane, std::vector<std::uint32_t> counts);
    const std::vector<std::uint32_t>& lane(BarLane lane) const
    {
        return m_lanes[static_cast<std::size_t>(lane)];
    }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void paintLane(QPainter& painter, BarLane lane) const;
    void paintMark(QPainter& painter, BarLane lane, int y) const;
    QString told() const;

    Theme m_theme;
    std::array<std::vector<std::uint32_t>, kBarLanes> m_lanes;
};

}
