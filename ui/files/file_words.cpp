#include "ui/files/file_words.h"

#include <QCoreApplication>
#include <cerrno>

#include "ui/words.h"

namespace ui::words {

using model::DamageKind;
using model::FileTrouble;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FileWords", text);
}

QString remedyFor(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return tr("Make room on that disk, or save somewhere else.");
    case EACCES:
    case EPERM:
        return tr("Choose a folder that you may write to.");
    case EROFS:
        return tr("That disk is read-only: choose another one.");
    case ENOENT:
        return tr("Is the folder still there?");
    case EISDIR:
        return tr("That is a folder: give a file's name.");
    case ENAMETOOLONG:
        return tr("Give a shorter name.");
    default:
        return tr("Try another place.");
    }
}

}

QString fileName(const std::string& path)
{
    const auto slash = path.rfind('/');
    return shown(slash == std::string::npos ? path : path.substr(slash + 1));
}

Trouble notSaved(const model::FileProblem& problem)
{
    const QString name = fileName(problem.path);
    switch (problem.what) {
    case FileTrouble::NotRegular:
        return {tr("%1 was not saved.").arg(name),
            tr("What has that name is no ordinary file, and it stays as it is. Choose another name.")};
    case FileTrouble::Cancelled:
        return {tr("Saving was cancelled."), tr("What was at %1 is still there.").arg(name)};
    default:
        return {tr("%1 was not saved: %2.").arg(name, reasonOf(problem.error)),
            tr("What was there is unchanged, and the session goes on.") + u' ' + remedyFor(problem.error)};
    }
}

Trouble notOpened(const model::FileProblem& problem)
{
    const QString name = fileName(problem.path);
    switch (problem.what) {
    case FileTrouble::NotRegular:
        return {tr("%1 can't be opened.").arg(name), tr("It is no ordinary file.")};
    case FileTrouble::NotASession:
        return {tr("%1 is no session of Sockscope.").arg(name),
            tr("Its first page is not what every session begins with: it is another kind of file, or badly "
               "damaged. A copy may be among the earlier sessions.")};
    case FileTrouble::Newer:
        return {tr("%1 was made by a newer Sockscope.").arg(name),
            tr("This version can't read it: open it with that one, and export what you need.")};
    default:
        return {tr("%1 can't be opened: %2.").arg(name, reasonOf(problem.error)),
            problem.error == ENOENT ? tr("Has it been moved or deleted?")
                                    : tr("Is the disk there, and may you read it?")};
    }
}

Trouble damage(const model::FileDamage& damage, quint64 rowsRead)
{
    const QString whole = tr("The first %1 events are whole, and shown.").arg(count(rowsRead));
    const QString lost = damage.rowsLost == 0
        ? tr("how many followed is not known")
        : tr("%1 events behind them are lost").arg(count(damage.rowsLost));
    const QString said = whole + u' ' + tr("In the file, %1.").arg(lost);
    switch (damage.kind) {
    case DamageKind::Torn:
        return {tr("This session was not ended in order."), said};
    case DamageKind::Vanished:
        return {tr("The file was cut while it is open, or the disk can't read it."), said};
    case DamageKind::Checksum:
        return {tr("The file is damaged: its bytes are not those that were written."), said};
    case DamageKind::Content:
    case DamageKind::Block:
        break;
    }
    return {tr("The file is damaged at byte %1.").arg(count(damage.offset)), said};
}

Trouble notKept(const model::KeepingTrouble& trouble)
{
    if (trouble.error == 0) {
        return {tr("The log has reached its size: events are not kept any more."),
            tr("They are counted, and a gap in the log says how many. Raise the limit under File > "
               "Keeping.")};
    }
    return {tr("Events can't be kept: %1.").arg(reasonOf(trouble.error)),
        tr("They are counted, and a gap in the log will say how many. Keeping goes on as soon as it can.")
            + u' ' + remedyFor(trouble.error)};
}

}
