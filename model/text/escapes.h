// Text with C escapes, as people type it, into bytes.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

#include "model/text/text_problem.h"
#include "netcore/base/outcome.h"

namespace model {

// UTF-8 of the text; \n \r \t \0 \\ \" and \xNN are one byte each.
netcore::Outcome<QByteArray, TextProblem> parseEscaped(const QString& text);
// Nothing: an escape that C does not have.
std::optional<QByteArray> bytesFromEscaped(const QString& text);

}
