// FileEditor: the content of a file, read off the window's thread.

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>

#include "netcore/names/constants.h"
#include "ui/inspector/data/payload_editor.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using Problem = model::FileContent::Problem;

FileEditor::FileEditor(Workbench& workbench, QWidget* parent)
    : PayloadEditor(parent)
    , m_workbench(workbench)
    , m_path(new QLineEdit(this))
    , m_about(makeLabel(this, "fileAbout", "dim", tr("Type a path, choose a file, or drop one here.")))
{
    setAcceptDrops(true);
    m_path->setObjectName(QStringLiteral("filePath"));
    m_path->setAccessibleName(tr("File to send"));
    m_path->setPlaceholderText(tr("/path/of/a/file"));
    auto* browse = makeToolButton(this, "chooseFile", tr("Choose…"), tr("Choose a file"));
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_about);
    column->addStretch();
    connect(browse, &QToolButton::clicked, this, &FileEditor::choose);
    connect(m_path, &QLineEdit::editingFinished, this, &FileEditor::read);
    connect(m_path, &QLineEdit::textEdited, this, &PayloadEditor::changed);
    connect(&m_reader, &model::FileReader::done, this, [this](const model::FileContent& content) {
        m_reading = false;
        m_content = content;
        m_about->setText(content.problem == Problem::None
                ? tr("%1, read when it was chosen").arg(words::bytes(content.size))
                : QString());
        m_about->setVisible(!m_about->text().isEmpty());
        Q_EMIT changed();
    });
}

void FileEditor::choose()
{
    auto* dialog = new QFileDialog(this, tr("A file to send"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileEditor::setPath);
    dialog->open();
}

void FileEditor::setPath(const QString& path)
{
    m_path->setText(path);
    read();
}

void FileEditor::read()
{
    if (m_path->text() == m_readPath) {
        return;
    }
    m_readPath = m_path->text();
    m_content = {};
    m_reading = !m_readPath.isEmpty();
    m_about->setVisible(true);
    m_about->setText(m_reading ? tr("Reading…") : tr("Type a path, choose a file, or drop one here."));
    if (m_reading) {
        m_reader.read(m_readPath, kLargestPayload);
    }
    Q_EMIT changed();
}

Payload FileEditor::payload() const
{
    if (m_path->text().isEmpty()) {
        return {{}, tr("No file is chosen.")};
    }
    if (m_path->text() != m_readPath) {
        return {{}, tr("Press Return to read this file.")};
    }
    if (m_reading) {
        return {{}, tr("The file is being read.")};
    }
    const QString error = QString::fromStdString(netcore::errnoText(m_content.error));
    switch (m_content.problem) {
    case Problem::None:
        return {m_content.bytes, {}};
    case Problem::CannotOpen:
        return {{}, tr("It can't be opened: %1.").arg(error)};
    case Problem::CannotRead:
        return {{}, tr("It can't be read: %1.").arg(error)};
    case Problem::NotRegular:
        return {{}, tr("It is no regular file: only those are read, whole.")};
    case Problem::TooLarge:
        return {{},
            tr("It has %1: more than the %2 that are sent in one call from here.")
                .arg(words::bytes(m_content.size), words::bytes(kLargestPayload))};
    }
    return {};
}

void FileEditor::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().constFirst().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void FileEditor::dropEvent(QDropEvent* event)
{
    setPath(event->mimeData()->urls().constFirst().toLocalFile());
    event->acceptProposedAction();
}

}
