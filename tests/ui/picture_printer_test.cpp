// Pictures as files: printed piece by piece, and nothing is lost between the pieces.

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QSvgRenderer>
#include <QTest>

#include "model/export/svg_writer.h"
#include "ui/sequence/picture_printer.h"
#include "ui/sequence/png_writer.h"

using namespace Qt::StringLiterals;
using ui::DrawnPicture;
using ui::PictureForm;

namespace {

constexpr int kLong = 30'000; // ms
constexpr double kStrip = 96; // px

struct Printed {
    int told = 0; // sheets
    bool cancelled = false;
    QByteArray bytes;
};

Printed print(const DrawnPicture& picture, int cancelAt = 0)
{
    ui::PicturePrinter printer(picture);
    Printed printed;
    bool ended = false;
    QObject::connect(&printer, &ui::PicturePrinter::printedSheets, &printer, [&](int count) {
        printed.told = count;
        if (count == cancelAt) {
            printer.cancel();
        }
    });
    QObject::connect(
        &printer, &ui::PicturePrinter::finished, &printer, [&](const QByteArray& bytes, bool cancelled) {
            printed.bytes = bytes;
            printed.cancelled = cancelled;
            ended = true;
        });
    printer.start();
    [[maybe_unused]] const bool inTime = QTest::qWaitFor([&] { return ended; }, kLong);
    return printed;
}

// Lines, boxes and words, across the borders of strips too.
model::SequencePicture someCalls()
{
    model::SequencePicture picture;
    picture.width = 400;
    picture.height = 700.4; // with all that is around it a whole number: the renderer would squeeze it
    picture.lanes.push_back({});
    picture.lanes.back().x = 100;
    picture.lanes.back().title = u"fd 7"_s;
    picture.lives.push_back({{100, 0}, {100, 700}, model::Ink::Faint});
    for (int i = 0; i < 30; ++i) {
        const double y = 11.5 + i * 23;
        picture.bars.push_back({{96, y - 9, 8, 40}, model::Ink::WaitingSoft, model::Ink::Waiting});
        picture.arrows.push_back({{100, y}, {300, y + 17}, model::Ink::Accent});
        picture.arrows.back().pointed = true;
        picture.texts.push_back({{110, y}, u"send(7, <%1>)"_s.arg(i), model::Ink::Text, 90});
    }
    return picture;
}

QImage drawnAtOnce(const std::string& svg)
{
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    QImage image(renderer.defaultSize() * 2, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

}

class PicturePrinterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void png_isWhatWasWritten_data();
    void png_isWhatWasWritten();
    void png_ofWhitePaper_isSmall();
    void png_thatCannotBe_isNoBytes();
    void strips_makeTheWholePicture();
    void strips_haveOnlyTheirs();
    void printing_tellsHowFarAndCanBeCancelled_data();
    void printing_tellsHowFarAndCanBeCancelled();
};

void PicturePrinterTest::png_isWhatWasWritten_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("colours"); // the fewer, the longer the runs
    for (const QSize& size : {QSize(1, 1), QSize(3, 2), QSize(259, 7), QSize(1920, 50)}) {
        for (const int colours : {1, 2, 40, 1 << 24}) {
            QTest::addRow("%d x %d, %d", size.width(), size.height(), colours) << size << colours;
        }
    }
}

void PicturePrinterTest::png_isWhatWasWritten()
{
    QFETCH(const QSize, size);
    QFETCH(const int, colours);
    QRandomGenerator random(42);
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width();) {
            const int run = random.bounded(1, 400);
            const QRgb colour = qRgb(0, 0, 0) + random.bounded(static_cast<quint32>(colours));
            for (const int end = std::min(size.width(), x + run); x < end; ++x) {
                image.setPixel(x, y, colour);
            }
        }
    }
    ui::PngWriter writer(size.width(), size.height());
    QByteArray file;
    for (int y = 0; y < size.height(); ++y) {
        writer.addRow(
            {reinterpret_cast<const QRgb*>(image.constScanLine(y)), static_cast<std::size_t>(size.width())});
        if (y % 3 == 0) {
            file += writer.take();
        }
    }
    file += writer.end();
    QImage read;
    QVERIFY(read.loadFromData(file, "PNG"));
    QCOMPARE(read.convertToFormat(QImage::Format_RGB32), image);
}

void PicturePrinterTest::png_ofWhitePaper_isSmall()
{
    ui::PngWriter writer(1'920, 1'000);
    const std::vector<QRgb> row(1'920, qRgb(255, 255, 255));
    for (int y = 0; y < 1'000; ++y) {
        writer.addRow(row);
    }
    QVERIFY(writer.end().size() < 60'000); // of 5.8 MB
}

void PicturePrinterTest::png_thatCannotBe_isNoBytes()
{
    ui::PngWriter writer(2'000'000, 1); // libpng refuses as it does without memory: by longjmp()
    writer.addRow(std::vector<QRgb>(2'000'000));
    QVERIFY(writer.end().isEmpty());
}

void PicturePrinterTest::strips_makeTheWholePicture()
{
    const model::SequencePicture picture = someCalls();
    model::SvgStyle style;
    style.title = u"title"_s;
    style.foot = u"foot"_s;
    const QImage whole = drawnAtOnce(svgOf(picture, style));
    DrawnPicture drawn {PictureForm::Png, {}, u"title"_s};
    const double height = std::floor(svgHeight(picture, style));
    for (double top = 0; top < height; top += kStrip) {
        style.part = model::SvgPart {top, std::min(kStrip, height - top)};
        drawn.sheets.push_back(svgOf(picture, style));
    }
    const Printed printed = print(drawn);
    QImage read;
    QVERIFY(read.loadFromData(printed.bytes, "PNG"));
    QCOMPARE(read.size(), whole.size());
    int others = 0;
    for (int y = 0; y < whole.height(); ++y) {
        for (int x = 0; x < whole.width(); ++x) {
            others += qAbs(qGray(read.pixel(x, y)) - qGray(whole.pixel(x, y))) > 24 ? 1 : 0;
        }
    }
    QVERIFY2(others < 20, qPrintable(QString::number(others))); // a rounding of the renderer's
}

void PicturePrinterTest::strips_haveOnlyTheirs()
{
    model::SvgStyle style;
    style.part = model::SvgPart {300, 50};
    const QByteArray strip = QByteArray::fromStdString(svgOf(someCalls(), style));
    QVERIFY(strip.count("<text") > 0 && strip.count("<text") < 6);
    QVERIFY(!strip.contains("fd 7")); // the heads of the life lines stand in the first
    QCOMPARE(strip.count("<line"), strip.count("<polygon") + 1); // arrows, and the life line
}

void PicturePrinterTest::printing_tellsHowFarAndCanBeCancelled_data()
{
    QTest::addColumn<PictureForm>("form");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("PDF") << PictureForm::Pdf << QByteArray("%PDF-") << QByteArray("%%EOF");
    QTest::newRow("PNG") << PictureForm::Png << QByteArray("\x89PNG") << QByteArray("IEND\xae\x42\x60\x82");
}

void PicturePrinterTest::printing_tellsHowFarAndCanBeCancelled()
{
    QFETCH(const PictureForm, form);
    QFETCH(const QByteArray, begin);
    QFETCH(const QByteArray, end);
    const std::string sheet = R"(<svg xmlns="http://www.w3.org/2000/svg" width="960" height="54"></svg>)";
    const DrawnPicture picture {form, std::vector(50, sheet), u"title"_s};
    const Printed all = print(picture);
    QVERIFY(!all.cancelled);
    QCOMPARE(all.told, 49); // the last one is told by the end
    QVERIFY(all.bytes.startsWith(begin) && all.bytes.trimmed().endsWith(end));
    const Printed some = print(picture, 3);
    QVERIFY(some.cancelled && some.bytes.isEmpty());
    QCOMPARE(some.told, 3);
}

QTEST_MAIN(PicturePrinterTest)
#include "picture_printer_test.moc"
