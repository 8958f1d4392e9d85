// sockscope-cli, started and seen through to its end.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace cliTest {

struct Result {
    int code = -1; // -1: it was killed, or did not end
    QByteArray out;
    QByteArray err;
};

QString programPath();
Result run(const QStringList& arguments);
// By /bin/sh; "$CLI" is the program.
Result shell(const QString& script);
// By bash, with pipefail.
Result pipeline(const QString& script);
QByteArray contentOf(const QString& path); // of a file; empty where it can't be read

}
