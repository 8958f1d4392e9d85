// A display that nobody else has, with no window manager and no other window on it: Xvfb, as long as this
// lives. Programs that are started meanwhile find it in their environment, and folders of their own in place
// of the user's settings.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <vector>

#include "tests/bench/made_events.h"

namespace bench {

class OwnDisplay {
public:
    static bool isInstalled();

    OwnDisplay();
    ~OwnDisplay();
    OwnDisplay(const OwnDisplay&) = delete;
    OwnDisplay& operator=(const OwnDisplay&) = delete;

    bool isRunning() const { return !m_name.isEmpty(); }

private:
    void set(const char* name, const QByteArray& value);

    struct Variable {
        const char* name;
        bool wasSet;
        QByteArray before;
    };
    BenchFolder m_folder;
    QProcess m_server;
    QByteArray m_name; // ":7"; empty: it did not start
    std::vector<Variable> m_variables;
};

}
