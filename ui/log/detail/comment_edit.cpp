#include "ui/log/detail/comment_edit.h"

#include <QKeyEvent>
#include <algorithm>

#include "model/annotations.h"

namespace ui {

namespace {

constexpr int kMostLines = 5;

bool keepsIt(const QKeyEvent& event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && (event.modifiers() & Qt::ControlModifier) != 0;
}

}

CommentEdit::CommentEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("commentEdit"));
    setAccessibleName(tr("Comment on this row"));
    setPlaceholderText(tr("Comment on this row (Ctrl+Return: done)"));
    setToolTip(tr("Ctrl+Return keeps it, Esc takes it back"));
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { updateGeometry(); });
}

void CommentEdit::show(const QString& comment)
{
    if (comment != m_comment || toPlainText() != comment) {
        m_comment = comment;
        setPlainText(comment);
    }
}

QSize CommentEdit::sizeHint() const
{
    const int lines = std::clamp(blockCount(), 1, kMostLines);
    return {240, lines * fontMetrics().lineSpacing() + fontMetrics().height() * 3 / 2};
}

void CommentEdit::keep()
{
    const QString comment = toPlainText().trimmed().left(model::Annotations::kLongestComment);
    if (comment != m_comment) {
        m_comment = comment;
        Q_EMIT kept(comment);
    }
}

bool CommentEdit::event(QEvent* event)
{
    // While it has the focus these keys are its own, not the window's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.key() == Qt::Key_Escape || keepsIt(key)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void CommentEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        setPlainText(m_comment);
        Q_EMIT left();
    } else if (keepsIt(*event)) {
        keep();
        Q_EMIT left();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void CommentEdit::focusOutEvent(QFocusEvent* event)
{
    keep();
    QPlainTextEdit::focusOutEvent(event);
}

}
