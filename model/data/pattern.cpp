#include "model/data/pattern.h"

#include <algorithm>
#include <random>

namespace model {

QByteArray made(const Pattern& pattern)
{
    QByteArray bytes(std::max<qsizetype>(pattern.size, 0), pattern.kind == PatternKind::Letters ? 'A' : '\0');
    if (pattern.kind == PatternKind::Counting) {
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            bytes[i] = static_cast<char>(i & 0xff);
        }
    } else if (pattern.kind == PatternKind::Random) {
        std::mt19937 numbers(pattern.seed); // its sequence is the standard's, not the library's
        std::ranges::generate(bytes, [&] { return static_cast<char>(numbers() & 0xff); });
    }
    return bytes;
}

}
