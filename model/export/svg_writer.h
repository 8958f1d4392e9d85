// A sequence picture as SVG 1.1: lines, boxes and text with plain attributes, which everything draws
// (browsers, office programs, Qt's own renderer); no script, no style sheet, no reference to anything
// outside.
#pragma once

#include <optional>
#include <string>

#include "model/sequence/sequence_picture.h"

namespace model {

// A strip of the picture, across its whole width: what is not in it is left out.
struct SvgPart {
    double top = 0; // px
    double height = 0;
};

struct SvgStyle {
    // For `font-family`. Where none of them is there each text is fitted into its width all the same.
    QString families = QStringLiteral("'JetBrains Mono', 'DejaVu Sans Mono', 'Liberation Mono', Menlo, "
                                      "Consolas, 'Courier New', monospace");
    double fontSize = 12; // px
    QString title; // at the top, and for who reads it aloud; empty: none
    QString foot; // below; empty: none
    double lineHeight = 16; // px
    std::optional<SvgPart> part {}; // nothing: all of it
};

// "#2f6fed"; of Ink::None "none".
std::string_view svgColour(Ink ink);
// Of all of it, in px.
double svgHeight(const SequencePicture& picture, const SvgStyle& style);
// On white. UTF-8.
std::string svgOf(const SequencePicture& picture, const SvgStyle& style);

}
