// sockscope-cli bench: starts the measurements, a program of their own (they need the window's libraries,
// which this one does without).

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <unistd.h>
#include <vector>

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/output.h"

namespace cli {

namespace {

// Beside this program, where both are installed; in a build tree, in its own folder. Empty: nowhere.
QString programOfBenches()
{
    const QDir here(QCoreApplication::applicationDirPath());
    for (const char* place : {"sockscope-bench", "../tests/bench/sockscope-bench"}) {
        const QFileInfo program(here.filePath(QLatin1String(place)));
        if (program.isExecutable()) {
            return program.absoluteFilePath();
        }
    }
    return {};
}

}

int bench(const QStringList& arguments)
{
    const QString program = programOfBenches();
    if (program.isEmpty()) {
        say(QStringLiteral("The measurements are not built here. In the source: cmake --preset release && "
                           "cmake --build --preset bench"));
        return kNotAvailable;
    }
    std::vector<QByteArray> words {program.toLocal8Bit()};
    for (const QString& argument : arguments) {
        words.push_back(argument.toLocal8Bit());
    }
    std::vector<char*> line;
    for (QByteArray& word : words) {
        line.push_back(word.data());
    }
    line.push_back(nullptr);
    ::execv(line.front(), line.data());
    say(QStringLiteral("%1 can't be started.").arg(program));
    return kNotAvailable;
}

}
