// sockscope-cli: Sockscope without a display. Links no Widgets.

#include <QCoreApplication>
#include <csignal>

#include "app/cli/command.h"
#include "app/cli/output.h"

int main(int argc, char** argv)
{
    cli::openStandardDescriptors();
    std::signal(SIGPIPE, SIG_IGN); // a reader who leaves is told by EPIPE
    const QCoreApplication application(argc, argv);
    return cli::main(QCoreApplication::arguments());
}
