// SequenceView: what is seen.

#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "ui/focus_mark.h"
#include "ui/sequence/sequence_view.h"
#include "ui/words.h"

namespace ui {

using model::Ink;

QColor SequenceView::colourOf(Ink ink) const
{
    const Theme& theme = m_workbench.theme();
    switch (ink) {
    case Ink::None:
        return Qt::transparent;
    case Ink::Paper:
        return theme.panel;
    case Ink::Faint:
        return theme.dark ? theme.line.lighter(140) : theme.line.darker(106);
    case Ink::Text:
        return theme.text;
    case Ink::Dim:
        return theme.dim;
    case Ink::Accent:
        return theme.accent;
    case Ink::AccentSoft:
        return theme.accentSoft;
    case Ink::Waiting:
        return theme.waiting;
    case Ink::WaitingSoft:
        return theme.waitingSoft;
    case Ink::Error:
        return theme.error;
    case Ink::ErrorSoft:
        return theme.errorSoft;
    case Ink::Ipv4:
        return theme.ipv4;
    case Ink::Ipv6:
        return theme.ipv6;
    case Ink::Unix:
        break;
    }
    return theme.unixDomain;
}

void SequenceView::paintEvent(QPaintEvent*)
{
    make();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_workbench.theme().panel);
    if (shownRows() == 0) {
        painter.setPen(m_workbench.theme().dim);
        painter.drawText(viewport()->rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Life lines appear here as sockets make calls: who connects to whom, which recv() takes the "
               "bytes of which send(), and who sleeps meanwhile."));
    } else {
        painter.save();
        painter.setClipRect(viewport()->rect().adjusted(0, headerHeight(), 0, 0));
        painter.translate(0, headerHeight());
        paintBands(painter);
        painter.translate(-horizontalScrollBar()->value(), 0);
        painter.setRenderHint(QPainter::Antialiasing);
        paintShapes(painter);
        paintTexts(painter);
        painter.restore();
        paintHeader(painter);
    }
    if (hasFocus()) {
        paintFocusFrame(painter, viewport()->rect(), m_workbench.theme());
    }
}

// The chosen row, and the hits of a search.
void SequenceView::paintBands(QPainter& painter)
{
    const Theme& theme = m_workbench.theme();
    m_bands.clear();
    for (const model::SequencePicture::Place& place : m_picture.places) {
        const bool isHit = m_hits != nullptr && m_hits->indexOf(place.row) < m_hits->size()
            && m_hits->at(m_hits->indexOf(place.row)) == place.row;
        const bool isCurrent = m_current == place.row;
        if (!isHit && !isCurrent) {
            continue;
        }
        const QColor colour = isCurrent ? theme.accentSoft : theme.waitingSoft;
        const QRectF band(0, place.at.y() - m_rowHeight / 2, viewport()->width(), m_rowHeight);
        painter.fillRect(band, colour);
        if (isCurrent) { // not by colour alone
            painter.fillRect(QRectF(0, band.top(), 3, band.height()), theme.accent);
        }
        m_bands.push_back({place.at.y(), colour});
    }
}

QColor SequenceView::paperAt(double y) const
{
    const auto band = std::ranges::find_if(
        m_bands, [&](const Band& one) { return std::abs(one.y - y) <= m_rowHeight / 2; });
    return band == m_bands.end() ? m_workbench.theme().panel : band->colour;
}

void SequenceView::paint(QPainter& painter, const model::PictureLine& line)
{
    QPen pen(colourOf(line.ink), line.width);
    pen.setCapStyle(line.stroke == model::Stroke::Dotted ? Qt::RoundCap : Qt::FlatCap);
    if (line.stroke != model::Stroke::Solid) {
        const bool dotted = line.stroke == model::Stroke::Dotted;
        pen.setDashPattern(dotted ? QList<qreal> {0.1, 2.8} : QList<qreal> {4, 3});
    }
    painter.setPen(pen);
    painter.drawLine(line.from, line.to);
    if (line.pointed) {
        const auto head = model::arrowHead(line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(line.ink));
        painter.drawPolygon(head.data(), static_cast<int>(head.size()));
    }
}

void SequenceView::paint(QPainter& painter, const model::PictureBox& box)
{
    QPen pen(colourOf(box.edge), 1.2);
    if (box.dashed) {
        pen.setDashPattern({3.2, 2.2});
    }
    painter.setPen(box.edge == Ink::None ? QPen(Qt::NoPen) : pen);
    painter.setBrush(colourOf(box.fill));
    painter.drawRoundedRect(box.rect, box.radius, box.radius);
}

void SequenceView::paintShapes(QPainter& painter)
{
    for (const model::PictureLine& line : m_picture.lives) {
        paint(painter, line);
    }
    for (const model::PictureBox& box : m_picture.bars) {
        paint(painter, box);
    }
    for (const model::PictureLine& line : m_picture.arrows) {
        paint(painter, line);
    }
    for (const model::PictureBox& box : m_picture.steps) {
        paint(painter, box);
    }
    for (const model::PictureLine& line : m_picture.marks) {
        paint(painter, line);
    }
}

void SequenceView::paintTexts(QPainter& painter)
{
    for (const model::PictureText& text : m_picture.texts) {
        const QRectF paper(text.baseline.x() - 2, text.baseline.y() - m_glyphs->ascent() * 0.85,
            text.width + 4, m_glyphs->ascent() * 1.05);
        painter.fillRect(paper, paperAt(text.baseline.y() - m_glyphs->ascent() / 2));
        m_glyphs->add(text.baseline, text.text, colourOf(text.ink), text.width + 0.5);
    }
    m_glyphs->draw(painter);
}

void SequenceView::paintHeader(QPainter& painter)
{
    const Theme& theme = m_workbench.theme();
    for (std::size_t i = 0; i < m_picture.lanes.size(); ++i) {
        const model::SequencePicture::Lane& lane = m_picture.lanes[i];
        const QRectF place = laneRect(i);
        const bool chosen
            = lane.key.socket != netcore::kNoSocket && lane.key.socket == m_workbench.selected();
        if (chosen) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme.accent, 1));
            painter.setBrush(theme.accentSoft);
            painter.drawRoundedRect(place.adjusted(0.5, 1.5, -0.5, -2.5), 5, 5);
        }
        const auto add = [&](GlyphText& glyphs, const QString& text, const QColor& colour, double baseline) {
            const double width = std::min(glyphs.widthOf(text), place.width() - 6);
            glyphs.add({place.center().x() - width / 2, baseline}, text, colour, width + 0.5);
        };
        add(*m_bold, lane.title, theme.text, m_glyphs->height() * 0.2 + m_glyphs->ascent());
        add(*m_glyphs, lane.subtitle, theme.dim, m_glyphs->height() * 1.2 + m_glyphs->ascent());
    }
    m_bold->draw(painter);
    m_glyphs->draw(painter);
    painter.fillRect(QRect(0, headerHeight() - 1, viewport()->width(), 1), theme.line);
}

QRect SequenceView::laneRect(std::size_t lane) const
{
    const double x = m_picture.lanes[lane].x - horizontalScrollBar()->value();
    const double text = std::max(
        m_glyphs->widthOf(m_picture.lanes[lane].title), m_glyphs->widthOf(m_picture.lanes[lane].subtitle));
    const double width = std::min(m_picture.laneWidth, text + 2 * m_glyphs->advance());
    return QRectF(x - width / 2, 0, width, headerHeight()).toAlignedRect();
}

}
