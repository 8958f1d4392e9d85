#include "ui/palette/palette_button.h"

#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

PaletteButton::PaletteButton(QWidget* parent)
    : QPushButton(parent), m_words(tr("Search or run a command   Ctrl+K")), m_key(tr("Ctrl+K"))
{
    setObjectName(QStringLiteral("paletteButton"));
    setText(m_key);
    setAccessibleName(tr("Search or run a command"));
    setHint(*this, tr("Everything that can be done here, by name (Ctrl+K)"));
}

// The style sheet's padding and border are in the size of what is shown now.
QSize PaletteButton::sizeFor(const QString& text) const
{
    const QSize now = QPushButton::sizeHint();
    const int others = now.width() - fontMetrics().horizontalAdvance(this->text());
    return {fontMetrics().horizontalAdvance(text) + others, now.height()};
}

QSize PaletteButton::sizeHint() const
{
    return sizeFor(m_words);
}

QSize PaletteButton::minimumSizeHint() const
{
    return sizeFor(m_key);
}

void PaletteButton::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    setText(width() >= sizeFor(m_words).width() ? m_words : m_key);
}

}
