// What an errno means in the user's language, where a file or a disk is at fault.

#include "ui/files/file_words.h"

#include <QCoreApplication>
#include <array>
#include <cstring>

#include "netcore/names/constants.h"

namespace ui::words {

namespace {

// glibc's own words, for lupdate: found again by their text.
[[maybe_unused]] constexpr std::array kKnown {
    QT_TRANSLATE_NOOP("ui::words", "No such file or directory"),
    QT_TRANSLATE_NOOP("ui::words", "Permission denied"),
    QT_TRANSLATE_NOOP("ui::words", "Operation not permitted"),
    QT_TRANSLATE_NOOP("ui::words", "No space left on device"),
    QT_TRANSLATE_NOOP("ui::words", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("ui::words", "Read-only file system"),
    QT_TRANSLATE_NOOP("ui::words", "Is a directory"),
    QT_TRANSLATE_NOOP("ui::words", "Not a directory"),
    QT_TRANSLATE_NOOP("ui::words", "File exists"),
    QT_TRANSLATE_NOOP("ui::words", "File name too long"),
    QT_TRANSLATE_NOOP("ui::words", "File too large"),
    QT_TRANSLATE_NOOP("ui::words", "Input/output error"),
    QT_TRANSLATE_NOOP("ui::words", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("ui::words", "Too many open files"),
    QT_TRANSLATE_NOOP("ui::words", "Cannot allocate memory"),
    QT_TRANSLATE_NOOP("ui::words", "Device or resource busy"),
    QT_TRANSLATE_NOOP("ui::words", "Resource temporarily unavailable"),
    QT_TRANSLATE_NOOP("ui::words", "Interrupted system call"),
    QT_TRANSLATE_NOOP("ui::words", "Invalid argument"),
    QT_TRANSLATE_NOOP("ui::words", "an unknown error"),
};

}

QString reasonOf(int error)
{
    const char* said = ::strerrordesc_np(error);
    return QStringLiteral("%1 (%2)").arg(
        QCoreApplication::translate("ui::words", said == nullptr ? "an unknown error" : said),
        QString::fromStdString(netcore::errnoText(error)));
}

}
