// SequencePage: finding and saving.

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QStandardPaths>
#include <QToolButton>
#include <cstring>

#include "model/search/find.h"
#include "model/streams/saved_bytes.h"
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

QWidget* SequencePage::makeFindLine()
{
    auto* line = new QWidget(this);
    line->setObjectName(QStringLiteral("sequenceFindLine"));
    m_wanted = makeSearch(line, "sequenceWanted", tr("Find in the sequence"), tr("Find in the sequence"));
    m_wanted->setMaxLength(kLongestWanted);
    m_found = makeLabel(line, "sequenceHits", "dim");
    m_found->setWordWrap(false);
    auto* back = makeToolButton(line, "sequencePreviousHit", QStringLiteral("↑"), tr("Previous (Shift+F3)"));
    auto* next = makeToolButton(line, "sequenceNextHit", QStringLiteral("↓"), tr("Next (F3, Enter)"));
    auto* close = makeToolButton(line, "sequenceCloseFind", QStringLiteral("✕"), tr("Close (Esc)"));
    back->setAccessibleName(tr("Previous"));
    next->setAccessibleName(tr("Next"));
    close->setAccessibleName(tr("Close"));
    auto* row = new QHBoxLayout(line);
    const int gap = fontMetrics().height() / 4;
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    row->addWidget(m_wanted, 1);
    row->addWidget(m_found);
    for (QToolButton* button : {back, next, close}) {
        button->setProperty("flat", true);
        row->addWidget(button);
    }
    connect(m_wanted, &QLineEdit::textChanged, this, &SequencePage::findTyped);
    connect(m_wanted, &QLineEdit::returnPressed, this, [this] { findNext(true); });
    connect(next, &QToolButton::clicked, this, [this] { findNext(true); });
    connect(back, &QToolButton::clicked, this, [this] { findNext(false); });
    connect(close, &QToolButton::clicked, this, &SequencePage::closeFind);
    connect(new QShortcut(Qt::Key_Escape, line, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, this, &SequencePage::closeFind);
    return line;
}

void SequencePage::openFind()
{
    m_findLine->show();
    m_wanted->setFocus(Qt::ShortcutFocusReason);
    m_wanted->selectAll();
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
    m_found->clear();
    model::search::FindQuery query;
    query.text = m_wanted->text().toStdString();
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
    m_found->setText(size == 0 ? (m_hits->isComplete() ? tr("not found") : tr("looking…"))
            : onHit            ? tr("%1 of %2").arg(words::count(index + 1), words::count(size))
                               : tr("%1 found").arg(words::count(size)));
}

QString SequencePage::save(const QString& path, PictureForm form, Part part) const
{
    const model::Session& session = m_workbench.session();
    const SequenceViewWords words(m_workbench);
    PictureFile picture {
        session.store(), m_view->axis(), m_workbench.graph(), *m_log.view().source().facts, words};
    picture.by = m_view->by();
    picture.known = m_workbench.end();
    picture.pinned = part == Part::Seen ? m_workbench.selected() : netcore::kNoSocket;
    picture.firstUnit = part == Part::Seen ? m_view->scroll().top() : 0;
    picture.endUnit = part == Part::Seen ? m_view->scroll().end() : m_view->scroll().count();
    const std::uint64_t rows = session.store().size();
    picture.now = m_workbench.isAtPresent() && session.isLive() ? m_log.view().source().now()
        : !m_workbench.isAtPresent()                            ? m_workbench.moment().time()
        : rows > 0                                              ? session.store().event(rows - 1).end()
                                                                : 0;
    picture.family = QFontInfo(m_workbench.monospace()).family();
    picture.title = QFileInfo(QString::fromStdString(session.path())).completeBaseName();
    const QByteArray bytes = picture.bytes(form);
    if (bytes.isEmpty()) {
        return tr("There is not enough memory for a picture of that size.");
    }
    const auto problem = model::saveBytes(QFile::encodeName(path).toStdString(),
        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    if (!problem) {
        return {};
    }
    return problem->what == model::FileTrouble::NotRegular
        ? tr("%1 is not a regular file, so it is left alone.").arg(path)
        : tr("%1 can't be written: %2").arg(path, QString::fromLatin1(::strerrorname_np(problem->error)));
}

void SequencePage::askWhereToSave(PictureForm form, Part part)
{
    auto* dialog = new QFileDialog(this, tr("Export the picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(PictureFile::suffix(form));
    dialog->selectFile(tr("sequence") + u'.' + PictureFile::suffix(form));
    connect(dialog, &QFileDialog::fileSelected, this, [this, form, part](const QString& path) {
        if (const QString problem = save(path, form, part); !problem.isEmpty()) {
            Q_EMIT m_workbench.problem(problem, tr("Nothing was changed: choose another place."));
        }
    });
    dialog->open();
}

}
