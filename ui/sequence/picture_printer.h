// Prints a picture into the bytes of a file, a sheet in each turn of the event loop: the window stays awake,
// sees how far it is, and can give up.
//
// Threads: the window's.
#pragma once

#include <QBasicTimer>
#include <QBuffer>
#include <QPdfWriter>
#include <memory>
#include <optional>

#include "ui/sequence/picture_file.h"
#include "ui/sequence/png_writer.h"

class QPainter;

namespace ui {

class PicturePrinter : public QObject {
    Q_OBJECT

public:
    explicit PicturePrinter(DrawnPicture picture, QObject* parent = nullptr);
    ~PicturePrinter() override;

    int sheets() const { return static_cast<int>(m_picture.sheets.size()); }
    void start(); // once
    void cancel(); // finished() is told without bytes

Q_SIGNALS:
    void printedSheets(int count);
    void finished(const QByteArray& bytes, bool cancelled); // no bytes: no memory, or cancelled

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void print(const std::string& svg); // the next sheet
    void printStrip(const std::string& svg);
    void beginPdf();
    void printPage(const std::string& svg);
    QByteArray end();
    void finish(const QByteArray& bytes, bool cancelled);

    const DrawnPicture m_picture;
    QBasicTimer m_turn;
    int m_done = 0; // sheets
    QByteArray m_bytes; // of the file
    std::optional<PngWriter> m_png;
    QBuffer m_buffer; // of the PDF
    std::optional<QPdfWriter> m_writer;
    std::unique_ptr<QPainter> m_painter; // goes before the writer
};

}
