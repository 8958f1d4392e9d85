// What the desktop says of colours, contrast and motion, and when that changes: asked of the desktop portal
// over D-Bus (org.freedesktop.portal.Settings). Nothing waits for an answer; where there is no bus, no portal
// or no wish, nothing is known.
//
// Source: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
// Threads: the window's.
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <optional>

#include "ui/theme.h"

namespace ui {

class DesktopWatcher : public QObject {
    Q_OBJECT

public:
    explicit DesktopWatcher(QObject* parent = nullptr);

    static bool hasSessionBus();
    // The session's bus, where there is one; none is started.
    static std::optional<QDBusConnection> sessionBus();
    // Asks, and listens from then on.
    void watch(const QDBusConnection& bus);

    // Nothing: the desktop has not said whether it is dark or light.
    std::optional<bool> dark() const { return m_dark; }
    bool highContrast() const { return m_highContrast; }
    bool still() const { return m_still; }
    // The palette's answer, with what is known better.
    DesktopColours colours(const DesktopColours& ofPalette) const;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void take(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask(QDBusConnection bus, const char* group, const char* key);

    std::optional<bool> m_dark;
    bool m_highContrast = false;
    bool m_still = false;
};

}
