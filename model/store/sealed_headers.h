// The structs of the file with their checksums: made here, judged here.
#pragma once

#include "model/store/file_format.h"

namespace model {

FileHeader makeFileHeader(const FileStart& start);
bool isOurs(const FileHeader& header); // magic and checksum; says nothing about the version
bool isReadable(const FileHeader& header); // our major version and our geometry
FileStart startOf(const FileHeader& header);

void seal(Commit& commit);
void seal(BlockHeader& header);
void seal(RecordHeader& header);
bool isSound(const Commit& commit);
bool isSound(const BlockHeader& header);
bool isSound(const RecordHeader& header);

}
