#include "tests/ui/reader/desktop.h"

#include <QDBusMessage>
#include <QDBusVariant>
#include <QDir>
#include <QStandardPaths>
#include <QTest>

namespace uitest {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLong = 30'000; // ms: longer than any machine needs
const QString kSession = u"sockscope-test-session"_s;
const QString kAccessibility = u"sockscope-test-accessibility"_s;
const QString kService = u"org.a11y.Bus"_s;
const QString kPath = u"/org/a11y/bus"_s;

// The first line that the program says. QProcess would take the bytes behind it too, which nobody wants here.
QString firstLineOf(QProcess& process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(kLong)) {
            return {};
        }
    }
    return QString::fromUtf8(process.readLine()).trimmed();
}

void end(QProcess& process)
{
    if (process.state() == QProcess::NotRunning) {
        return;
    }
    process.terminate();
    if (!process.waitForFinished(kLong)) {
        process.kill();
        process.waitForFinished(kLong);
    }
}

}

Desktop::Desktop() : m_environment(QProcessEnvironment::systemEnvironment()), m_accessibility(QString())
{
    for (const char* name :
        {"WAYLAND_DISPLAY", "XAUTHORITY", "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS",
            "QT_STYLE_OVERRIDE", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "NO_AT_BRIDGE", "XDG_CURRENT_DESKTOP"}) {
        m_environment.remove(QLatin1String(name));
    }
    const QString home = QString::fromStdString(m_home.path());
    for (const char* name :
        {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}) {
        m_environment.insert(QLatin1String(name), home);
    }
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    startDisplay() && startWindowManager() && startBus() && findAccessibility();
}

Desktop::~Desktop()
{
    QDBusConnection::disconnectFromBus(kAccessibility);
    QDBusConnection::disconnectFromBus(kSession);
    end(m_bus); // the accessibility bus ends with it
    end(m_manager);
    end(m_display);
}

bool Desktop::startDisplay()
{
    if (QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty()) {
        m_problem = u"Xvfb is not installed (xvfb)."_s;
        return false;
    }
    m_display.setProcessEnvironment(m_environment);
    m_display.start(u"Xvfb"_s,
        {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1440x900x24"_s, u"-nolisten"_s, u"tcp"_s});
    const QString number = firstLineOf(m_display);
    if (number.isEmpty()) {
        m_problem = u"No display could be started: "_s + QString::fromUtf8(m_display.readAllStandardError());
        return false;
    }
    m_environment.insert(u"DISPLAY"_s, u':' + number);
    return true;
}

// Windows that are opened before it is there would never get the focus: it says when it is.
bool Desktop::startWindowManager()
{
    if (QStandardPaths::findExecutable(u"openbox"_s).isEmpty()) {
        m_problem = u"openbox is not installed."_s;
        return false;
    }
    m_manager.setProcessEnvironment(m_environment);
    m_manager.setStandardErrorFile(QProcess::nullDevice());
    m_manager.start(u"openbox"_s, {u"--sm-disable"_s, u"--startup"_s, u"echo ready"_s});
    if (firstLineOf(m_manager).isEmpty()) {
        m_problem = u"The window manager does not start."_s;
    }
    return m_problem.isEmpty();
}

bool Desktop::startBus()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        m_problem = u"dbus-daemon is not installed (dbus)."_s;
        return false;
    }
    m_bus.setProcessEnvironment(m_environment); // what it starts has it too
    m_bus.setStandardErrorFile(QProcess::nullDevice());
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    const QString address = firstLineOf(m_bus);
    if (address.isEmpty()) {
        m_problem = u"No message bus could be started."_s;
        return false;
    }
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    return true;
}

// Asks for it, which starts it, and says that a screen reader is there, which makes programs speak.
bool Desktop::findAccessibility()
{
    QDBusConnection session
        = QDBusConnection::connectToBus(m_environment.value(u"DBUS_SESSION_BUS_ADDRESS"_s), kSession);
    const QDBusMessage where = session.call(
        QDBusMessage::createMethodCall(kService, kPath, kService, u"GetAddress"_s), QDBus::Block, kLong);
    if (where.type() != QDBusMessage::ReplyMessage) {
        m_problem = u"There is no accessibility bus (at-spi2-core): "_s + where.errorMessage();
        return false;
    }
    for (const QString& property : {u"IsEnabled"_s, u"ScreenReaderEnabled"_s}) {
        QDBusMessage set
            = QDBusMessage::createMethodCall(kService, kPath, u"org.freedesktop.DBus.Properties"_s, u"Set"_s);
        set << u"org.a11y.Status"_s << property << QVariant::fromValue(QDBusVariant(true));
        session.call(set, QDBus::Block, kLong);
    }
    m_accessibility = QDBusConnection::connectToBus(where.arguments().value(0).toString(), kAccessibility);
    if (!m_accessibility.isConnected()) {
        m_problem = u"The accessibility bus does not let us in: "_s + m_accessibility.lastError().message();
    }
    return m_problem.isEmpty();
}

}
