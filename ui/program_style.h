// Qt's Fusion, but for the few signs that it would read from pictures: these are drawn, in the colour of the
// words. It makes no window wait for the plugins of all picture formats (some 4 ms at the start), and suits a
// dark window. For the thread of the widgets.
#pragma once

#include <QProxyStyle>

namespace ui {

class ProgramStyle : public QProxyStyle {
    Q_OBJECT

public:
    ProgramStyle();

    QIcon standardIcon(StandardPixmap sign, const QStyleOption* option = nullptr,
        const QWidget* widget = nullptr) const override;
};

}
