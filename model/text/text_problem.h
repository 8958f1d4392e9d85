// Where typed text can't be understood, and why.
#pragma once

#include <QtGlobal>

namespace model {

struct TextProblem {
    enum class Reason : quint8 {
        UnknownEscape, // \q
        UnfinishedEscape, // a backslash at the end
        HexEscapeTooShort, // \x4
        NotHex, // a character that is no hexadecimal digit
        TooLong,
    };
    Reason reason;
    qsizetype position; // in characters from 0
    qsizetype length; // characters that are meant
};

}
