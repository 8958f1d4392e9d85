// MainWindow: what lies below the board.

#include <QMenu>

#include "ui/log/filter/filter_bar.h"
#include "ui/log/filter/log_filter.h"
#include "ui/log/log_view.h"
#include "ui/main_window.h"
#include "ui/sequence/sequence_page.h"
#include "ui/streams/stream_page.h"
#include "ui/throughput/throughput_page.h"

namespace ui {

namespace {

constexpr int kLogPage = 0;
constexpr int kStreamsPage = 2;

// Ctrl+F and F3 are for the page that is seen, wherever the focus is: a click on its tab gives it none.
template<typename Page> bool findIn(Page* page, FindKey key)
{
    if (page == nullptr || !page->isVisible()) {
        return false;
    }
    if (key == FindKey::Open) {
        page->openFind();
    } else {
        page->findNext(key == FindKey::Next);
    }
    return true;
}

}

void MainWindow::makeLowerPanel()
{
    m_log = new LogPanel(m_workbench, this);
    m_lower = new LowerPanel(this);
    m_log->setOtherFinder([this](FindKey key) { return findIn(m_streams, key) || findIn(m_sequence, key); });
    connect(m_log, &LogPanel::wanted, m_lower, [this] { m_lower->showPage(0); });
    m_lower->addPage(tr("Message log"), QStringLiteral("Alt+1"), [this] {
        return LowerPanel::Page {m_log, m_log->head(), &m_log->view()};
    });
    m_lower->addPage(tr("Sequence"), QStringLiteral("Alt+2"), [this] {
        m_sequence = new SequencePage(m_workbench, *m_log, this);
        connect(m_sequence, &SequencePage::rowOpened, this, &MainWindow::showInLog);
        return LowerPanel::Page {m_sequence, m_sequence->head(), &m_sequence->view()};
    });
    m_lower->addPage(tr("Streams"), QStringLiteral("Alt+3"), [this] {
        auto* page = new StreamPage(m_workbench, this);
        connectStreams(*page);
        return LowerPanel::Page {page, page->head(), &page->view()};
    });
    m_lower->addPage(tr("Throughput"), QStringLiteral("Alt+4"), [this] {
        auto* page = new ThroughputPage(m_workbench, this);
        LogView& log = m_log->view();
        connect(&page->plot(), &ThroughputPlot::rowWanted, &log, &LogView::goTo);
        connect(&log, &LogView::selectionChanged, &page->plot(),
            [page, &log] { page->plot().setCurrentRow(log.currentRow()); });
        page->plot().setCurrentRow(log.currentRow());
        connect(page, &ThroughputPage::filterWanted, this, [this](const QString& expression) {
            m_lower->showPage(kLogPage);
            m_log->filter().bar().enter(expression);
        });
        return LowerPanel::Page {page, page->head(), &page->plot()};
    });
    // The page need not be there yet: then it takes the selected socket's conversation when it is made.
    connect(&m_log->view(), &LogView::menuAboutToShow, this, [this](QMenu* menu, quint64 row) {
        if (m_workbench.session().store().socket(row) != netcore::kNoSocket) {
            QAction* follow = menu->addAction(tr("Follow this con&versation"));
            follow->setObjectName(QStringLiteral("followConversation"));
            connect(follow, &QAction::triggered, this, [this, row] { followConversation(row); });
        }
    });
}

void MainWindow::connectStreams(StreamPage& page)
{
    m_streams = &page;
    connect(&page, &StreamPage::rowPicked, &m_log->view(), &LogView::goTo);
    connect(&page, &StreamPage::rowOpened, this, &MainWindow::showInLog);
    connect(&m_log->view(), &LogView::selectionChanged, &page, [this] {
        if (const auto row = m_log->view().currentRow()) {
            m_streams->showRow(*row);
        }
    });
}

void MainWindow::showInLog(quint64 row)
{
    m_lower->showPage(kLogPage);
    m_log->view().goTo(row);
    m_log->view().setFocus();
}

void MainWindow::followConversation(quint64 row)
{
    m_workbench.select(m_workbench.session().store().socket(row));
    m_lower->showPage(kStreamsPage);
    m_streams->showSocket(m_workbench.session().store().socket(row));
    m_streams->showRow(row);
    m_lower->focusPage();
}

void MainWindow::addLowerPages(QMenu* view)
{
    for (int page = 0; page < m_lower->count(); ++page) {
        QAction* action
            = addAction(view, "", m_lower->title(page), QKeySequence(Qt::ALT | (Qt::Key_1 + page)));
        action->setObjectName(QStringLiteral("actionLowerTab%1").arg(page + 1));
        connect(action, &QAction::triggered, m_lower, [this, page] {
            m_lower->showPage(page);
            m_lower->focusPage();
        });
    }
}

}
