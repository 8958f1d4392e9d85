#include "ui/log/filter/filter_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>

#include "model/filter/parser.h"
#include "ui/log/filter/filter_words.h"

namespace ui {

using namespace model::filter;

namespace {

constexpr int kProposalRole = Qt::UserRole;
constexpr int kMostRows = 12; // of proposals

// Bytes of UTF-8 to places in a QString.
qsizetype placeOf(const QByteArray& utf8, std::size_t column)
{
    return QString::fromUtf8(utf8.left(static_cast<qsizetype>(column))).size();
}

QColor colourOf(SpanKind kind, const Theme& theme)
{
    switch (kind) {
    case SpanKind::Field:
        return theme.accent;
    case SpanKind::Joint:
        return theme.unixDomain;
    case SpanKind::Value:
        return theme.text;
    case SpanKind::String:
        return theme.done;
    case SpanKind::Sign:
    case SpanKind::Bracket:
        return theme.dim;
    case SpanKind::Wrong:
        break;
    }
    return theme.error;
}

}

FilterEdit::FilterEdit(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(Theme::light())
    , m_completer(new QCompleter(this))
    , m_proposals(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("filterEdit"));
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter: errno and peer == 127.0.0.1:5000"));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(2);
    m_completer->setModel(m_proposals);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kMostRows);
    m_completer->popup()->setObjectName(QStringLiteral("filterProposals"));
    m_completer->popup()->setAccessibleName(tr("Proposals"));
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &FilterEdit::take);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        m_problem.reset();
        colour();
        Q_EMIT edited();
    });
}

void FilterEdit::setLook(const Theme& theme, const QFont& monospace)
{
    m_theme = theme;
    setFont(monospace);
    m_completer->popup()->setFont(monospace);
    updateGeometry();
    setFixedHeight(sizeHint().height());
    colour();
}

QSize FilterEdit::sizeHint() const
{
    const int line = QFontMetrics(font()).lineSpacing() + 2 * static_cast<int>(document()->documentMargin());
    return {QFontMetrics(font()).averageCharWidth() * 60, line + line / 2};
}

void FilterEdit::setText(const QString& text)
{
    QString line = text;
    line.replace(u'\n', u' ');
    if (line != toPlainText()) {
        setPlainText(line);
    }
    moveCursor(QTextCursor::End);
}

void FilterEdit::setProblem(const std::optional<Problem>& problem)
{
    if (m_problem != problem) {
        m_problem = problem;
        colour();
    }
}

void FilterEdit::colour()
{
    const QByteArray utf8 = text().toUtf8();
    QList<QTextEdit::ExtraSelection> parts;
    const auto add = [&](std::size_t column, std::size_t length, const QTextCharFormat& format) {
        QTextEdit::ExtraSelection part;
        part.cursor = QTextCursor(document());
        part.cursor.setPosition(static_cast<int>(placeOf(utf8, column)));
        part.cursor.setPosition(static_cast<int>(placeOf(utf8, column + length)), QTextCursor::KeepAnchor);
        part.format = format;
        parts.append(part);
    };
    for (const Span& span : spansOf(utf8.toStdString())) {
        QTextCharFormat format;
        format.setForeground(colourOf(span.kind, m_theme));
        add(span.column, span.length, format);
    }
    if (m_problem && m_problem->length > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(m_theme.error);
        add(m_problem->column, m_problem->length, format);
    }
    setExtraSelections(parts);
}

int FilterEdit::xOf(std::size_t column) const
{
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(placeOf(text().toUtf8(), column)));
    return viewport()->mapTo(this, cursorRect(cursor).topLeft()).x();
}

std::size_t FilterEdit::cursorColumn() const
{
    return static_cast<std::size_t>(text().left(textCursor().position()).toUtf8().size());
}

bool FilterEdit::showsProposals() const
{
    return m_completer->popup()->isVisible();
}

void FilterEdit::complete(bool always)
{
    if (!m_facts) {
        return;
    }
    const auto facts = m_facts();
    const Completions found = completionsAt(text().toStdString(), cursorColumn(), *facts);
    const bool hasBegun = cursorColumn() > found.column;
    m_proposals->clear();
    for (const Completion& one : found.list) {
        const QString word = QString::fromStdString(one.text);
        const QString explained = hint(one, *facts);
        auto* item = new QStandardItem(
            explained.isEmpty() ? word : word.leftJustified(14) + QStringLiteral("  ") + explained);
        item->setData(word, kProposalRole);
        m_proposals->appendRow(item);
    }
    if (found.list.empty() || (!always && !hasBegun)) {
        m_completer->popup()->hide();
        return;
    }
    m_proposalColumn = found.column;
    m_proposalLength = found.length;
    QAbstractItemView* popup = m_completer->popup();
    const int wide = popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width()
        + 2 * popup->fontMetrics().averageCharWidth();
    const QRect place(xOf(found.column), 0, wide, height()); // below the line, not on it
    m_completer->complete(place);
    popup->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void FilterEdit::take(const QModelIndex& proposal)
{
    const QString word = proposal.data(kProposalRole).toString();
    const QByteArray utf8 = text().toUtf8();
    const auto end = placeOf(utf8, m_proposalColumn + m_proposalLength);
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(placeOf(utf8, m_proposalColumn)));
    cursor.setPosition(static_cast<int>(end), QTextCursor::KeepAnchor);
    const bool blankFollows = end < text().size() && text().at(end).isSpace();
    cursor.insertText(blankFollows ? word : word + u' ');
    setTextCursor(cursor);
}

// The history, where the words are gone through with Up and Down.
void FilterEdit::browse(int step)
{
    const qsizetype next = std::clamp<qsizetype>(m_browsed + step, -1, m_history.size() - 1);
    if (next == m_browsed) {
        return;
    }
    if (m_browsed < 0) {
        m_typed = text();
    }
    const QString line = next < 0 ? m_typed : m_history.at(next);
    setText(line);
    m_browsed = next;
}

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (showsProposals()
        && (isEnter || event->key() == Qt::Key_Tab || event->key() == Qt::Key_Escape
            || event->key() == Qt::Key_Backtab)) {
        event->ignore(); // the completer's
        return;
    }
    if (isEnter) {
        Q_EMIT entered();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
    } else if (event->key() == Qt::Key_Up) {
        browse(1);
    } else if (event->key() == Qt::Key_Down && m_browsed >= 0) {
        browse(-1);
    } else if (event->key() == Qt::Key_Down
        || (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)) {
        complete(true);
    } else {
        const QString before = text();
        QPlainTextEdit::keyPressEvent(event);
        if (text() != before) {
            m_browsed = -1;
            complete(false);
        } else if (showsProposals()) {
            m_completer->popup()->hide(); // the cursor is elsewhere now
        }
    }
}

// Tab takes a proposal, where there are some.
bool FilterEdit::focusNextPrevChild(bool next)
{
    if (!showsProposals()) {
        return QPlainTextEdit::focusNextPrevChild(next);
    }
    take(m_completer->popup()->currentIndex());
    m_completer->popup()->hide();
    return true;
}

void FilterEdit::insertFromMimeData(const QMimeData* source)
{
    const QString line = source->text().left(static_cast<qsizetype>(kLongestText)).simplified();
    insertPlainText(line);
}

void FilterEdit::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // one line does not scroll
}

void FilterEdit::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        m_browsed = -1;
    }
    QPlainTextEdit::focusOutEvent(event);
}

}
