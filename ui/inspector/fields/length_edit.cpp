#include "ui/inspector/fields/length_edit.h"

#include "ui/inspector/fields/constant_edit.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

LengthEdit::LengthEdit(const QString& name, QWidget* parent) : QLineEdit(parent)
{
    setObjectName(name);
    setAccessibleName(name.section(u'-', -1));
    setAlignment(Qt::AlignRight);
    setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("00000")) + 22);
    setHint(*this,
        tr("%1, in bytes: follows what is typed. Another number is passed as it "
           "is; an empty field follows again.")
            .arg(accessibleName()));
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) { m_typed = !text.isEmpty(); });
    connect(this, &QLineEdit::textChanged, this, [this] { markWrong(*this, !value()); });
    setText(QStringLiteral("0"));
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
