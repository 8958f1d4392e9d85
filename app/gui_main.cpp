// sockscope: the window. What is here is only the way into it.

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTimer>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>
#include <unistd.h>

#include "app/fonts_ahead.h"
#include "app/stop_signals.h"
#include "model/store/state_folder.h"
#include "ui/access/accessible_program.h"
#include "ui/desktop_watcher.h"
#include "ui/files/session_windows.h"
#include "ui/program_style.h"
#include "ui/translation.h"

namespace {

constexpr int kNotAvailable = 69; // EX_UNAVAILABLE, as CLI.md has it
constexpr int kWrongUsage = 2;

constexpr auto kUsage
    = "Usage: sockscope [FILE...]\n"
      "\n"
      "Opens the window in which sockets can be seen and touched. A session (*.sockscope) gets a\n"
      "window of its own, a scenario (*.scn) is ready to be run.\n"
      "\n"
      "  -h, --help     this text\n"
      "  -v, --version  the version\n"
      "\n"
      "Without a display: sockscope-cli run tcp-echo --log -\n";

// Qt ends with abort() where it finds no display: a word and an exit code are better.
void onQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    const bool noDisplay = type == QtFatalMsg && text.contains(QLatin1String("platform plugin"));
    std::fprintf(stderr, "sockscope: %s\n",
        noDisplay ? "no display can be opened here. In a terminal: sockscope-cli run tcp-echo --log -"
                  : qPrintable(text));
    if (noDisplay) {
        ::_exit(kNotAvailable);
    }
}

// Nothing: go on and open the window.
int answerWithoutWindow(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        if (argument == "-h" || argument == "--help") {
            std::fputs(kUsage, stdout);
            return EXIT_SUCCESS;
        }
        if (argument == "-v" || argument == "--version") {
            std::puts("sockscope " SOCKSCOPE_VERSION);
            return EXIT_SUCCESS;
        }
        if (argument == "--") {
            break;
        }
        if (argument.starts_with('-')) {
            std::fprintf(stderr, "sockscope: '%s' is not understood; see sockscope --help\n", argv[i]);
            return kWrongUsage;
        }
    }
    return -1;
}

bool hasDisplay()
{
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return true;
        }
    }
    return false;
}

// The files of the command line; where none of them is a session, a live window.
void openWindows(ui::SessionWindows& windows)
{
    QStringList files = QApplication::arguments().mid(1);
    files.removeOne(QStringLiteral("--"));
    for (const QString& file : files) {
        windows.openFile(file);
    }
    if (windows.isEmpty()) {
        windows.offerLeft(windows.openLive());
    }
}

}

int main(int argc, char** argv)
{
    if (const int answer = answerWithoutWindow(argc, argv); answer >= 0) {
        return answer;
    }
    if (!hasDisplay()) {
        std::fputs("sockscope: there is no display here. In a terminal: sockscope-cli run tcp-echo --log -\n",
            stderr);
        return kNotAvailable;
    }
    qInstallMessageHandler(onQtMessage);
    app::StopSignals::block(); // before there is a thread that could catch one
    if (!ui::DesktopWatcher::hasSessionBus()) {
        ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1); // or libdbus starts one, which nobody asked for
    }
    const app::FontsAhead fonts; // its thread reads the environment: nothing of ours writes it from here on
    QApplication::setStyle(new ui::ProgramStyle);
    QApplication application(argc, argv);
    ui::installAccessibleProgram();
    QApplication::setOrganizationName(QStringLiteral("sockscope"));
    QApplication::setApplicationName(QStringLiteral("sockscope"));
    QApplication::setApplicationVersion(QStringLiteral(SOCKSCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.sockscope.Sockscope"));

    QSettings settings(
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("sockscope"), QStringLiteral("sockscope"));
    ui::Preferences preferences = ui::Preferences::load(settings);
    preferences.stateFolder = preferences.sessionsFolder.isEmpty()
        ? model::defaultStateFolder()
        : QFile::encodeName(preferences.sessionsFolder).toStdString();
    ui::installTranslation(application, preferences.language);
    int result = 0;
    std::optional<QStringList> restart; // with these files
    {
        ui::SessionWindows windows(preferences);
        openWindows(windows);
        ui::DesktopWatcher desktop;
        const ui::DesktopColours ofPalette = windows.desktop().colours;
        QObject::connect(&desktop, &ui::DesktopWatcher::changed, &windows,
            [&] { windows.followDesktop(desktop.colours(ofPalette)); });
        QTimer::singleShot(0, &desktop, [&desktop] { // after the first picture
            if (const auto bus = ui::DesktopWatcher::sessionBus()) {
                desktop.watch(*bus);
            }
        });
        app::StopSignals signals_;
        QObject::connect(&signals_, &app::StopSignals::stopped, &windows, &ui::SessionWindows::closeAll);
        result = QApplication::exec();
        if (windows.isRestarting()) {
            restart = windows.filesAtRestart();
        }
    }
    model::removeOld(preferences.stateFolder);
    preferences.save(settings);
    settings.sync(); // what the next one reads
    if (restart) {
        QProcess::startDetached(
            QApplication::applicationFilePath(), QStringList {QStringLiteral("--")} + *restart);
    }
    return result;
}
