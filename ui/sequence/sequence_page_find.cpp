// SequencePage: finding.

#include <QToolButton>

#include "model/search/find.h"
#include "ui/find_line.h"
#include "ui/log/filter/log_filter.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"
#include "ui/parts.h"
#include "ui/sequence/sequence_page.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr int kLooking = 20; // ms between two looks at what was found
constexpr int kLongestWanted = 1'000; // characters

}

FindLine* SequencePage::makeFindLine()
{
    auto* line = new FindLine(QStringLiteral("sequence"), tr("Find in the sequence"), kLongestWanted, this);
    connect(line, &FindLine::typed, this, &SequencePage::findTyped);
    connect(line, &FindLine::stepped, this, &SequencePage::findNext);
    connect(line, &FindLine::closed, this, &SequencePage::closeFind);
    return line;
}

void SequencePage::openFind()
{
    m_findLine->open();
    findTyped();
}

void SequencePage::closeFind()
{
    m_findLine->hide();
    m_view->setHits(nullptr);
    m_hits.reset();
    m_view->setFocus();
}

void SequencePage::findTyped()
{
    m_view->setHits(nullptr);
    m_hits.reset();
    m_findLine->say({});
    model::search::FindQuery query;
    query.text = m_findLine->wanted().toStdString();
    auto node = query.text.empty() ? std::nullopt : std::optional(model::search::expressionOf(query));
    if (node && node->ok()) {
        m_hits = std::make_unique<model::filter::FilteredRows>(
            m_workbench.session().store(), std::move(node->value()), m_log.filter().facts());
        m_goes = true;
        m_looking.start(kLooking, this);
        findOn();
    }
}

void SequencePage::findOn()
{
    m_hits->extend(m_workbench.session().store().size());
    m_hits->take();
    m_view->setHits(m_hits.get());
    if (m_goes && m_hits->size() > 0) {
        m_goes = false;
        const auto from = m_view->currentRow();
        const auto hit = from ? m_hits->indexOf(*from) : 0;
        m_view->showRow(m_hits->at(hit < m_hits->size() ? hit : 0));
        Q_EMIT m_view->rowPicked(*m_view->currentRow());
    }
    showFound();
    if (m_hits->isComplete() && !m_filtered->isChecked()) {
        m_looking.stop();
    }
}

void SequencePage::findNext(bool forward)
{
    if (m_hits == nullptr) {
        openFind();
        return;
    }
    if (m_hits->size() == 0) {
        m_goes = !m_hits->isComplete();
        return;
    }
    const model::Row here = m_view->currentRow().value_or(0);
    const auto hit
        = forward ? model::search::nextHit(*m_hits, here) : model::search::previousHit(*m_hits, here);
    m_view->showRow(hit.value_or(m_hits->at(forward ? 0 : m_hits->size() - 1))); // round and round
    Q_EMIT m_view->rowPicked(*m_view->currentRow());
    showFound();
}

void SequencePage::showFound()
{
    const std::uint64_t size = m_hits->size();
    const auto row = m_view->currentRow();
    const std::uint64_t index = row ? m_hits->indexOf(*row) : size;
    const bool onHit = index < size && m_hits->at(index) == *row;
    m_findLine->say(size == 0 ? (m_hits->isComplete() ? tr("not found") : tr("looking…"))
            : onHit           ? tr("%1 of %2").arg(words::count(index + 1), words::count(size))
                              : tr("%1 found").arg(words::count(size)));
}

}
