// What can be preferred, on pages. All of it holds at once; nothing needs to be confirmed.
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

#include "ui/preferences.h"
#include "ui/workbench.h"

namespace ui {

class LogView;

class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    // `log` is the window's, which takes what is chosen for it.
    PreferencesDialog(Preferences& preferences, Workbench& workbench, LogView& log, QWidget* parent);

    enum Page : int { Look, Log, Keeping, General };
    void showPage(Page page);

Q_SIGNALS:
    void lookChanged();
    void layoutResetWanted();
    void allResetWanted(); // and then the dialog closes
    void restartWanted(); // of the whole program: another language

private:
    QFormLayout* addPage(const QString& title);
    void addLook();
    void addLog();
    void addKeeping();
    void addGeneral();
    // A choice of what has a name; `take` gets the position that was chosen.
    QComboBox* addChoice(QFormLayout& page, const char* name, const QString& label, const QStringList& words,
        int current, std::function<void(int)> take);
    void addFont(QFormLayout& page, const char* name, const QString& label, const QStringList& families,
        QString& family);
    QWidget* makeFolder();
    void takeFolder(const QString& path);
    void addLanguage(QFormLayout& page);
    // "Reset all" becomes "Really?"; the second click means it, and closes the dialog.
    void askTwice(QPushButton& button, const QString& really, void (PreferencesDialog::*meant)());

    Preferences& m_preferences;
    Workbench& m_workbench;
    LogView& m_log;
    QTabWidget* m_pages;
    QLineEdit* m_folder = nullptr;
    QLabel* m_folderNote = nullptr;
};

}
