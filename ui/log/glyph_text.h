// Much small text in one font of fixed pitch: collected over a frame, and drawn as one run of glyphs for
// each colour. A glyph is looked up once, nothing is shaped. What the font has no glyph for (a note in
// Japanese) is drawn the ordinary way, in the same place.
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QList>
#include <QPointF>
#include <QRawFont>
#include <QString>
#include <vector>

class QPainter;

namespace ui {

class GlyphText {
public:
    explicit GlyphText(const QFont& font);

    qreal advance() const { return m_advance; }
    qreal height() const { return m_ascent + m_descent; }
    qreal ascent() const { return m_ascent; }
    qreal widthOf(QStringView text) const;

    // What does not fit into the width ends in three dots. Returns the width that was used.
    qreal add(QPointF baseline, QStringView text, const QColor& colour, qreal width);
    void addAtRight(QPointF baselineEnd, QStringView text, const QColor& colour, qreal width);
    // Draws all and forgets it.
    void draw(QPainter& painter);

private:
    struct Run {
        QRgb colour;
        QList<quint32> glyphs;
        QList<QPointF> places;
    };
    struct Strange { // not in the font
        QPointF baseline;
        QString text;
        QRgb colour;
        qreal width;
    };

    quint32 glyphOf(QChar character) const; // 0: none
    bool isPlain(QStringView text) const;
    Run& runOf(QRgb colour);
    void drawStrange(QPainter& painter, const Strange& strange) const;

    QFont m_font;
    QRawFont m_rawFont;
    qreal m_advance = 0;
    qreal m_ascent = 0;
    qreal m_descent = 0;
    bool m_fixedPitch = false;
    mutable QHash<char16_t, quint32> m_glyphs;
    std::array<quint32, 128> m_ascii {};
    std::vector<Run> m_runs;
    std::vector<Strange> m_strange;
};

}
