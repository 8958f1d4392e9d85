#include "ui/log/glyph_text.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr QChar kDots(u'…');
constexpr qsizetype kMostStrange = 400; // characters that are shaped; a thousand accents on a letter are not

}

GlyphText::GlyphText(const QFont& font) : m_font(font), m_rawFont(QRawFont::fromFont(font))
{
    const QFontMetricsF metrics(font);
    // Over many: where glyphs stand on fractions of a pixel, one is rounded.
    m_advance = metrics.horizontalAdvance(QString(100, u'0')) / 100;
    m_ascent = metrics.ascent();
    m_descent = metrics.descent();
    m_fixedPitch = qFuzzyCompare(metrics.horizontalAdvance(u'i'), metrics.horizontalAdvance(u'M'));
    for (std::size_t c = u' '; c < m_ascii.size(); ++c) {
        m_ascii[c] = m_rawFont.glyphIndexesForString(QString(QChar(static_cast<char16_t>(c)))).value(0);
    }
}

quint32 GlyphText::glyphOf(QChar character) const
{
    const char16_t code = character.unicode();
    if (code < m_ascii.size()) {
        return m_ascii[code];
    }
    if (const auto known = m_glyphs.constFind(code); known != m_glyphs.cend()) {
        return *known;
    }
    // Letters that join, stack or run to the left need to be shaped.
    const bool stands = !character.isSurrogate() && character.script() <= QChar::Script_Cyrillic
        && !character.isMark() && character.direction() != QChar::DirR;
    const QList<quint32> glyphs
        = stands ? m_rawFont.glyphIndexesForString(QString(character)) : QList<quint32>();
    const bool fits = glyphs.size() == 1 && glyphs.first() != 0
        && std::abs(m_rawFont.advancesForGlyphIndexes(glyphs).value(0).x() - m_advance) < 1;
    return *m_glyphs.insert(code, fits ? glyphs.first() : 0);
}

bool GlyphText::isPlain(QStringView text) const
{
    return m_fixedPitch
        && std::all_of(text.begin(), text.end(), [this](QChar character) { return glyphOf(character) != 0; });
}

qreal GlyphText::widthOf(QStringView text) const
{
    if (isPlain(text)) {
        return static_cast<qreal>(text.size()) * m_advance;
    }
    return QFontMetricsF(m_font).horizontalAdvance(text.left(kMostStrange).toString());
}

GlyphText::Run& GlyphText::runOf(QRgb colour)
{
    const auto run = std::ranges::find(m_runs, colour, &Run::colour);
    return run != m_runs.end() ? *run : m_runs.emplace_back(Run {colour, {}, {}});
}

qreal GlyphText::add(QPointF baseline, QStringView text, const QColor& colour, qreal width)
{
    const auto room = static_cast<qsizetype>(std::max(0.0, (width + 0.5) / m_advance));
    const QStringView most = text.left(std::max(room, kMostStrange));
    if (!isPlain(most)) {
        m_strange.push_back({baseline, most.left(kMostStrange).toString(), colour.rgba(), width});
        return std::min(width, widthOf(m_strange.back().text));
    }
    Run& run = runOf(colour.rgba());
    const bool fits = text.size() <= room;
    const qsizetype shown = fits ? text.size() : std::max<qsizetype>(room - 1, 0);
    QPointF place = baseline;
    const auto put = [&](QChar character) {
        if (character != u' ') {
            run.glyphs.append(glyphOf(character));
            run.places.append(place);
        }
        place.rx() += m_advance;
    };
    for (const QChar character : text.left(shown)) {
        put(character);
    }
    if (!fits && room > 0) {
        put(kDots);
    }
    return place.x() - baseline.x();
}

void GlyphText::addAtRight(QPointF baselineEnd, QStringView text, const QColor& colour, qreal width)
{
    const qreal used = std::min(width, widthOf(text));
    add({baselineEnd.x() - used, baselineEnd.y()}, text, colour, used);
}

void GlyphText::draw(QPainter& painter)
{
    QGlyphRun glyphs;
    glyphs.setRawFont(m_rawFont);
    for (Run& run : m_runs) {
        glyphs.setRawData(
            run.glyphs.constData(), run.places.constData(), static_cast<int>(run.glyphs.size()));
        painter.setPen(QColor::fromRgba(run.colour));
        painter.drawGlyphRun({0, 0}, glyphs);
        run.glyphs.clear();
        run.places.clear();
    }
    painter.setFont(m_font);
    for (const Strange& strange : m_strange) {
        drawStrange(painter, strange);
    }
    m_strange.clear();
}

void GlyphText::drawStrange(QPainter& painter, const Strange& strange) const
{
    // Accents may pile up as they like: nothing leaves the cell.
    const QRectF cell(strange.baseline.x(), strange.baseline.y() - m_ascent, strange.width, height());
    painter.save();
    painter.setClipRect(cell, Qt::IntersectClip);
    painter.setPen(QColor::fromRgba(strange.colour));
    const QString text
        = QFontMetricsF(m_font).elidedText(strange.text, Qt::ElideRight, strange.width, Qt::TextSingleLine);
    painter.drawText(
        cell, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextForceLeftToRight, text);
    painter.restore();
}

}
