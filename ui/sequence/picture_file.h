// A sequence as a file for a slide or a page: SVG, PNG at twice the size, PDF with as many pages as it needs.
// All three are the one picture that model/export/svg_writer.h writes, on white paper.
//
// Threads: the window's. Drawing takes some ms; printing takes up to seconds: picture_printer.h does it sheet
// by sheet.
#pragma once

#include <QByteArray>
#include <QString>
#include <string>
#include <vector>

#include "model/export/svg_writer.h"
#include "model/sequence/sequence_picture.h"

namespace ui {

enum class PictureForm : quint8 { Svg, Png, Pdf };

// All that printing needs.
struct DrawnPicture {
    PictureForm form = PictureForm::Svg;
    std::vector<std::string> sheets; // SVG; of a PDF its pages, of a PNG strips, from above
    QString title;
};

struct PictureFile {
    static constexpr double kWidth = 960; // px of a sheet: a slide's

    const model::EventStore& store;
    const model::SequenceAxis& axis;
    const model::SocketGraph& graph;
    const model::RowFacts& facts;
    const model::SequenceWords& words;
    model::SequenceBy by = model::SequenceBy::Socket;
    model::Row known = 0;
    std::uint64_t firstUnit = 0; // of the axis
    std::uint64_t endUnit = 0;
    netcore::SocketId pinned = netcore::kNoSocket;
    std::uint64_t now = 0; // ns: what clocks show
    QString family {}; // of a font that is here, of fixed pitch
    QString title {};

    // What has no room is left out, and the picture says so: SVG has at most 2,000 rows, PNG 300, PDF 200
    // pages.
    DrawnPicture drawn(PictureForm form) const;
    static QString suffix(PictureForm form); // "svg"

private:
    struct Sheet {
        std::uint64_t first; // units
        std::uint64_t end;
        QString foot;
    };
    std::vector<Sheet> sheets(std::uint64_t mostRows, std::uint64_t mostSheets) const;
    model::SequencePicture pictureOf(const Sheet& sheet, model::SequenceScenes& scenes) const;
    model::SvgStyle styleOf(const Sheet& sheet, const QString& families) const;
};

}
