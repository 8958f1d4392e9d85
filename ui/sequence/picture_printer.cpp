#include "ui/sequence/picture_printer.h"

#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QSvgRenderer>
#include <QTimerEvent>
#include <algorithm>

namespace ui {

namespace {

constexpr int kPdfDpi = 600;
constexpr int kPngScale = 2;

int heightOf(const std::string& svg)
{
    return QSvgRenderer(QByteArray::fromStdString(svg)).defaultSize().height();
}

}

PicturePrinter::PicturePrinter(DrawnPicture picture, QObject* parent)
    : QObject(parent), m_picture(std::move(picture)), m_buffer(&m_bytes)
{
}

PicturePrinter::~PicturePrinter() = default;

void PicturePrinter::start()
{
    m_turn.start(0, this);
}

void PicturePrinter::cancel()
{
    if (m_turn.isActive()) {
        finish({}, true);
    }
}

void PicturePrinter::finish(const QByteArray& bytes, bool cancelled)
{
    m_turn.stop();
    Q_EMIT finished(bytes, cancelled);
}

void PicturePrinter::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_turn.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    print(m_picture.sheets[static_cast<std::size_t>(m_done)]);
    ++m_done;
    if (m_done == sheets()) {
        finish(end(), false);
        return;
    }
    Q_EMIT printedSheets(m_done); // somebody may cancel here
}

void PicturePrinter::print(const std::string& svg)
{
    switch (m_picture.form) {
    case PictureForm::Svg:
        m_bytes = QByteArray::fromStdString(svg);
        break;
    case PictureForm::Png:
        printStrip(svg);
        break;
    case PictureForm::Pdf:
        printPage(svg);
        break;
    }
}

QByteArray PicturePrinter::end()
{
    if (m_png) {
        const QByteArray rest = m_png->end();
        m_bytes = rest.isEmpty() ? QByteArray() : m_bytes + rest; // half a picture is none
    }
    m_painter.reset(); // writes the end of the PDF
    m_writer.reset();
    return m_bytes;
}

void PicturePrinter::printStrip(const std::string& svg)
{
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    QImage strip(renderer.defaultSize() * kPngScale, QImage::Format_RGB32);
    strip.fill(Qt::white);
    QPainter painter(&strip);
    renderer.render(&painter);
    painter.end();
    if (!m_png) { // all strips are as wide, and all but the last as high as the first
        const int height = (sheets() - 1) * strip.height() + heightOf(m_picture.sheets.back()) * kPngScale;
        m_png.emplace(strip.width(), height);
    }
    for (int y = 0; y < strip.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(strip.constScanLine(y));
        m_png->addRow({row, static_cast<std::size_t>(strip.width())});
    }
    m_bytes += m_png->take();
}

void PicturePrinter::beginPdf()
{
    m_buffer.open(QIODevice::WriteOnly);
    m_writer.emplace(&m_buffer);
    m_writer->setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(10, 10, 10, 10)));
    m_writer->setResolution(kPdfDpi);
    m_writer->setTitle(m_picture.title);
    m_writer->setCreator(QStringLiteral("Sockscope"));
    m_painter = std::make_unique<QPainter>(&*m_writer);
}

void PicturePrinter::printPage(const std::string& svg)
{
    if (m_done == 0) {
        beginPdf();
    } else {
        m_writer->newPage();
    }
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    const QSizeF page(m_writer->width(), m_writer->height());
    const QSizeF whole = QSizeF(renderer.defaultSize());
    const double scale = std::min({page.width() / whole.width(), page.height() / whole.height(),
        page.width() / (PictureFile::kWidth * 0.8)});
    const QSizeF size = whole * scale;
    renderer.render(m_painter.get(), QRectF(QPointF((page.width() - size.width()) / 2, 0), size));
}

}
