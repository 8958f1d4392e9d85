// A desktop with nothing on it: a display without a screen (Xvfb), who gives windows the focus (openbox), a
// message bus, and beside it the bus on which screen readers listen (at-spi2-core). All of it is this
// process's own, with a home of its own.
#pragma once

#include <QDBusConnection>
#include <QProcess>

#include "tests/support/temporary_folder.h"

namespace uitest {

class Desktop {
public:
    Desktop();
    ~Desktop();
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;

    QString problem() const { return m_problem; } // why there is none; empty: there is one
    QProcessEnvironment environment() const { return m_environment; } // of programs on it
    QDBusConnection accessibility() const { return m_accessibility; } // the screen readers' bus

private:
    bool startDisplay();
    bool startWindowManager();
    bool startBus();
    bool findAccessibility();

    support::TemporaryFolder m_home;
    QProcessEnvironment m_environment;
    QProcess m_display;
    QProcess m_manager;
    QProcess m_bus;
    QDBusConnection m_accessibility;
    QString m_problem;
};

}
