// The windows of one run of the program: a live session has one, and so has each session that was opened from
// a file. The last one that is closed ends the program.
//
// Threads: the window's.
#pragma once

#include <QObject>
#include <QStringList>
#include <memory>
#include <vector>

#include "ui/main_window.h"

namespace ui {

class SessionWindows : public QObject {
    Q_OBJECT

public:
    explicit SessionWindows(Preferences& preferences, QObject* parent = nullptr);
    ~SessionWindows() override;

    MainWindow& openLive();
    // A session gets a window, a scenario the newest live one. What goes wrong is told in `asked`, or in a
    // live window.
    void openFile(const QString& path, MainWindow* asked = nullptr);
    // What a crash has left is offered in that window.
    void offerLeft(MainWindow& window);

    bool isEmpty() const { return m_windows.empty(); }
    MainWindow* newest() const { return isEmpty() ? nullptr : m_windows.back().window.get(); }
    void closeAll();
    // All windows are closed, unless one of them objects. Who started the program then starts it again.
    void restart();
    bool isRestarting() const { return m_restarts; }
    // The sessions of files that were open when the restart was asked for.
    const QStringList& filesAtRestart() const { return m_filesAtRestart; }
    // To all windows, and to those that are opened later.
    void followDesktop(const DesktopColours& colours);
    const DesktopLook& desktop() const { return m_desktop; } // as it was at the start, but for its colours

private:
    struct One {
        std::unique_ptr<model::Session> session;
        std::unique_ptr<MainWindow> window;
    };
    MainWindow& show(std::unique_ptr<model::Session> session);
    MainWindow& someLive();
    void forget(MainWindow* window);

    Preferences& m_preferences;
    DesktopLook m_desktop;
    std::vector<One> m_windows;
    QStringList m_filesAtRestart;
    bool m_restarts = false;
};

}
