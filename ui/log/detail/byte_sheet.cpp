#include "ui/log/detail/byte_sheet.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "ui/access/accessible_role.h"
#include "ui/focus_mark.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr int kMostLines = 12; // before it scrolls
constexpr int kPadding = 6;
constexpr int kOffsetDigits = 6;
constexpr int kGap = 2; // characters between offset, hex and text

QString offsetText(std::size_t offset)
{
    return QStringLiteral("%1").arg(offset, kOffsetDigits, 16, QLatin1Char('0'));
}

}

ByteSheet::ByteSheet(QWidget* parent) : QAbstractScrollArea(parent), m_theme(Theme::light())
{
    installRole<ByteSheet, QAccessible::Document>();
    setObjectName(QStringLiteral("byteSheet"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setLook(m_theme, monospaceFont(font()));
}

void ByteSheet::setLook(const Theme& theme, const QFont& monospace)
{
    QFont small = monospace;
    small.setPointSizeF(monospace.pointSizeF() * 0.9);
    m_theme = theme;
    m_glyphs = std::make_unique<GlyphText>(small);
    m_lineHeight = static_cast<int>(std::ceil(m_glyphs->height() * 1.15));
    layOut();
}

void ByteSheet::show(std::span<const std::byte> bytes)
{
    m_bytes = bytes;
    verticalScrollBar()->setValue(0);
    setAccessibleName(tr("The bytes of the row: %1").arg(words::bytes(static_cast<qint64>(bytes.size()))));
    setAccessibleDescription(bytes.empty() ? QString() : model::dumpText(line(0)));
    layOut();
    updateGeometry();
}

std::size_t ByteSheet::lines() const
{
    const auto perLine = static_cast<std::size_t>(m_perLine);
    return (m_bytes.size() + perLine - 1) / perLine;
}

std::span<const std::byte> ByteSheet::line(std::size_t line) const
{
    const auto perLine = static_cast<std::size_t>(m_perLine);
    const std::size_t first = std::min(m_bytes.size(), line * perLine);
    return m_bytes.subspan(first, std::min(perLine, m_bytes.size() - first));
}

QString ByteSheet::lineText(std::size_t number) const
{
    return offsetText(number * static_cast<std::size_t>(m_perLine)) + QStringLiteral("  ")
        + model::dumpPairs(line(number), m_perLine) + QStringLiteral("  ") + model::dumpText(line(number));
}

void ByteSheet::layOut()
{
    const auto characters = static_cast<int>((viewport()->width() - 2 * kPadding) / m_glyphs->advance());
    // Offset, three for each pair (and one between groups of eight), one for its text.
    const auto needs = [](int bytes) { return kOffsetDigits + 2 * kGap + 3 * bytes + bytes / 8 + bytes; };
    m_perLine = needs(16) <= characters ? 16 : 8;
    const int rows = rowsShown();
    verticalScrollBar()->setPageStep(rows);
    verticalScrollBar()->setRange(0,
        static_cast<int>(std::min<std::size_t>(lines() - std::min(lines(), std::size_t(rows)), 1U << 30U)));
    viewport()->update();
}

int ByteSheet::rowsShown() const
{
    return std::max(1, (viewport()->height() - 2 * kPadding) / m_lineHeight);
}

QSize ByteSheet::sizeHint() const
{
    const auto rows = static_cast<int>(std::clamp<std::size_t>(lines(), 1, kMostLines));
    return {320, rows * m_lineHeight + 2 * kPadding};
}

void ByteSheet::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    const int before = m_perLine;
    layOut();
    if (before != m_perLine) {
        updateGeometry();
    }
}

void ByteSheet::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.field);
    painter.drawRoundedRect(viewport()->rect(), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto first = static_cast<std::size_t>(verticalScrollBar()->value());
    const std::size_t end = std::min(lines(), first + static_cast<std::size_t>(rowsShown()) + 1);
    qreal baseline = kPadding + m_glyphs->ascent();
    for (std::size_t i = first; i < end; ++i, baseline += m_lineHeight) {
        qreal x = kPadding;
        const auto put = [&](const QString& text, const QColor& colour) {
            m_glyphs->add({x, baseline}, text, colour, viewport()->width() - x);
            x += m_glyphs->advance() * static_cast<qreal>(text.size() + kGap);
        };
        put(offsetText(i * static_cast<std::size_t>(m_perLine)), m_theme.dim);
        put(model::dumpPairs(line(i), m_perLine), m_theme.text);
        put(model::dumpText(line(i)), m_theme.accent);
    }
    m_glyphs->draw(painter);
    if (hasFocus()) {
        paintFocusFrame(painter, viewport()->rect(), m_theme);
    }
}

void ByteSheet::copy(model::ByteForm form) const
{
    QGuiApplication::clipboard()->setText(model::inForm(m_bytes, form));
}

void ByteSheet::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, model::ByteForm form) {
        menu->addAction(text, this, [this, form] { copy(form); });
    };
    add(tr("Copy as text"), model::ByteForm::Text);
    add(tr("Copy as hex"), model::ByteForm::Hex);
    add(tr("Copy with escapes"), model::ByteForm::Escaped);
    add(tr("Copy as C array"), model::ByteForm::CArray);
    add(tr("Copy as hex dump"), model::ByteForm::Dump);
    menu->popup(event->globalPos());
}

void ByteSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(model::ByteForm::Dump);
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

}
