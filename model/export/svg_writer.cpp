#include "model/export/svg_writer.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

// By Ink: those of the light theme, a little darker where they are text on white paper.
constexpr std::array<std::string_view, kInks> kColours {"none", "#ffffff", "#cdd3db", "#1c2330", "#5f6979",
    "#2563dc", "#e4ecfb", "#935d0d", "#fbf1de", "#c5293d", "#fae6e9", "#2f6fed", "#0d9488", "#7c4df0"};

constexpr double kEdge = 16; // px around everything

// Escaped, and without what XML 1.0 has no place for.
void escape(std::string& out, const QString& text)
{
    QString clean = text;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar c = clean[i];
        const bool pair = c.isHighSurrogate() && i + 1 < clean.size() && clean[i + 1].isLowSurrogate();
        if (pair) {
            ++i;
        } else if (c.isSurrogate() || c.unicode() < 0x20 || c.unicode() >= 0xfffe) {
            clean[i] = QChar(QChar::ReplacementCharacter);
        }
    }
    out += clean.toHtmlEscaped().toStdString();
}

class SvgWriter {
public:
    SvgWriter(const SequencePicture& picture, const SvgStyle& style) : m_picture(picture), m_style(style)
    {
        m_head = kEdge + (m_style.title.isEmpty() ? 0 : m_style.lineHeight * 2);
        m_body = m_head + m_style.lineHeight * 2.6;
    }

    double height() const
    {
        return m_body + m_picture.height + kEdge + (m_style.foot.isEmpty() ? 0 : m_style.lineHeight * 2);
    }

    std::string write()
    {
        begin();
        for (const PictureLine& line : m_picture.lives) {
            add(line);
        }
        for (const PictureBox& box : m_picture.bars) {
            add(box);
        }
        for (const PictureLine& line : m_picture.arrows) {
            add(line);
        }
        for (const PictureBox& box : m_picture.steps) {
            add(box);
        }
        for (const PictureLine& line : m_picture.marks) {
            add(line);
        }
        for (const PictureText& text : m_picture.texts) {
            addOnPaper(text);
        }
        end();
        return std::move(m_out);
    }

private:
    // With room for what is drawn around it: half a line's width, the head of an arrow.
    bool isWanted(double top, double bottom) const
    {
        constexpr double kAround = 10;
        return !m_style.part
            || (bottom + kAround >= m_style.part->top
                && top - kAround <= m_style.part->top + m_style.part->height);
    }
    bool isInBody(double top, double bottom) const { return isWanted(m_body + top, m_body + bottom); }

    void put(std::string_view text) { m_out += text; }
    void put(std::string_view name, double value)
    {
        m_out += ' ';
        m_out += name;
        m_out += "=\"";
        m_out += QByteArray::number(value, 'f', 1).toStdString();
        m_out += '"';
    }
    void put(std::string_view name, std::string_view value)
    {
        m_out += ' ';
        m_out += name;
        m_out += "=\"";
        m_out += value;
        m_out += '"';
    }

    void begin()
    {
        const double width = m_picture.width + 2 * kEdge;
        const SvgPart part = m_style.part.value_or(SvgPart {0, height()});
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "version=\"1.1\"");
        put("width", width);
        put("height", part.height);
        put(" viewBox=\"0 ");
        put(QByteArray::number(part.top, 'f', part.top > 0 ? 1 : 0).toStdString());
        put(" ");
        put(QByteArray::number(width, 'f', 1).toStdString());
        put(" ");
        put(QByteArray::number(part.height, 'f', 1).toStdString());
        put("\" role=\"img\"");
        put("font-family", m_style.families.toHtmlEscaped().toStdString());
        put("font-size", m_style.fontSize);
        put(">\n<title>");
        escape(m_out, m_style.title.isEmpty() ? QStringLiteral("Sockscope") : m_style.title);
        put("</title>\n<rect");
        put("width", width);
        put("height", height());
        put(" fill=\"#ffffff\"/>\n");
        if (isWanted(0, m_body)) {
            addHeading();
        }
        put("<g transform=\"matrix(1 0 0 1 ");
        put(QByteArray::number(kEdge, 'f', 1).toStdString());
        put(" ");
        put(QByteArray::number(m_body, 'f', 1).toStdString());
        put(")\">\n");
    }

    void addHeading()
    {
        if (!m_style.title.isEmpty()) {
            addText({{kEdge, kEdge + m_style.lineHeight}, m_style.title, Ink::Text, 0, true});
        }
        for (const SequencePicture::Lane& lane : m_picture.lanes) {
            for (const bool sub : {false, true}) {
                const QString& text = sub ? lane.subtitle : lane.title;
                if (text.isEmpty()) {
                    continue;
                }
                put("<text text-anchor=\"middle\"");
                put("x", lane.x + kEdge);
                put("y", m_head + m_style.lineHeight * (sub ? 1.9 : 0.9));
                put("fill", svgColour(sub ? Ink::Dim : Ink::Text));
                put(sub ? "" : " font-weight=\"bold\"");
                put(">");
                escape(m_out, text);
                put("</text>\n");
            }
        }
    }

    void add(const PictureLine& line)
    {
        if (!isInBody(std::min(line.from.y(), line.to.y()), std::max(line.from.y(), line.to.y()))) {
            return;
        }
        put("<line");
        put("x1", line.from.x());
        put("y1", line.from.y());
        put("x2", line.to.x());
        put("y2", line.to.y());
        put("stroke", svgColour(line.ink));
        put("stroke-width", line.width);
        if (line.stroke != Stroke::Solid) {
            put("stroke-dasharray", line.stroke == Stroke::Dashed ? "5 4" : "1.5 4");
            put(line.stroke == Stroke::Dotted ? " stroke-linecap=\"round\"" : "");
        }
        put("/>\n");
        if (line.pointed) {
            addHead(line);
        }
    }

    void addHead(const PictureLine& line)
    {
        put("<polygon points=\"");
        for (const QPointF& corner : arrowHead(line)) {
            put(QByteArray::number(corner.x(), 'f', 1).toStdString() + ','
                + QByteArray::number(corner.y(), 'f', 1).toStdString() + ' ');
        }
        put("\"");
        put("fill", svgColour(line.ink));
        put("/>\n");
    }

    void add(const PictureBox& box)
    {
        if (!isInBody(box.rect.top(), box.rect.bottom())) {
            return;
        }
        put("<rect");
        put("x", box.rect.x());
        put("y", box.rect.y());
        put("width", box.rect.width());
        put("height", box.rect.height());
        put("rx", box.radius);
        put("fill", svgColour(box.fill));
        put("stroke", svgColour(box.edge));
        if (box.dashed) {
            put("stroke-dasharray", "4 2.5");
        }
        put("/>\n");
    }

    void addOnPaper(const PictureText& text)
    {
        if (!isInBody(text.baseline.y() - m_style.fontSize, text.baseline.y() + m_style.fontSize)) {
            return;
        }
        put("<rect");
        put("x", text.baseline.x() - 2);
        put("y", text.baseline.y() - m_style.fontSize * 0.85);
        put("width", text.width + 4);
        put("height", m_style.fontSize * 1.05);
        put(" fill=\"#ffffff\"/>\n");
        addText(text);
    }

    void addText(const PictureText& text)
    {
        put("<text xml:space=\"preserve\"");
        put("x", text.baseline.x());
        put("y", text.baseline.y());
        if (text.width > 0) { // with another font too
            put("textLength", text.width);
            put(" lengthAdjust=\"spacingAndGlyphs\"");
        }
        put("fill", svgColour(text.ink));
        put(text.bold ? " font-weight=\"bold\"" : "");
        put(">");
        escape(m_out, text.text);
        put("</text>\n");
    }

    void end()
    {
        put("</g>\n");
        if (!m_style.foot.isEmpty() && isWanted(m_body + m_picture.height, height())) {
            addText(
                {{kEdge, m_body + m_picture.height + m_style.lineHeight * 1.5}, m_style.foot, Ink::Dim, 0});
        }
        put("</svg>\n");
    }

    const SequencePicture& m_picture;
    const SvgStyle& m_style;
    double m_head = 0;
    double m_body = 0;
    std::string m_out;
};

}

std::string_view svgColour(Ink ink)
{
    return kColours[static_cast<std::size_t>(ink)];
}

double svgHeight(const SequencePicture& picture, const SvgStyle& style)
{
    return SvgWriter(picture, style).height();
}

std::string svgOf(const SequencePicture& picture, const SvgStyle& style)
{
    return SvgWriter(picture, style).write();
}

}
