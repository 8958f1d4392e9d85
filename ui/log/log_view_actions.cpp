// LogView: marks and comments, and the ways from row to row that are not up and down.

#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

#include "ui/log/log_view.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

void LogView::setAnnotations(model::Annotations* annotations)
{
    m_annotations = annotations;
    if (annotations != nullptr) {
        connect(annotations, &model::Annotations::changed, this, [this] { viewport()->update(); });
    }
    viewport()->update();
}

void LogView::setRules(RuleOf ruleOf)
{
    m_ruleOf = std::move(ruleOf);
    viewport()->update();
}

void LogView::showMoment(std::optional<model::Row> end)
{
    if (end && !m_momentEnd) {
        m_followedBefore = follows();
    }
    const bool comesBack = !end && m_momentEnd;
    m_momentEnd = end;
    const std::uint64_t happened = end ? m_source.rows->indexOf(*end) : 0;
    if (happened > 0) {
        changeScroll([happened](LogScroll& scroll) { scroll.show(happened - 1); });
    } else if (end) {
        changeScroll([](LogScroll& scroll) { scroll.show(0); });
    } else if (comesBack && m_followedBefore) {
        setFollow(true); // as it did before the look back
    }
    viewport()->update();
}

void LogView::toggleMark()
{
    if (m_annotations != nullptr && currentRow()) {
        m_annotations->toggleMark(*currentRow());
    }
}

// Marks may stand on rows that a filter has left out: they are passed over.
void LogView::goToMark(bool forward)
{
    if (m_annotations == nullptr) {
        return;
    }
    const model::Row from = currentRow().value_or(forward ? 0 : m_source.store->size());
    const auto step
        = [&](model::Row row) { return forward ? m_annotations->next(row) : m_annotations->previous(row); };
    auto row = currentRow() || !m_annotations->find(from) ? step(from) : std::optional(from);
    while (row && !isShown(*row)) {
        row = step(*row);
    }
    if (row) {
        goTo(*row);
    } else {
        tell(forward ? tr("No mark behind this row.") : tr("No mark before this row."));
    }
}

bool LogView::isShown(model::Row row) const
{
    const std::uint64_t index = m_source.rows->indexOf(row);
    return index < m_source.rows->size() && m_source.rows->at(index) == row;
}

void LogView::walk(bool forward, bool conversation)
{
    const SocketId socket = currentRow() ? socketOfRow(m_source, *currentRow()) : kNoSocket;
    if (socket == kNoSocket) {
        tell(tr("This row belongs to no socket."));
        return;
    }
    std::vector<SocketId> sockets {socket};
    if (conversation) {
        sockets.push_back(m_source.otherEnd(socket));
    }
    m_walk.start(*m_source.store, *m_source.rows, std::move(sockets), *currentRow(), forward);
    if (m_walk.isUnderWay()) {
        viewport()->setCursor(Qt::BusyCursor);
    }
}

void LogView::connectWalk()
{
    connect(&m_walk, &LogWalk::found, this, [this](quint64 row) {
        viewport()->setCursor(Qt::ArrowCursor);
        goTo(row);
    });
    connect(&m_walk, &LogWalk::foundNothing, this, [this](bool forward) {
        viewport()->setCursor(Qt::ArrowCursor);
        tell(forward ? tr("It was its last row.") : tr("It was its first row."));
    });
}

// With their keys: a menu is where they are learned.
void LogView::addWays(QMenu& menu)
{
    const bool any = currentRow().has_value();
    const SocketId socket = any ? socketOfRow(m_source, *currentRow()) : kNoSocket;
    const auto add
        = [&](const char* name, const QString& text, const QKeySequence& key, bool enabled, auto act) {
              QAction* entry = menu.addAction(text, this, act);
              entry->setObjectName(QLatin1String(name));
              entry->setShortcut(key);
              entry->setEnabled(enabled);
          };
    const bool its = socket != kNoSocket;
    const bool marked = any && m_annotations != nullptr && m_annotations->isMarked(*currentRow());
    add("showDetail", tr("Detail"), Qt::Key_F4, any, [this] { Q_EMIT detailToggled(); });
    add("toggleMark", marked ? tr("Take the mark away") : tr("Mark"), Qt::CTRL | Qt::Key_M,
        any && m_annotations != nullptr, [this] { toggleMark(); });
    add("comment", tr("Comment…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, any && m_annotations != nullptr,
        [this] { Q_EMIT commentWanted(); });
    add("nextMark", tr("Next mark"), Qt::Key_F2, m_annotations != nullptr, [this] { goToMark(true); });
    add("previousMark", tr("Previous mark"), Qt::SHIFT | Qt::Key_F2, m_annotations != nullptr,
        [this] { goToMark(false); });
    menu.addSeparator();
    add("nextOfSocket", tr("Next of this socket"), Qt::CTRL | Qt::Key_Down, its,
        [this] { walk(true, false); });
    add("previousOfSocket", tr("Previous of this socket"), Qt::CTRL | Qt::Key_Up, its,
        [this] { walk(false, false); });
    add("nextOfConversation", tr("Next of this conversation"), Qt::CTRL | Qt::SHIFT | Qt::Key_Down, its,
        [this] { walk(true, true); });
    add("previousOfConversation", tr("Previous of this conversation"), Qt::CTRL | Qt::SHIFT | Qt::Key_Up, its,
        [this] { walk(false, true); });
    add("selectSocket", tr("Select all rows of this socket"), {}, its,
        [this, socket] { selectRowsOf(socket); });
}

QString LogView::spokenRow(model::Row row) const
{
    QString text = logRowText(m_source, row).line();
    const model::Annotation* its = m_annotations != nullptr ? m_annotations->find(row) : nullptr;
    if (its != nullptr && its->mark != 0) {
        text += QStringLiteral("  ") + tr("marked");
    }
    if (its != nullptr && !its->comment.isEmpty()) {
        text += QStringLiteral("  ") + tr("comment: %1").arg(words::shown(its->comment.toStdString()));
    }
    if (const ColourRule* rule = m_ruleOf ? m_ruleOf(row) : nullptr) {
        text += QStringLiteral("  ") + words::shown(rule->name.toStdString());
    }
    return text;
}

// What a key could not do, where the eye is.
void LogView::tell(const QString& text)
{
    const QRect row = currentRow() ? rowRect(currentIndex()) : QRect();
    const QPoint place = row.isEmpty() ? viewport()->rect().center() : row.bottomLeft() + QPoint(40, 0);
    QToolTip::showText(viewport()->mapToGlobal(place), words::plainToolTip(text), viewport());
}

bool LogView::walkByKey(const QKeyEvent& event)
{
    const bool control = (event.modifiers() & Qt::ControlModifier) != 0;
    const bool shift = (event.modifiers() & Qt::ShiftModifier) != 0;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (control) {
            walk(event.key() == Qt::Key_Down, shift);
        }
        return control;
    case Qt::Key_M:
        if (control && shift) {
            Q_EMIT commentWanted();
        } else if (control) {
            toggleMark();
        }
        return control;
    case Qt::Key_F2:
        goToMark(!shift);
        return true;
    case Qt::Key_F4:
        Q_EMIT detailToggled();
        return true;
    case Qt::Key_Right:
        Q_EMIT detailWanted(true);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Escape:
        Q_EMIT detailWanted(false);
        return true;
    default:
        return false;
    }
}

}
