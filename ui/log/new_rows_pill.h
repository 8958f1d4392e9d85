// "↓ 12 new": floats over the end of the log while it does not follow.
#pragma once

#include <QAbstractButton>

#include "ui/theme.h"

namespace ui {

class NewRowsPill : public QAbstractButton {
    Q_OBJECT

public:
    explicit NewRowsPill(QWidget* parent);
    void setTheme(const Theme& theme);
    void setCount(quint64 rows); // 0 hides it
    // Stands in the bottom right corner of that area.
    void placeIn(const QRect& area);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    QRect m_area;
};

}
