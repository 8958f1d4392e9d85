#include "ui/sequence/picture_printer.h"

namespace ui {

PicturePrinter::PicturePrinter(DrawnPicture picture, QObject* parent)
    : QObject(parent), m_picture(std::move(picture))
{
}

PicturePrinter::~PicturePrinter()
{
    cancel();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void PicturePrinter::start()
{
    m_thread = std::thread([this] {
        const QByteArray bytes = printed(m_picture, [this](int count) {
            Q_EMIT printedSheets(count);
            return !m_cancelled;
        });
        Q_EMIT finished(bytes, m_cancelled);
    });
}

}
