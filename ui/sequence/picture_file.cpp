#include "ui/sequence/picture_file.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/words.h"

namespace ui {

using model::SequenceAxis;

namespace {

constexpr std::uint64_t kMostSvgRows = 2'000;
constexpr std::uint64_t kMostPngRows = 300; // at twice the size some 15,000 pixels high
constexpr double kStripHeight = 240; // px: drawn in some ms
constexpr std::uint64_t kPageRows = 24; // of a page of A4, across
constexpr std::uint64_t kMostPages = 200;

QString tr(const char* text)
{
    return QCoreApplication::translate("SequenceView", text);
}

}

QString PictureFile::suffix(PictureForm form)
{
    switch (form) {
    case PictureForm::Svg:
        return QStringLiteral("svg");
    case PictureForm::Png:
        return QStringLiteral("png");
    case PictureForm::Pdf:
        break;
    }
    return QStringLiteral("pdf");
}

DrawnPicture PictureFile::drawn(PictureForm form) const
{
    const bool isPdf = form == PictureForm::Pdf;
    const std::uint64_t rows = isPdf ? kPageRows : form == PictureForm::Png ? kMostPngRows : kMostSvgRows;
    model::SequenceScenes scenes(store, facts);
    DrawnPicture picture {form, {}, title};
    for (const Sheet& sheet : sheets(rows, isPdf ? kMostPages : 1)) {
        const model::SequencePicture its = pictureOf(sheet, scenes);
        model::SvgStyle style
            = styleOf(sheet, form == PictureForm::Svg ? model::SvgStyle().families : family);
        if (form != PictureForm::Png) {
            picture.sheets.push_back(svgOf(its, style));
            continue;
        }
        const double height = std::floor(svgHeight(its, style));
        for (double top = 0; top < height; top += kStripHeight) {
            style.part = model::SvgPart {top, std::min(kStripHeight, height - top)};
            picture.sheets.push_back(svgOf(its, style));
        }
    }
    return picture;
}

std::vector<PictureFile::Sheet> PictureFile::sheets(std::uint64_t mostRows, std::uint64_t mostSheets) const
{
    const std::uint64_t first = axis.indexAt(firstUnit);
    const std::uint64_t end = std::max(first, axis.indexAt(endUnit));
    const std::uint64_t wanted = std::max<std::uint64_t>((end - first + mostRows - 1) / mostRows, 1);
    const std::uint64_t count = std::min(wanted, mostSheets);
    const std::uint64_t last = std::min(end, first + count * mostRows);
    std::vector<Sheet> sheets;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t from = first + i * mostRows;
        const std::uint64_t to = std::min(last, from + mostRows);
        QString foot = count > 1 ? QStringLiteral("%1 / %2").arg(i + 1).arg(count) : QString();
        if (i + 1 == count && last < end) {
            foot += (foot.isEmpty() ? QString() : QStringLiteral("   "))
                + tr("%1 more events are not in this picture.").arg(words::count(end - last));
        }
        // With the silence before its first row; the next sheet has the one before its own.
        const std::uint64_t silence = axis.silenceBefore(from) > 0 ? SequenceAxis::kSilenceUnits : 0;
        sheets.push_back({axis.unitOf(from) - silence, axis.unitOf(to), foot});
    }
    return sheets;
}

model::SequencePicture PictureFile::pictureOf(const Sheet& sheet, model::SequenceScenes& scenes) const
{
    model::SceneWish wish;
    wish.by = by;
    wish.firstUnit = sheet.first;
    wish.endUnit = sheet.end;
    wish.known = known;
    wish.pinned = pinned;
    // The same life lines on all sheets.
    wish.around
        = (std::min(endUnit, axis.units()) - std::min(firstUnit, axis.units())) / SequenceAxis::kRowUnits;
    wish.around = std::min(wish.around, kMostPages * kPageRows);
    wish.mostCounted = ~model::Row {0};
    model::PictureStyle style;
    style.width = PictureFile::kWidth;
    style.now = now;
    return model::pictureOf(scenes.make(axis, graph, wish), store, words, style);
}

model::SvgStyle PictureFile::styleOf(const Sheet& sheet, const QString& families) const
{
    model::SvgStyle style;
    style.families = families;
    style.title = title;
    style.foot = sheet.foot;
    return style;
}

}
