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
    if (m_picture.form == PictureForm::Svg) {
        finish(QByteArray::fromStdString(m_picture.sheets.front()), false);
        return;
    }
    if (m_picture.form == PictureForm::Png) {
        finish(png(), false);
        return;
    }
    if (m_done == 0) {
        beginPdf();
    }
    printPage(m_picture.sheets[static_cast<std::size_t>(m_done)]);
    ++m_done;
    if (m_done == sheets()) {
        m_painter.reset(); // writes the end of the file
        m_writer.reset();
        finish(m_bytes, false);
        return;
    }
    Q_EMIT printedSheets(m_done); // somebody may cancel here
}

QByteArray PicturePrinter::png() const
{
    QSvgRenderer renderer(QByteArray::fromStdString(m_picture.sheets.front()));
    QImage image(renderer.defaultSize() * 2, QImage::Format_RGB32);
    if (image.isNull()) {
        return {};
    }
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? bytes : QByteArray();
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
    if (m_done > 0) {
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
