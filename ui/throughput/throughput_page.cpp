#include "ui/throughput/throughput_page.h"

#include <QButtonGroup>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/page_head.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

ThroughputPage::ThroughputPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_plot(new ThroughputPlot(workbench))
{
    setObjectName(QStringLiteral("throughputPage"));
    m_head = makeHead();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_plot, 1);
    connect(&workbench.session(), &model::Session::appended, this, [this] {
        if (isVisible()) {
            m_plot->readOn();
        }
    });
    connect(m_plot, &ThroughputPlot::rangeChanged, this, &ThroughputPage::showRange);
    connect(m_plot, &ThroughputPlot::rangeChosen, this, &ThroughputPage::showRange);
    showRange();
}

QWidget* ThroughputPage::makeHead()
{
    auto* head = new PageHead("throughputHead");
    m_range = makeLabel(head, "throughputRange", "dim");
    m_range->setWordWrap(false);
    head->add(m_range);
    const QButtonGroup* measures
        = head->addChoices({{"measureEvents", tr("Events"), tr("Calls that have returned, a second")},
            {"measureBytes", tr("Bytes"), tr("Bytes that calls have moved, a second")},
            {"measureErrors", tr("Errors"), tr("Calls that have failed, a second")}});
    connect(measures, &QButtonGroup::idClicked, m_plot,
        [this](int id) { m_plot->setMeasure(static_cast<ThroughputPlot::Measure>(id)); });
    m_only = head->addButton(
        "throughputOnly", tr("Only this"), tr("Filter the log by the chosen range of time"));
    m_zoom = head->addButton("throughputZoom", tr("Zoom in"), tr("Show only the chosen range (Enter)"));
    m_all = head->addButton(
        "throughputAll", tr("All"), tr("Show all, and what will come (Home or a double click)"));
    connect(m_only, &QToolButton::clicked, this, &ThroughputPage::wantFilter);
    connect(m_zoom, &QToolButton::clicked, m_plot, &ThroughputPlot::zoomToChosen);
    connect(m_all, &QToolButton::clicked, m_plot, &ThroughputPlot::showAll);
    head->setFolds({m_all, m_zoom, m_only});
    return head;
}

void ThroughputPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_plot->readOn();
}

void ThroughputPage::showRange()
{
    const ThroughputPlot::Range range = m_plot->chosen();
    m_zoom->setEnabled(!range.isEmpty());
    m_only->setEnabled(!range.isEmpty());
    m_all->setEnabled(!m_plot->showsAll());
    m_range->setText(range.isEmpty() ? QString() : tr("%1 chosen").arg(words::took(range.length())));
}

void ThroughputPage::wantFilter()
{
    const ThroughputPlot::Range range = m_plot->chosen();
    const std::uint64_t start = m_workbench.session().startTime();
    const auto sinceStart
        = [start](std::uint64_t time) { return QString::number(time - std::min(time, start)); };
    Q_EMIT filterWanted(
        QStringLiteral("time >= %1ns and time < %2ns").arg(sinceStart(range.begin), sinceStart(range.end)));
}

}
