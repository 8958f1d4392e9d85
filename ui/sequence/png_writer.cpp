#include "ui/sequence/png_writer.h"

#include <QSize>
#include <QSysInfo>
#include <csetjmp>
#include <png.h>
#include <utility>

namespace ui {

namespace {

// The rows of a drawing on white paper differ little from those above: more than this costs time, and saves
// next to nothing.
constexpr int kCompression = 1;
constexpr bool kIsLittle = QSysInfo::ByteOrder == QSysInfo::LittleEndian;

// libpng's own would speak on stderr.
[[noreturn]] void fail(png_struct* png, const char* /*what*/)
{
    png_longjmp(png, 1);
}

void warn(png_struct* /*png*/, const char* /*what*/) { }

void append(png_struct* png, png_byte* bytes, std::size_t count) noexcept
{
    static_cast<QByteArray*>(png_get_io_ptr(png))
        ->append(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(count));
}

void flush(png_struct* /*png*/) { }

// Where libpng fails it leaves by longjmp(): to these three, so they have nothing to destroy.

bool begin(png_struct* png, png_info* info, QByteArray* file, QSize size)
{
    if (setjmp(png_jmpbuf(png)) != 0) {
        return false;
    }
    png_set_write_fn(png, file, append, flush);
    png_set_compression_level(png, kCompression);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
    png_set_IHDR(png, info, static_cast<png_uint_32>(size.width()), static_cast<png_uint_32>(size.height()),
        8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    png_set_filler(png, 0, kIsLittle ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE); // QRgb has it where alpha is
    if (kIsLittle) {
        png_set_bgr(png);
    }
    return true;
}

bool write(png_struct* png, const QRgb* row)
{
    if (setjmp(png_jmpbuf(png)) != 0) {
        return false;
    }
    png_write_row(png, reinterpret_cast<const png_byte*>(row));
    return true;
}

bool finish(png_struct* png)
{
    if (setjmp(png_jmpbuf(png)) != 0) {
        return false;
    }
    png_write_end(png, nullptr);
    return true;
}

}

PngWriter::PngWriter(int width, int height)
    : m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, warn))
{
    m_info = m_png == nullptr ? nullptr : png_create_info_struct(m_png);
    m_failed = m_info == nullptr || !begin(m_png, m_info, &m_file, QSize(width, height));
}

PngWriter::~PngWriter()
{
    png_destroy_write_struct(&m_png, &m_info); // may be nullptr
}

void PngWriter::addRow(std::span<const QRgb> row)
{
    m_failed = m_failed || !write(m_png, row.data());
}

QByteArray PngWriter::take()
{
    return std::exchange(m_file, {});
}

QByteArray PngWriter::end()
{
    m_failed = m_failed || !finish(m_png);
    return m_failed ? QByteArray() : take();
}

}
