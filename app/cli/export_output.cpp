#include "app/cli/export_output.h"

#include <QFile>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace cli {

using namespace model;

namespace {

// A stream that somebody reads, as opposed to a device or a folder.
bool isStream(const QString& path)
{
    struct stat found { };
    return ::stat(QFile::encodeName(path).constData(), &found) == 0
        && (S_ISFIFO(found.st_mode) || path == QLatin1String("/dev/stdout")
            || path == QLatin1String("/dev/fd/1"));
}

QString sentence(const QString& path, const FileProblem& problem)
{
    return path
        + (problem.what == FileTrouble::NotRegular
                ? QStringLiteral(": is not a regular file, so it is left alone")
                : QStringLiteral(": ") + QString::fromLocal8Bit(::strerrordesc_np(problem.error)));
}

}

std::optional<ExportOutput> ExportOutput::open(const QString& path, QString& problem)
{
    ExportOutput output;
    if (path.isEmpty() || path == QLatin1String("-")) {
        output.m_plain = Output::standard();
        return output;
    }
    if (isStream(path)) {
        output.m_plain = Output::stream(path, problem);
        return output.m_plain ? std::optional(std::move(output)) : std::nullopt;
    }
    auto file = ReplacingFile::begin(path.toStdString());
    if (!file.ok()) {
        problem = sentence(path, file.problem());
        return std::nullopt;
    }
    output.m_file = std::move(file.value());
    return output;
}

int ExportOutput::write(std::string_view bytes)
{
    if (m_plain) {
        return m_plain->write(bytes) ? 0 : m_plain->error();
    }
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_file->fd(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return errno;
        }
        if (count > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(count));
            m_size += static_cast<std::uint64_t>(count);
        }
    }
    return 0;
}

int ExportOutput::finish()
{
    return m_file ? m_file->commit(m_size) : 0;
}

}
