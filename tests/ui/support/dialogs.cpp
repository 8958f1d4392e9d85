#include "tests/ui/support/dialogs.h"

#include <QTabBar>

namespace uitest {

QWidget* open(WindowUnderTest& window, const Dialog& dialog)
{
    const QString opener = QString::fromUtf16(dialog.opener);
    if (opener.startsWith(QLatin1String("action"))) {
        window.choose(opener);
    } else {
        window.click(opener);
    }
    return window.widget(QString::fromUtf16(dialog.name));
}

void forEachPage(QWidget& dialog, const std::function<void()>& visit)
{
    auto* pages = dialog.findChild<QTabBar*>();
    for (int page = 0; page < (pages != nullptr ? pages->count() : 1); ++page) {
        if (pages != nullptr) {
            pages->setCurrentIndex(page);
        }
        visit();
    }
}

}
