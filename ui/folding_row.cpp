#include "ui/folding_row.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

FoldingRow::FoldingRow(const char* objectName, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout), m_more(nullptr), m_menu(new QMenu(this))
{
    setObjectName(QLatin1String(objectName));
    const QByteArray more = QByteArray(objectName) + "More";
    m_more = makeMenuButton(this, more.constData(), QString(), tr("What has no room here"), m_menu);
    m_more->setAccessibleName(tr("More"));
    m_more->hide();
    auto* around = new QHBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->setSpacing(0);
    around->addLayout(m_row, 1);
    around->addWidget(m_more);
    connect(m_menu, &QMenu::aboutToShow, this, &FoldingRow::fillMenu);
    fillMenu();
}

void FoldingRow::setFolds(const QList<QToolButton*>& buttons)
{
    m_folds = buttons;
    fold();
}

int FoldingRow::widthOf(const QToolButton& button) const
{
    return button.sizeHint().width() + m_row->spacing();
}

int FoldingRow::unfoldedWidth() const
{
    int width = m_row->minimumSize().width();
    for (const QToolButton* button : m_folded) {
        width += widthOf(*button);
    }
    return width;
}

QSize FoldingRow::sizeHint() const
{
    return {std::max(unfoldedWidth(), m_row->sizeHint().width()), m_row->sizeHint().height()};
}

QSize FoldingRow::minimumSizeHint() const
{
    int width = unfoldedWidth();
    int saved = 0;
    for (const QToolButton* button : m_folds) {
        saved += m_folded.contains(button) || !button->isHidden() ? widthOf(*button) : 0;
    }
    const int least = width - saved + m_more->sizeHint().width();
    return {std::min(width, least), m_row->minimumSize().height()};
}

void FoldingRow::fold()
{
    if (!isVisible()) {
        return; // it comes back when it is shown
    }
    int wanted = unfoldedWidth();
    QList<QToolButton*> folded;
    if (wanted > width()) {
        wanted += m_more->sizeHint().width();
        for (QToolButton* button : m_folds) {
            if (wanted <= width()) {
                break;
            }
            if (m_folded.contains(button) || !button->isHidden()) {
                folded += button;
                wanted -= widthOf(*button);
            }
        }
    }
    if (folded == m_folded) {
        return;
    }
    const QList<QToolButton*> before = m_folded;
    m_folded = folded;
    for (QToolButton* button : m_folds) {
        if (before.contains(button) || folded.contains(button)) {
            button->setVisible(!folded.contains(button));
        }
    }
    m_more->setVisible(!folded.isEmpty());
    layout()->invalidate();
    layout()->activate(); // at once: what was laid out just now was too narrow for all
}

void FoldingRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fold();
}

bool FoldingRow::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    // Other words, another font, another button.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        fold();
    }
    return done;
}

void FoldingRow::fillMenu()
{
    m_menu->clear();
    for (QToolButton* button : m_folds) {
        if (!m_folded.contains(button)) {
            continue;
        }
        const bool isSign = button->text().size() < 2; // an arrow: its name says what it is
        QString text = isSign ? button->accessibleName() : button->text();
        QAction* action = m_menu->addAction(text.replace(u'&', QStringLiteral("&&")));
        action->setObjectName(button->objectName() + QStringLiteral("Action"));
        action->setCheckable(button->isCheckable());
        action->setChecked(button->isChecked());
        action->setEnabled(button->isEnabled());
        if (button->menu() != nullptr) { // beside its line, not where the hidden button was
            action->setText(withoutSigns(action->text()));
            action->setMenu(button->menu());
            continue;
        }
        connect(action, &QAction::triggered, button, &QToolButton::click);
    }
}

}
