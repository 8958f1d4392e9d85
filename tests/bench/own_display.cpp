#include "tests/bench/own_display.h"

#include <QStandardPaths>
#include <sys/stat.h>

namespace bench {

namespace {

constexpr int kPatience = 10'000; // ms

}

bool OwnDisplay::isInstalled()
{
    return !QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty();
}

OwnDisplay::OwnDisplay()
{
    // It looks for a free number itself and says it on that descriptor.
    m_server.start(QStringLiteral("Xvfb"),
        {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
            QStringLiteral("1440x900x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    QByteArray said;
    while (!said.contains('\n') && m_server.waitForReadyRead(kPatience)) {
        said += m_server.readAllStandardOutput();
    }
    if (!said.contains('\n')) {
        return;
    }
    m_name = ':' + said.trimmed();
    set("DISPLAY", m_name);
    set("QT_QPA_PLATFORM", "xcb");
    const std::string home = m_folder.file("home");
    ::mkdir(home.c_str(), 0700); // as a runtime directory has to be
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}) {
        set(name, QByteArray::fromStdString(home));
    }
}

OwnDisplay::~OwnDisplay()
{
    for (const Variable& one : m_variables) {
        one.wasSet ? qputenv(one.name, one.before) : qunsetenv(one.name);
    }
    m_server.terminate();
    if (!m_server.waitForFinished(kPatience)) {
        m_server.kill();
        m_server.waitForFinished();
    }
}

void OwnDisplay::set(const char* name, const QByteArray& value)
{
    m_variables.push_back({name, qEnvironmentVariableIsSet(name), qgetenv(name)});
    qputenv(name, value);
}

}
