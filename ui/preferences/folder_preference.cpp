// PreferencesDialog: where new sessions are kept.

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>

#include "model/store/state_folder.h"
#include "ui/parts.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/words.h"

namespace ui {

QWidget* PreferencesDialog::makeFolder()
{
    auto* box = new QWidget(this);
    m_folder = new QLineEdit(m_preferences.sessionsFolder, box);
    m_folder->setObjectName(QStringLiteral("preferFolder"));
    m_folder->setAccessibleName(tr("Folder of new sessions"));
    m_folder->setPlaceholderText(words::shown(model::defaultStateFolder()));
    m_folder->setClearButtonEnabled(true);
    auto* choose = new QPushButton(tr("&Choose…"), box);
    choose->setObjectName(QStringLiteral("preferFolderChoose"));
    choose->setAutoDefault(false);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    connect(m_folder, &QLineEdit::textChanged, this, &PreferencesDialog::takeFolder);
    connect(choose, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Folder of new sessions"), m_folder->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
        dialog->open();
    });
    return box;
}

// What cannot be a folder is not taken; a folder that is not there yet is made with the first session.
void PreferencesDialog::takeFolder(const QString& path)
{
    const QFileInfo wanted(path);
    const bool isFolder = !wanted.exists() || (wanted.isDir() && wanted.isWritable());
    const bool fits = path.isEmpty() || (wanted.isAbsolute() && isFolder);
    setLook(*m_folder, "wrong", !fits);
    setLook(*m_folderNote, "role", fits ? QStringLiteral("dim") : QStringLiteral("error"));
    if (!fits) {
        m_folderNote->setText(wanted.isAbsolute() ? tr("Nothing can be written there.")
                                                  : tr("The whole path is needed: /home/…"));
        return;
    }
    m_folderNote->setText(
        tr("Sessions hold what was sent and received: their files are for their owner alone (0600)."));
    m_preferences.sessionsFolder = path;
    if (!m_preferences.stateFolder.empty()) { // this run keeps sessions
        m_preferences.stateFolder
            = path.isEmpty() ? model::defaultStateFolder() : QFile::encodeName(path).toStdString();
    }
}

}
