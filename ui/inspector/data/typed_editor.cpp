// TypedEditor: text with escapes, or hexadecimal.

#include <QComboBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPlainTextEdit>

#include "model/text/escapes.h"
#include "model/text/hex_text.h"
#include "ui/inspector/data/payload_editor.h"
#include "ui/parts.h"

namespace ui {

using model::TextProblem;
using Parsed = netcore::Outcome<QByteArray, TextProblem>;

namespace {

Parsed parsed(const QString& text, bool hex)
{
    return hex ? model::parseHex(text, kLargestPayload) : model::parseEscaped(text);
}

QByteArray bytesOf(LineEnd end)
{
    switch (end) {
    case LineEnd::Lf:
        return "\n";
    case LineEnd::CrLf:
        return "\r\n";
    case LineEnd::None:
        break;
    }
    return {};
}

}

TypedEditor::TypedEditor(Workbench& workbench, bool hex, QWidget* parent)
    : PayloadEditor(parent), m_workbench(workbench), m_hex(hex), m_text(new QPlainTextEdit(this))
{
    m_text->setObjectName(hex ? QStringLiteral("composeHex") : QStringLiteral("composeText"));
    m_text->setAccessibleName(hex ? tr("Bytes to send, in hexadecimal") : tr("Text to send"));
    m_text->setPlaceholderText(hex ? tr("68 65 6c 6c 6f, or a pasted dump") : tr("text; \\n \\x00 as in C"));
    m_text->setTabChangesFocus(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_text);
    if (!hex) {
        m_text->setPlainText(QStringLiteral("hello"));
        m_lineEnd = new QComboBox(this);
        m_lineEnd->setObjectName(QStringLiteral("lineEnd"));
        m_lineEnd->setAccessibleName(tr("What is added at the end"));
        m_lineEnd->addItem(tr("nothing added"));
        m_lineEnd->addItem(tr("ends with \\n"));
        m_lineEnd->addItem(tr("ends with \\r\\n"));
        column->addWidget(m_lineEnd);
        connect(m_lineEnd, &QComboBox::currentIndexChanged, this, &PayloadEditor::changed);
    }
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        markProblem();
        Q_EMIT changed();
    });
    connect(&workbench, &Workbench::themeChanged, this, &TypedEditor::restyle);
    restyle();
}

void TypedEditor::restyle()
{
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.92);
    m_text->setFont(code);
    m_text->setFixedHeight(QFontMetrics(code).lineSpacing() * 3 + 18);
    markProblem();
}

// The characters that are not understood, marked where they stand.
void TypedEditor::markProblem()
{
    const Parsed read = parsed(m_text->toPlainText(), m_hex);
    setLook(*m_text, "wrong", !read.ok());
    QList<QTextEdit::ExtraSelection> marks;
    if (!read.ok()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document());
        mark.cursor.setPosition(static_cast<int>(read.problem().position));
        mark.cursor.setPosition(
            static_cast<int>(read.problem().position + read.problem().length), QTextCursor::KeepAnchor);
        mark.format.setBackground(m_workbench.theme().errorSoft);
        mark.format.setForeground(m_workbench.theme().error);
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

Payload TypedEditor::payload() const
{
    using Reason = TextProblem::Reason;
    const Parsed read = parsed(m_text->toPlainText(), m_hex);
    if (read.ok()) {
        const auto end
            = m_lineEnd != nullptr ? static_cast<LineEnd>(m_lineEnd->currentIndex()) : LineEnd::None;
        return {read.value() + bytesOf(end), {}};
    }
    const qsizetype place = read.problem().position + 1;
    switch (read.problem().reason) {
    case Reason::NotHex:
        return {{}, tr("Character %1 is no hexadecimal digit.").arg(place)};
    case Reason::TooLong:
        return {{}, tr("That is more than can be sent from here in one call.")};
    case Reason::UnknownEscape:
    case Reason::UnfinishedEscape:
    case Reason::HexEscapeTooShort:
        break;
    }
    return {{},
        tr("Character %1: after a backslash comes n, r, t, 0, \\, \" or x with two hexadecimal digits.")
            .arg(place)};
}

std::optional<SavedMessage> TypedEditor::message() const
{
    const QString content = m_text->toPlainText();
    if (content.isEmpty() || content.size() > kLongestSavedMessage) {
        return std::nullopt;
    }
    return SavedMessage {m_hex, content,
        m_lineEnd != nullptr ? static_cast<LineEnd>(m_lineEnd->currentIndex()) : LineEnd::None};
}

void TypedEditor::setMessage(const SavedMessage& message)
{
    m_text->setPlainText(message.content);
    if (m_lineEnd != nullptr) {
        m_lineEnd->setCurrentIndex(static_cast<int>(message.lineEnd));
    }
}

}
