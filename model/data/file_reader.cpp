#include "model/data/file_reader.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"

namespace model {

using netcore::OwnedFd;
using Problem = FileContent::Problem;

FileContent readWhole(const QString& path, qint64 most)
{
    FileContent content;
    const OwnedFd file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat facts { };
    if (file.get() < 0 || ::fstat(file.get(), &facts) != 0) {
        content.problem = Problem::CannotOpen;
        content.error = errno;
        return content;
    }
    content.size = facts.st_size;
    if (!S_ISREG(facts.st_mode)) {
        content.problem = Problem::NotRegular;
        return content;
    }
    // One byte more than it should have: it may be growing. (A file of /proc says 0 and has content.)
    content.bytes.resize(std::min(std::max<qint64>(facts.st_size, 64 << 10), most) + 1);
    qint64 got = 0;
    while (got < content.bytes.size()) {
        const ssize_t count = ::read(
            file.get(), content.bytes.data() + got, static_cast<std::size_t>(content.bytes.size() - got));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            content.problem = Problem::CannotRead;
            content.error = errno;
        }
        if (count <= 0) {
            break;
        }
        got += count;
    }
    content.size = std::max(content.size, got);
    content.bytes.truncate(got);
    if (content.problem == Problem::None && content.size > most) {
        content.problem = Problem::TooLarge;
    }
    if (content.problem != Problem::None) {
        content.bytes.clear();
    }
    return content;
}

FileReader::~FileReader()
{
    for (auto& [number, thread] : m_threads) {
        thread.join();
    }
}

void FileReader::read(const QString& path, qint64 most)
{
    const quint64 number = ++m_asked;
    m_threads.emplace(number, [this, path, most, number] {
        QMetaObject::invokeMethod(
            this, [this, number, content = readWhole(path, most)] { finished(number, content); },
            Qt::QueuedConnection);
    });
}

void FileReader::finished(quint64 number, const FileContent& content)
{
    m_threads.at(number).join(); // its last deed was to tell us
    m_threads.erase(number);
    if (number == m_asked) {
        Q_EMIT done(content);
    }
}

}
