#include "tests/cli/program.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace cliTest {

namespace {

Result start(const QString& program, const QStringList& arguments)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CLI"_s, programPath());
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

}

QString programPath()
{
    return QStringLiteral(SOCKSCOPE_CLI);
}

Result run(const QStringList& arguments)
{
    return start(programPath(), arguments);
}

Result shell(const QString& script)
{
    return start(u"/bin/sh"_s, {u"-c"_s, script});
}

Result pipeline(const QString& script)
{
    return start(u"/bin/bash"_s, {u"-o"_s, u"pipefail"_s, u"-c"_s, script});
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}
