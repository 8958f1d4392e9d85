// The File menu of one window: opening, saving, what is kept. The work is the model's; failures are told in
// the message bar.
#pragma once

#include <QDateTime>
#include <QMenu>
#include <memory>

#include "model/save_job.h"
#include "ui/files/progress_strip.h"
#include "ui/message_bar.h"
#include "ui/preferences.h"
#include "ui/workbench.h"

namespace ui {

class FileMenu : public QObject {
    Q_OBJECT

public:
    FileMenu(QMenu* menu, Workbench& workbench, MessageBar& messages, ProgressStrip& progress,
        Preferences& preferences, QWidget* window);

    void saveTo(const QString& path);
    // Whether the window may go: asks where something would be lost with it. What is being saved is finished
    // first; then the window closes by itself.
    bool mayClose();

Q_SIGNALS:
    void openWanted(const QString& path);
    void newWindowWanted();
    void keepingWanted(); // the form for what is kept

private:
    QAction* add(const char* name, const QString& text, const QKeySequence& key);
    void open();
    void save();
    void saveAs();
    void begin(const QString& path);
    void finishSaving();
    void showRecent();
    void showEarlier();
    void showTitle();
    void tellKeeping();
    void tellReading(quint64 rows, quint64 all);
    bool hasChangedOnDisk() const;
    void rememberDisk();

    QMenu* m_menu;
    QMenu* m_recent = nullptr;
    QMenu* m_earlier = nullptr;
    Workbench& m_workbench;
    MessageBar& m_messages;
    ProgressStrip& m_progress;
    Preferences& m_preferences;
    QWidget* m_window;
    std::unique_ptr<model::SaveJob> m_job;
    bool m_closesThen = false; // the window, when it is saved
    QDateTime m_timeOnDisk; // of the file that the session was saved to or opened from
    qint64 m_sizeOnDisk = -1;
};

// To the front of the list; the oldest ones leave it.
void addRecent(QStringList& files, const QString& path);

}
