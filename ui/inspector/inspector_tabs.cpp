#include "ui/inspector/inspector_tabs.h"

#include <QPainter>

#include "ui/words.h"

namespace ui {

namespace {

constexpr qreal kDot = 3; // radius

}

InspectorTabs::InspectorTabs(Workbench& workbench, QWidget* parent) : QTabBar(parent), m_workbench(workbench)
{
    setObjectName(QStringLiteral("inspectorTabs"));
    setAccessibleName(tr("Views of the socket"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
}

int InspectorTabs::add(const QString& text, const QString& shortcut)
{
    m_news.push_back(false);
    m_shortcuts.push_back(shortcut);
    const int tab = addTab(text);
    describe(tab);
    return tab;
}

void InspectorTabs::setNews(int tab, bool news)
{
    if (m_news[static_cast<std::size_t>(tab)] != news) {
        m_news[static_cast<std::size_t>(tab)] = news;
        describe(tab);
        update();
    }
}

void InspectorTabs::describe(int tab)
{
    const QString shortcut = m_shortcuts[static_cast<std::size_t>(tab)];
    setTabToolTip(tab, hasNews(tab) ? tr("Something is new here (%1)").arg(shortcut) : shortcut);
    setAccessibleTabName(tab, hasNews(tab) ? tr("%1, something is new").arg(tabText(tab)) : tabText(tab));
}

void InspectorTabs::paintEvent(QPaintEvent* event)
{
    QTabBar::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_workbench.theme().accent);
    for (int tab = 0; tab < count(); ++tab) {
        if (hasNews(tab)) {
            // Beside the last letter, at its shoulder.
            const QRectF place = tabRect(tab);
            const qreal words = fontMetrics().horizontalAdvance(tabText(tab));
            const qreal letters = fontMetrics().capHeight();
            painter.drawEllipse(
                QPointF(place.center().x() + words / 2 + kDot + 2, place.center().y() - letters / 2 - 1),
                kDot, kDot);
        }
    }
}

}
