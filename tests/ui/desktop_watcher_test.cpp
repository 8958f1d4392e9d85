// What the desktop says, over a real bus: a bus of our own, and a portal of our own on it.

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include "ui/desktop_watcher.h"

using namespace Qt::StringLiterals;
using ui::DesktopWatcher;

namespace {

constexpr int kLong = 30'000; // ms

// Answers as xdg-desktop-portal does: the value in two variants.
class Portal : public QDBusVirtualObject {
public:
    QMap<QString, QVariant> settings;

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override
    {
        const QString key = message.arguments().value(1).toString();
        if (message.member() != u"Read"_s || !settings.contains(key)) {
            bus.send(message.createErrorReply(
                u"org.freedesktop.portal.Error.NotFound"_s, u"Requested setting not found"_s));
            return true;
        }
        const QDBusVariant inner(settings.value(key));
        bus.send(message.createReply(QVariant::fromValue(QDBusVariant(QVariant::fromValue(inner)))));
        return true;
    }
};

}

class DesktopWatcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void portal_isAskedAndHeard();
    void noPortal_saysNothing();
    void palette_isTheLastWord();
    void cleanupTestCase();

private:
    QDBusConnection connectTo(const QString& name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }
    QProcess m_daemon;
    QString m_address;
};

void DesktopWatcherTest::initTestCase()
{
    const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (daemon.isEmpty()) {
        QSKIP("dbus-daemon is not installed.");
    }
    m_daemon.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead(kLong)) {
        QSKIP("No message bus can be started here.");
    }
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QVERIFY(!m_address.isEmpty());
}

void DesktopWatcherTest::cleanupTestCase()
{
    m_daemon.terminate();
    m_daemon.waitForFinished(kLong);
}

void DesktopWatcherTest::portal_isAskedAndHeard()
{
    QDBusConnection desktop = connectTo(u"desktop"_s);
    Portal portal;
    portal.settings = {{u"color-scheme"_s, 1U}, {u"contrast"_s, 1U}, {u"enable-animations"_s, false}};
    QVERIFY(desktop.registerVirtualObject(u"/org/freedesktop/portal/desktop"_s, &portal));
    QVERIFY(desktop.registerService(u"org.freedesktop.portal.Desktop"_s));

    DesktopWatcher watcher;
    QVERIFY(!watcher.dark());
    watcher.watch(connectTo(u"program"_s));
    QTRY_VERIFY_WITH_TIMEOUT(watcher.dark() && *watcher.dark(), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(watcher.highContrast(), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(watcher.still(), kLong);

    const QSignalSpy changed(&watcher, &DesktopWatcher::changed);
    QDBusMessage signal = QDBusMessage::createSignal(
        u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
    signal << u"org.freedesktop.appearance"_s << u"color-scheme"_s << QVariant::fromValue(QDBusVariant(2U));
    const auto isTold = [&] {
        desktop.send(signal); // what is said again changes nothing
        return watcher.dark() && !*watcher.dark();
    };
    QVERIFY(QTest::qWaitFor(isTold, kLong));
    QCOMPARE(changed.count(), 1);
    QDBusConnection::disconnectFromBus(u"program"_s);
    QDBusConnection::disconnectFromBus(u"desktop"_s);
}

void DesktopWatcherTest::noPortal_saysNothing()
{
    DesktopWatcher watcher;
    const QDBusConnection bus = connectTo(u"alone"_s);
    watcher.watch(bus);
    // All questions were answered (by the bus) when one that comes after them is.
    QVERIFY(bus.interface()->isServiceRegistered(u"org.freedesktop.DBus"_s));
    QCoreApplication::processEvents();
    QVERIFY(!watcher.dark());
    QCOMPARE(watcher.colours({.dark = true, .highContrast = false, .still = false}).dark, true);
    QDBusConnection::disconnectFromBus(u"alone"_s);
}

void DesktopWatcherTest::palette_isTheLastWord()
{
    const DesktopWatcher silent;
    const ui::DesktopColours dark {.dark = true, .highContrast = true, .still = false};
    QVERIFY(silent.colours(dark) == dark);
}

QTEST_GUILESS_MAIN(DesktopWatcherTest)
#include "desktop_watcher_test.moc"
