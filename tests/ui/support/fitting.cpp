#include "tests/ui/support/fitting.h"

#include <QAbstractButton>
#include <QLabel>

#include "ui/elided_label.h"

using namespace Qt::StringLiterals;

namespace uitest {

QString nameOf(const QWidget& widget)
{
    const QString own = widget.objectName();
    return QString::fromLatin1(widget.metaObject()->className()) + u' '
        + (own.isEmpty() ? u"in "_s + widget.parentWidget()->objectName() : own);
}

namespace {

// Elided on purpose: the whole text is in the tooltip.
bool mayBeShortened(const QWidget& widget)
{
    return qobject_cast<const ui::ElidedLabel*>(&widget) != nullptr;
}

bool labelFits(const QLabel& label)
{
    if (label.wordWrap()) {
        return label.height() >= label.heightForWidth(label.width());
    }
    const int words = label.fontMetrics().boundingRect(label.text()).width();
    return words <= label.contentsRect().width() + 1 && label.height() >= label.minimumSizeHint().height();
}

bool buttonFits(const QAbstractButton& button)
{
    const int words = button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width();
    return words <= button.width() - 2 && button.fontMetrics().height() <= button.height();
}

bool fits(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        return label->text().isEmpty() || mayBeShortened(widget) || labelFits(*label);
    }
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button == nullptr || buttonFits(*button);
}

}

QStringList wordsThatDoNotFit(QWidget& window)
{
    QStringList found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible() && !fits(*widget)) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            found += u"%1 (%2x%3) “%4”"_s.arg(nameOf(*widget))
                         .arg(widget->width())
                         .arg(widget->height())
                         .arg(label != nullptr       ? label->text()
                                 : button != nullptr ? button->text()
                                                     : QString());
        }
    }
    return found;
}

}
