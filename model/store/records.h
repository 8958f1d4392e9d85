// What a session file says beside its events: small, and seldom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace model {

// Numbers are the file's: they never change, and unknown ones are kept as they are.
enum class RecordKind : std::uint16_t {
    Program = 1, // UTF-8: name and version of who wrote it
    Host = 2, // UTF-8
    Actor = 3, // UTF-8: the name of the next actor, from 1
    Annotation = 4, // bytes of model/annotations.h; later ones win
};

struct Record {
    RecordKind kind;
    std::vector<std::byte> bytes;
};

inline constexpr std::size_t kMostRecordBytes = std::size_t {1} << 24;

}
