#include "tests/bench/resident.h"

#include <QCoreApplication>
#include <QFile>

namespace bench {

double megabytesOf(qint64 process, const QByteArray& field)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(field + ':')) {
            return line.mid(field.size() + 1).trimmed().split(' ').first().toDouble() * 1024 / 1e6;
        }
    }
    return -1;
}

double residentMegabytes()
{
    return megabytesOf(QCoreApplication::applicationPid(), "VmRSS");
}

}
