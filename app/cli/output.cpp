#include "app/cli/output.h"

#include <QFile>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/cli/exit_codes.h"
#include "app/cli/signals.h"
#include "model/export/utf8.h"

namespace cli {

namespace {

constexpr int kError = 2;

bool isRegular(int fd)
{
    struct stat found { };
    return ::fstat(fd, &found) == 0 && S_ISREG(found.st_mode);
}

QString sentence(const QString& path, int error)
{
    return path + QStringLiteral(": ") + QString::fromLocal8Bit(::strerrordesc_np(error));
}

}

void openStandardDescriptors()
{
    for (int fd = 0; fd <= kError; ++fd) {
        if (::fcntl(fd, F_GETFD) == -1 && errno == EBADF) {
            // The lowest free number: this one. It stays open as long as the program runs.
            static_cast<void>(
                ::open("/dev/null", fd == 0 ? O_RDONLY : O_WRONLY)); // NOLINT: not close-on-exec
        }
    }
}

void say(const QString& line)
{
    const std::string text = model::displayable(line.toStdString()) + '\n';
    static_cast<void>(::write(kError, text.data(), text.size()) < 0); // nobody to tell it to
}

int printed(const QByteArray& data)
{
    Output output = Output::standard();
    if (output.write({data.constData(), static_cast<std::size_t>(data.size())})) {
        return kDone;
    }
    say(sentence(QStringLiteral("standard output"), output.error()));
    return kCannotWrite;
}

std::optional<Output> Output::file(const QString& path, QString& problem)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat found { };
    if (::stat(name.constData(), &found) == 0 && !S_ISREG(found.st_mode)) {
        problem = path + QStringLiteral(": is not a regular file, so it is left alone");
        return std::nullopt;
    }
    // Not truncated before it is certain what was opened; not waited for, should it have become a pipe.
    netcore::OwnedFd fd(
        ::open(name.constData(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, S_IRUSR | S_IWUSR));
    if (!fd.isOpen() || !isRegular(fd.get()) || ::ftruncate(fd.get(), 0) != 0) {
        problem = sentence(path, errno);
        return std::nullopt;
    }
    return Output(fd.release(), true);
}

std::optional<Output> Output::stream(const QString& path, QString& problem)
{
    netcore::OwnedFd fd(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!fd.isOpen()) {
        problem = sentence(path, errno);
        return std::nullopt;
    }
    return Output(fd.release(), true);
}

bool Output::write(std::string_view data)
{
    while (!data.empty() && m_error == 0 && !m_closed) {
        const ssize_t count = ::write(m_fd, data.data(), data.size());
        if (count >= 0) {
            data.remove_prefix(static_cast<std::size_t>(count));
        } else if (errno == EPIPE || (errno == EINTR && signalArrived())) {
            m_closed = true; // nobody reads any more, or nobody wants to wait for the reader
        } else if (errno != EINTR) {
            m_error = errno;
        }
    }
    return m_error == 0;
}

bool Output::isTerminal() const
{
    return ::isatty(m_fd) == 1;
}

bool wantsColours(int fd)
{
    const bool refused
        = !qEnvironmentVariableIsEmpty("NO_COLOR") || qEnvironmentVariable("TERM") == QLatin1String("dumb");
    return !refused && ::isatty(fd) == 1;
}

std::size_t terminalWidth()
{
    winsize size {};
    const bool known = ::ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return std::clamp<std::size_t>(known ? size.ws_col : 100, 40, 110);
}

}
