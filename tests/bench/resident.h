// What a process has in memory, in millions of bytes; less than 0: not known.
#pragma once

#include <QByteArray>

namespace bench {

double residentMegabytes(); // this one's, with what is mapped of files
double megabytesOf(qint64 process, const QByteArray& field); // VmRSS, RssAnon, RssFile: proc(5)

}
