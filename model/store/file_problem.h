// What can be wrong with a file, as values; the words are in ui.
#pragma once

#include <cstdint>
#include <string>

#include "model/store/row.h"

namespace model {

enum class FileTrouble : std::uint8_t {
    System, // `error` says what: an errno
    NotRegular, // the path leads to a folder, FIFO, device, socket, or symbolic link
    NotASession, // no magic, or a damaged first page
    Newer, // made by a version whose files this one can't read
    Cancelled, // by the user: nothing has changed
};

struct FileProblem {
    FileTrouble what = FileTrouble::System;
    int error = 0;
    std::string path;
};

// Why an opened file gives less than it says it has. What is before it has been read.
enum class DamageKind : std::uint8_t {
    Torn, // it ends in the middle, as after a crash
    Block, // a block's header is wrong: nothing behind it can be found
    Checksum, // a block's bytes are not those that were written
    Content, // rows that no writer would have written
    Vanished, // somebody has cut the file while it was open, or the disk can't read it
};

struct FileDamage {
    DamageKind kind = DamageKind::Torn;
    std::uint64_t offset = 0; // in the file, where known
    Row firstLost = 0;
    Row rowsLost = 0; // as far as the file says; 0: unknown
};

}
