#include "ui/sign_button.h"

#include <QPainter>
#include <QStyleOptionToolButton>

namespace ui {

namespace {

const QString kRoom = QStringLiteral("\u2002\u2002"); // en spaces: the style centres words and room together

}

SignButton::SignButton(Sign sign, QWidget* parent) : QToolButton(parent), m_sign(sign) { }

QSize SignButton::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(fontMetrics().horizontalAdvance(kRoom), 0);
}

void SignButton::initStyleOption(QStyleOptionToolButton* option) const
{
    QToolButton::initStyleOption(option);
    option->text += kRoom;
}

QRectF SignButton::placeOfSign() const
{
    const double side = fontMetrics().height();
    const double middle = text().isEmpty()
        ? width() / 2.0
        : (width() + fontMetrics().size(Qt::TextShowMnemonic, text()).width()) / 2.0 + side * 0.08;
    return {middle - side / 2, (height() - side) / 2.0, side, side};
}

void SignButton::paintEvent(QPaintEvent* event)
{
    QToolButton::paintEvent(event);
    QPainter painter(this);
    drawSign(painter, m_sign, placeOfSign(), palette().color(QPalette::ButtonText));
}

}
