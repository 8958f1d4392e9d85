// A tool button with a drawn sign: behind its words, that something opens below it; or three dots alone. For
// the thread of the widgets.
#pragma once

#include <QToolButton>

#include "ui/signs.h"

namespace ui {

class SignButton : public QToolButton {
    Q_OBJECT

public:
    SignButton(Sign sign, QWidget* parent);

    QSize sizeHint() const override;

protected:
    void initStyleOption(QStyleOptionToolButton* option) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF placeOfSign() const;

    const Sign m_sign;
};

}
