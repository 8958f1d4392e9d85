// Prints a picture on a thread of its own, and says how far it is.
//
// Threads: belongs to the window's; the signals come in it.
#pragma once

#include <QObject>
#include <atomic>
#include <thread>

#include "ui/sequence/picture_file.h"

namespace ui {

class PicturePrinter : public QObject {
    Q_OBJECT

public:
    explicit PicturePrinter(DrawnPicture picture, QObject* parent = nullptr);
    ~PicturePrinter() override; // gives up; waits for the page that is being printed

    int sheets() const { return static_cast<int>(m_picture.sheets.size()); }
    void start(); // once
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void printedSheets(int count);
    void finished(const QByteArray& bytes, bool cancelled); // no bytes: no memory

private:
    const DrawnPicture m_picture;
    std::atomic<bool> m_cancelled = false;
    std::thread m_thread;
};

}
