// Where scenarios come from: built in (resources/scenarios), or a file.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

#include "netcore/base/outcome.h"

namespace model::scenario {

// Their names, in the order of a course.
QStringList builtInNames();
std::optional<QByteArray> builtIn(const QString& name);

struct FileProblem {
    enum class Kind : std::uint8_t { Missing, NotPermitted, NotAFile, TooLarge, Unreadable };
    Kind kind;
    QString text; // "echo.scn: no such file"
};
inline constexpr qint64 kLargestScenarioFile = qint64 {4} << 20;

// Looks before it reads: a pipe, a device or a folder is no scenario, and must not be waited for.
netcore::Outcome<QByteArray, FileProblem> readScenarioFile(const QString& path);

}
