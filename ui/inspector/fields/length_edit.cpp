#include "ui/inspector/fields/length_edit.h"

#include <algorithm>

#include "ui/inspector/fields/constant_edit.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

LengthEdit::LengthEdit(const QString& name, QWidget* parent) : QLineEdit(parent)
{
    setObjectName(name);
    setAccessibleName(name.section(u'-', -1));
    setAlignment(Qt::AlignRight);
    setHint(*this,
        tr("%1, in bytes: follows what is typed. Another number is passed as it "
           "is; an empty field follows again.")
            .arg(accessibleName()));
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) { m_typed = !text.isEmpty(); });
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        markWrong(*this, !value());
        takeRoom(text);
    });
    setText(QStringLiteral("0"));
}

// No more than its number needs: the room belongs to what it is the length of.
void LengthEdit::takeRoom(const QString& text)
{
    const auto digits = std::max<qsizetype>(text.size(), 2);
    setFixedWidth(fontMetrics().horizontalAdvance(QString(digits, u'0')) + 22);
}

void LengthEdit::follow(qint64 length)
{
    m_followed = length;
    if (!m_typed && !hasFocus()) {
        setText(QString::number(length));
    }
}

std::optional<qint64> LengthEdit::value() const
{
    if (!m_typed) {
        return m_followed;
    }
    bool ok = false;
    const QString typed = text().trimmed();
    const qint64 number = typed.toLongLong(&ok, typed.startsWith(u"0x", Qt::CaseInsensitive) ? 16 : 10);
    return ok ? std::optional(number) : std::nullopt;
}

}
