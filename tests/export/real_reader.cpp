#include "tests/export/real_reader.h"

#include <QProcess>

ReaderResult readBy(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(program, arguments);
    ReaderResult result;
    result.started = process.waitForStarted(30'000);
    if (!result.started) {
        return result;
    }
    process.write(input);
    process.closeWriteChannel();
    if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit) {
        result.code = process.exitCode();
    }
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}
