#include "ui/sequence/sequence_page.h"

#include <QButtonGroup>
#include <QMenu>
#include <QTimerEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/find_line.h"
#include "ui/log/filter/log_filter.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"
#include "ui/page_head.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr double kZoomStep = 1.25;

}

SequencePage::SequencePage(Workbench& workbench, LogPanel& log, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_log(log)
    , m_view(new SequenceView(workbench, log.view().source()))
{
    setObjectName(QStringLiteral("sequencePage"));
    m_head = makeHead();
    m_findLine = makeFindLine();
    m_findLine->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_view, 1);
    column->addWidget(m_findLine);
    connectAll();
    m_view->readOn();
    if (const auto row = log.view().currentRow()) {
        m_view->showRow(*row);
    }
}

SequencePage::~SequencePage() = default;

QWidget* SequencePage::makeHead()
{
    auto* head = new PageHead("sequenceHead");
    const QButtonGroup* lines
        = head->addChoices({{"sequenceBySocket", tr("Sockets"), tr("A life line for each socket")},
            {"sequenceByActor", tr("Actors"), tr("A life line for each actor, or thread")}});
    connect(lines, &QButtonGroup::idClicked, m_view,
        [this](int id) { m_view->setBy(static_cast<model::SequenceBy>(id)); });
    QToolButton* smaller = head->addButton(
        "sequenceZoomOut", QStringLiteral("−"), tr("Closer together (−, or Ctrl and the wheel)"));
    QToolButton* larger = head->addButton(
        "sequenceZoomIn", QStringLiteral("+"), tr("Farther apart (+, or Ctrl and the wheel; 0: as usual)"));
    smaller->setAccessibleName(tr("Closer together"));
    larger->setAccessibleName(tr("Farther apart"));
    connect(smaller, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(1 / kZoomStep); });
    connect(larger, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(kZoomStep); });
    m_filtered = head->addSwitch(
        "sequenceFiltered", tr("As filtered"), tr("Only what the log's filter leaves"), false);
    connect(m_filtered, &QToolButton::clicked, this, &SequencePage::showFiltered);
    m_follow
        = head->addSwitch("sequenceFollow", tr("Follow"), tr("Keep the newest call in sight (Space)"), true);
    connect(m_follow, &QToolButton::clicked, m_view, &SequenceView::setFollow);
    QToolButton* find = head->addButton("sequenceFind", tr("Find"), tr("Text in calls (Ctrl+F)"));
    connect(find, &QToolButton::clicked, this, &SequencePage::openFind);
    QToolButton* save = makeExportButton(head);
    head->add(save);
    head->setFolds({save, larger, smaller, find, m_filtered, m_follow});
    return head;
}

QToolButton* SequencePage::makeExportButton(QWidget* head)
{
    auto* menu = new QMenu(head);
    const auto add = [&](const char* name, const QString& text, PictureForm form, Part part) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, form, part] { askWhereToSave(form, part); });
    };
    add("pictureSeenSvg", tr("What is seen, as &SVG…"), PictureForm::Svg, Part::Seen);
    add("pictureSeenPng", tr("What is seen, as &PNG…"), PictureForm::Png, Part::Seen);
    add("pictureSeenPdf", tr("What is seen, as P&DF…"), PictureForm::Pdf, Part::Seen);
    menu->addSeparator();
    add("pictureAllSvg", tr("&All of it, as SVG…"), PictureForm::Svg, Part::All);
    add("pictureAllPng", tr("All of it, as P&NG…"), PictureForm::Png, Part::All);
    add("pictureAllPdf", tr("All of it, as PDF, page by page…"), PictureForm::Pdf, Part::All);
    QToolButton* button = makeMenuButton(
        head, "sequenceExport", tr("Export picture"), tr("A picture for a slide or a page"), menu);
    button->setProperty("flat", false);
    return button;
}

void SequencePage::connectAll()
{
    connect(&m_workbench.session(), &model::Session::appended, this, [this] {
        if (isVisible()) {
            readOn();
        }
    });
    connect(m_view, &SequenceView::followChanged, m_follow, &QToolButton::setChecked);
    connect(m_view, &SequenceView::rowPicked, &m_log.view(), &LogView::goTo);
    connect(m_view, &SequenceView::rowOpened, this, &SequencePage::rowOpened);
    connect(&m_log.view(), &LogView::selectionChanged, this, [this] {
        const auto row = m_log.view().currentRow();
        if (row && row != m_view->currentRow()) {
            m_view->showRow(*row);
        }
    });
    connect(&m_log.filter(), &LogFilter::rowsChanged, this, [this] {
        if (m_filtered->isChecked()) {
            showFiltered();
        }
    });
}

void SequencePage::readOn()
{
    m_view->readOn();
    if (m_hits != nullptr) {
        findOn();
    }
}

void SequencePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readOn();
}

void SequencePage::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_looking.timerId()) {
        QWidget::timerEvent(event);
    } else if (isVisible()) {
        readOn();
    }
}

// The log's own list, while it has a filter; else all.
void SequencePage::showFiltered()
{
    const bool filtered = m_filtered->isChecked() && m_log.filter().node().has_value();
    m_view->showRows(filtered ? m_log.view().source().rows : nullptr);
    if (filtered) { // it grows on a thread of its own
        m_looking.start(100, this);
    } else if (m_hits == nullptr) {
        m_looking.stop();
    }
}

}
