#include "ui/lower_panel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QStackedLayout>
#include <QTabBar>
#include <algorithm>
#include <utility>

#include "ui/folding_row.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr int kSpacing = 8;
constexpr int kManyLines = 16; // of text, that the whole panel has room for

}

LowerPanel::LowerPanel(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabBar)
    , m_top(new QWidget(this))
    , m_line(new QBoxLayout(QBoxLayout::LeftToRight, m_top))
    , m_bodies(new QStackedLayout)
{
    setObjectName(QStringLiteral("lowerPanel"));
    setAttribute(Qt::WA_StyledBackground);
    m_tabs->setObjectName(QStringLiteral("lowerTabs"));
    m_tabs->setAccessibleName(tr("Views of the log"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_line->setContentsMargins(0, 0, 8, 0);
    m_line->setSpacing(kSpacing);
    m_line->addWidget(
        m_tabs, 0, Qt::AlignBottom | Qt::AlignLeft); // the tabs stand on the line, the buttons float
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    m_top->installEventFilter(this);
    column->addWidget(makeLine(this));
    column->addLayout(m_bodies, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &LowerPanel::open);
}

void LowerPanel::addPage(const QString& title, const QString& shortcut, std::function<Page()> make)
{
    m_pages.push_back({std::move(make)});
    const int page = m_tabs->addTab(title); // the first one is opened by that
    m_tabs->setTabToolTip(page, shortcut);
}

int LowerPanel::current() const
{
    return m_tabs->currentIndex();
}

QString LowerPanel::title(int page) const
{
    return m_tabs->tabText(page);
}

void LowerPanel::showPage(int page)
{
    if (page >= 0 && page < count()) {
        m_tabs->setCurrentIndex(page);
        show(); // who asks for a page wants to see it
    }
}

void LowerPanel::focusPage()
{
    if (current() >= 0) {
        m_pages[static_cast<std::size_t>(current())].focus->setFocus(Qt::ShortcutFocusReason);
    }
}

void LowerPanel::open(int page)
{
    Slot& wanted = m_pages[static_cast<std::size_t>(page)];
    if (wanted.make) {
        const Page made = std::exchange(wanted.make, {})();
        wanted.body = made.body;
        wanted.focus = made.focus;
        wanted.head = made.head != nullptr ? made.head : new QWidget;
        m_bodies->addWidget(wanted.body);
        m_line->addWidget(wanted.head, 1);
    }
    for (const Slot& other : m_pages) {
        if (other.head != nullptr) {
            other.head->setVisible(&other == &wanted);
        }
    }
    m_bodies->setCurrentWidget(wanted.body);
    if (isVisible()) { // else with its first size
        fitTop();
    }
    Q_EMIT pageShown(page);
}

// The controls may stand below the tabs, so the panel can be as narrow as the wider of the two. Where there
// are few lines to lose they fold instead, as long as they can.
void LowerPanel::fitTop()
{
    if (current() < 0 || m_pages[static_cast<std::size_t>(current())].head == nullptr) {
        return;
    }
    const int tabs = m_tabs->minimumSizeHint().width();
    const QWidget& shown = *m_pages[static_cast<std::size_t>(current())].head;
    const auto* folding = qobject_cast<const FoldingRow*>(&shown);
    const int head = shown.minimumSizeHint().width();
    const int unfolded = folding != nullptr ? folding->unfoldedWidth() : head;
    const int margins = m_line->contentsMargins().right();
    const bool low = height() < kManyLines * fontMetrics().height();
    const bool narrow = tabs + kSpacing + (low ? head : unfolded) + margins > width();
    m_line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (const int spacing = narrow ? 0 : kSpacing; m_line->spacing() != spacing) {
        m_line->setSpacing(spacing); // asks for a new layout each time, and that comes here again
    }
    m_top->setMinimumWidth(std::max(tabs, head) + margins);
}

void LowerPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTop();
}

// Fonts or words have changed.
bool LowerPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        fitTop();
    }
    return QWidget::eventFilter(watched, event);
}

}
