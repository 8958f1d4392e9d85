// What a person is told of each form that a log can be exported in.
#pragma once

#include <QString>

#include "model/export/exporter.h"
#include "model/store/file_problem.h"

namespace ui {

QString formatName(model::ExportFormat format); // "CSV table"
QString formatSentence(model::ExportFormat format); // what it is good for
QString fileTroubleText(const model::FileProblem& problem);

}
