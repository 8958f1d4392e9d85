// SequencePage: the picture as a file.

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontInfo>
#include <QProgressDialog>
#include <cstring>

#include "model/streams/saved_bytes.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"
#include "ui/sequence/picture_printer.h"
#include "ui/sequence/sequence_page.h"
#include "ui/sequence/sequence_words.h"

namespace ui {

DrawnPicture SequencePage::drawn(PictureForm form, Part part) const
{
    const model::Session& session = m_workbench.session();
    const SequenceViewWords words(m_workbench);
    PictureFile picture {
        session.store(), m_view->axis(), m_workbench.graph(), *m_log.view().source().facts, words};
    picture.by = m_view->by();
    picture.known = m_workbench.end();
    picture.pinned = part == Part::Seen ? m_workbench.selected() : netcore::kNoSocket;
    picture.firstUnit = part == Part::Seen ? m_view->scroll().top() : 0;
    picture.endUnit = part == Part::Seen ? m_view->scroll().end() : m_view->scroll().count();
    const std::uint64_t rows = session.store().size();
    picture.now = m_workbench.isAtPresent() && session.isLive() ? m_log.view().source().now()
        : !m_workbench.isAtPresent()                            ? m_workbench.moment().time()
        : rows > 0                                              ? session.store().event(rows - 1).end()
                                                                : 0;
    picture.family = QFontInfo(m_workbench.monospace()).family();
    picture.title = QFileInfo(QString::fromStdString(session.path())).completeBaseName();
    return picture.drawn(form);
}

QString SequencePage::write(const QString& path, const QByteArray& bytes) const
{
    if (bytes.isEmpty()) {
        return tr("There is not enough memory for a picture of that size.");
    }
    const auto problem = model::saveBytes(QFile::encodeName(path).toStdString(),
        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    if (!problem) {
        return {};
    }
    return problem->what == model::FileTrouble::NotRegular
        ? tr("%1 is not a regular file, so it is left alone.").arg(path)
        : tr("%1 can't be written: %2").arg(path, QString::fromLatin1(::strerrorname_np(problem->error)));
}

void SequencePage::save(const QString& path, PictureForm form, Part part)
{
    constexpr int kPatience = 400; // ms: what is quicker shows no progress
    auto* printer = new PicturePrinter(drawn(form, part), this);
    auto* progress
        = new QProgressDialog(tr("Printing the picture…"), tr("Cancel"), 0, printer->sheets(), this);
    progress->setObjectName(QStringLiteral("pictureProgress"));
    progress->setMinimumDuration(kPatience);
    progress->setValue(0);
    connect(progress, &QProgressDialog::canceled, printer, &PicturePrinter::cancel);
    connect(printer, &PicturePrinter::printedSheets, progress, &QProgressDialog::setValue);
    connect(printer, &PicturePrinter::finished, this,
        [this, path, printer, progress](const QByteArray& bytes, bool cancelled) {
            progress->deleteLater();
            printer->deleteLater();
            const QString problem = cancelled ? QString() : write(path, bytes);
            if (!problem.isEmpty()) {
                Q_EMIT m_workbench.problem(problem, tr("Nothing was changed: choose another place."));
            }
            Q_EMIT saved(problem);
        });
    printer->start();
}

void SequencePage::askWhereToSave(PictureForm form, Part part)
{
    auto* dialog = new QFileDialog(this, tr("Export the picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(PictureFile::suffix(form));
    dialog->selectFile(tr("sequence") + u'.' + PictureFile::suffix(form));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, form, part](const QString& path) { save(path, form, part); });
    dialog->open();
}

}
