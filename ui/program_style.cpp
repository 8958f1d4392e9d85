#include "ui/program_style.h"

#include <QIconEngine>
#include <QPainter>
#include <QWidget>

#include "ui/signs.h"

namespace ui {

namespace {

class SignEngine : public QIconEngine {
public:
    SignEngine(Sign sign, const QPalette& palette) : m_sign(sign), m_palette(palette) { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        drawSign(*painter, m_sign, rect, m_palette.color(group, QPalette::Text));
    }
    QIconEngine* clone() const override { return new SignEngine(m_sign, m_palette); }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect({}, size), mode, state);
        return picture;
    }

private:
    const Sign m_sign;
    const QPalette m_palette;
};

QIcon iconOf(Sign sign, const QWidget* widget)
{
    return QIcon(new SignEngine(sign, widget != nullptr ? widget->palette() : QPalette()));
}

}

ProgramStyle::ProgramStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

QIcon ProgramStyle::standardIcon(StandardPixmap sign, const QStyleOption* option, const QWidget* widget) const
{
    switch (sign) {
    case SP_ToolBarHorizontalExtensionButton:
        return iconOf(Sign::Onward, widget);
    case SP_ToolBarVerticalExtensionButton:
        return iconOf(Sign::Below, widget);
    case SP_LineEditClearButton:
        return iconOf(Sign::Clear, widget);
    default:
        return QProxyStyle::standardIcon(sign, option, widget);
    }
}

}
