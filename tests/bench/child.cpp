#include "tests/bench/child.h"

#include <QCoreApplication>
#include <QProcess>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/bench/pinned.h"
#include "tests/bench/roles.h"

namespace bench {

std::optional<int> runAsChild(int argc, char** argv)
{
    if (argc < 3 || std::strcmp(argv[1], "--child") != 0) {
        return std::nullopt;
    }
    const QStringList arguments = QCoreApplication::arguments().mid(3);
    for (const Role& role : roles()) {
        if (std::strcmp(role.name, argv[2]) == 0) {
            std::printf("%.9g\n", role.run(arguments));
            return EXIT_SUCCESS;
        }
    }
    return EXIT_FAILURE;
}

double childsNumber(const QStringList& before, const QStringList& role, int processor)
{
    QStringList line = before;
    line << QCoreApplication::applicationFilePath() << QStringLiteral("--child") << role;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (processor >= 0) {
        process.setChildProcessModifier([processor] { pinThisThread(processor); });
    }
    process.start(line.takeFirst(), line, QIODevice::ReadOnly);
    bool isNumber = false;
    const double number
        = process.waitForFinished(-1) ? process.readAllStandardOutput().trimmed().toDouble(&isNumber) : 0;
    return isNumber ? number : -1;
}

}
