// Bytes made by rule, to be sent: where the content doesn't matter but its length, or must be seen again.
#pragma once

#include <QByteArray>

namespace model {

enum class PatternKind : quint8 {
    Zeros,
    Counting, // 00 01 .. ff 00 ..
    Random, // the same for the same seed, everywhere
    Letters, // "AAAA"
};

struct Pattern {
    PatternKind kind = PatternKind::Zeros;
    qsizetype size = 0; // bytes
    quint32 seed = 0; // of Random
};

QByteArray made(const Pattern& pattern);

}
