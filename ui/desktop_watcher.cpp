#include "ui/desktop_watcher.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

namespace ui {

namespace {

constexpr auto kService = "org.freedesktop.portal.Desktop";
constexpr auto kPath = "/org/freedesktop/portal/desktop";
constexpr auto kInterface = "org.freedesktop.portal.Settings";
constexpr auto kAppearance = "org.freedesktop.appearance";
constexpr auto kGnome = "org.gnome.desktop.interface";

constexpr uint kPrefersDark = 1; // of color-scheme; 0: no wish
constexpr uint kPrefersLight = 2;

// Read() wraps its answer twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

}

DesktopWatcher::DesktopWatcher(QObject* parent) : QObject(parent) { }

bool DesktopWatcher::hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

std::optional<QDBusConnection> DesktopWatcher::sessionBus()
{
    if (!hasSessionBus()) { // libdbus would start one of its own
        return std::nullopt;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.isConnected() ? std::optional(bus) : std::nullopt;
}

void DesktopWatcher::watch(const QDBusConnection& bus)
{
    qRegisterMetaType<QDBusVariant>(); // connect() looks for it by its name
    QDBusConnection listening = bus;
    listening.connect(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kInterface),
        QStringLiteral("SettingChanged"), this, SLOT(take(QString, QString, QDBusVariant)));
    ask(bus, kAppearance, "color-scheme");
    ask(bus, kAppearance, "contrast");
    ask(bus, kAppearance, "reduced-motion");
    ask(bus, kGnome, "enable-animations");
}

void DesktopWatcher::ask(QDBusConnection bus, const char* group, const char* key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        QLatin1String(kService), QLatin1String(kPath), QLatin1String(kInterface), QStringLiteral("Read"));
    question << QString::fromLatin1(group) << QString::fromLatin1(key);
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError()) {
            take(QString::fromLatin1(group), QString::fromLatin1(key), reply.value());
        }
        answer->deleteLater();
    });
}

void DesktopWatcher::take(const QString& group, const QString& key, const QDBusVariant& value)
{
    const QVariant plain = unwrapped(QVariant::fromValue(value));
    const auto darkBefore = m_dark;
    const bool contrastBefore = m_highContrast;
    const bool stillBefore = m_still;
    if (group == QLatin1String(kAppearance) && key == QLatin1String("color-scheme")) {
        const uint wish = plain.toUInt();
        m_dark = wish == kPrefersDark ? std::optional(true)
            : wish == kPrefersLight   ? std::optional(false)
                                      : std::nullopt;
    } else if (group == QLatin1String(kAppearance) && key == QLatin1String("contrast")) {
        m_highContrast = plain.toUInt() == 1;
    } else if (group == QLatin1String(kAppearance) && key == QLatin1String("reduced-motion")) {
        m_still = plain.toUInt() == 1;
    } else if (group == QLatin1String(kGnome) && key == QLatin1String("enable-animations")) {
        m_still = !plain.toBool();
    }
    if (m_dark != darkBefore || m_highContrast != contrastBefore || m_still != stillBefore) {
        Q_EMIT changed();
    }
}

DesktopColours DesktopWatcher::colours(const DesktopColours& ofPalette) const
{
    DesktopColours colours = ofPalette;
    colours.dark = m_dark.value_or(ofPalette.dark);
    colours.highContrast = m_highContrast || ofPalette.highContrast;
    colours.still = m_still || ofPalette.still;
    return colours;
}

}
