// A picture as PNG, row by row, by libpng: nobody needs all of it at once, nor all of the time that
// QImage::save() takes.
#pragma once

#include <QByteArray>
#include <QRgb>
#include <span>

struct png_struct_def; // libpng's
struct png_info_def;

namespace ui {

class PngWriter {
public:
    PngWriter(int width, int height); // both 1 to 1,000,000: libpng's own limit
    ~PngWriter();
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    void addRow(std::span<const QRgb> row); // `width` of them, from above; alpha is left out
    // What has come since the last time, as a piece of the file. The first has its head; one may be empty.
    QByteArray take();
    QByteArray end(); // after `height` rows: the last piece; empty: there was no memory for the file

private:
    QByteArray m_file; // that nobody has taken yet
    png_struct_def* m_png; // owned, as is m_info; nullptr: no memory
    png_info_def* m_info = nullptr;
    bool m_failed = false; // all that follows does nothing
};

}
