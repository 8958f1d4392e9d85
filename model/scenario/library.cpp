#include "model/scenario/library.h"

#include <QDir>
#include <QFile>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"

namespace model::scenario {

using namespace netcore;

namespace {

const QString kFolder = QStringLiteral(":/scenarios/");
const QString kEnding = QStringLiteral(".scn");

using Kind = FileProblem::Kind;

FileProblem problem(Kind kind, const QString& path, const QString& text)
{
    return {kind, path + QStringLiteral(": ") + text};
}

FileProblem fromErrno(const QString& path, int error)
{
    const Kind kind = error == ENOENT || error == ENOTDIR ? Kind::Missing
        : error == EACCES || error == EPERM               ? Kind::NotPermitted
                                                          : Kind::Unreadable;
    return problem(kind, path, QString::fromLocal8Bit(::strerrordesc_np(error)));
}

}

QStringList builtInNames()
{
    static const QStringList course = QStringLiteral(
        "tcp-echo accept-blocks half-close udp-echo boundaries unix-stream unix-datagram socketpair "
        "seqpacket ipv6-stream backlog nonblocking options message-flags ancillary "
        "pass-descriptor udp-refused sigpipe names errors wrong-calls")
                                          .split(u' ');
    QStringList names = course;
    for (const QString& file : QDir(kFolder).entryList({u'*' + kEnding}, QDir::Files, QDir::Name)) {
        const QString name = file.chopped(kEnding.size());
        if (!names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

std::optional<QByteArray> builtIn(const QString& name)
{
    QFile file(kFolder + name + kEnding);
    const bool plain = !name.isEmpty() && !name.contains(u'/');
    return plain && file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

Outcome<QByteArray, FileProblem> readScenarioFile(const QString& path)
{
    const OwnedFd fd(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat found { };
    if (!fd.isOpen() || ::fstat(fd.get(), &found) != 0) {
        return fromErrno(path, errno);
    }
    if (!S_ISREG(found.st_mode)) {
        return problem(Kind::NotAFile, path,
            S_ISDIR(found.st_mode) ? QStringLiteral("is a folder") : QStringLiteral("is not a regular file"));
    }
    if (found.st_size > kLargestScenarioFile) {
        return problem(Kind::TooLarge, path, QStringLiteral("is larger than 4 MiB: no scenario is"));
    }
    QByteArray text(static_cast<qsizetype>(found.st_size), Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < text.size()) {
        const ssize_t count
            = ::read(fd.get(), text.data() + filled, static_cast<std::size_t>(text.size() - filled));
        if (count < 0) {
            return fromErrno(path, errno);
        }
        if (count == 0) {
            break; // it has become shorter meanwhile
        }
        filled += count;
    }
    text.truncate(filled);
    return text;
}

}
