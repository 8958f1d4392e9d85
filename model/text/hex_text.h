// Bytes written in hexadecimal, as people have them at hand, into bytes.
//
// Understood: pairs of digits with or without blanks, commas, colons or line ends between them; 0x and \x
// before them; braces, semicolons and quotes of C around them. A digit that is left over is a byte of its
// own: "48 6" and "486" are 48 06. Dumps of xxd, hexdump -C, tcpdump -X, Wireshark and of this program: a
// line that begins with its offset and perhaps ends with the text, both left out; a line "*" repeats the one
// before it.
#pragma once

#include <QByteArray>
#include <QString>

#include "model/text/text_problem.h"
#include "netcore/base/outcome.h"

namespace model {

// `most`: bytes; what would become more is a problem.
netcore::Outcome<QByteArray, TextProblem> parseHex(
    const QString& text, qsizetype most = qsizetype {64} << 20);

}
