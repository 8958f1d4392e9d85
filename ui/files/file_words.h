// What went wrong with a file, in words: what, why, remedy.
#pragma once

#include <QString>

#include "model/store/file_problem.h"
#include "model/store/keeping.h"

namespace ui::words {

struct Trouble {
    QString what;
    QString remedy; // with the reason before it
};

Trouble notSaved(const model::FileProblem& problem);
Trouble notOpened(const model::FileProblem& problem);
// A file that gives less than it says.
Trouble damage(const model::FileDamage& damage, quint64 rowsRead);
// Events are not kept any more.
Trouble notKept(const model::KeepingTrouble& trouble);

QString reasonOf(int error); // "No space left on device (ENOSPC)"
QString fileName(const std::string& path); // the last part of it, safe to show

}
