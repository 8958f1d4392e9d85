// One row in the forms that are pasted elsewhere.
#pragma once

#include <span>
#include <string>

#include "model/export/export_source.h"

namespace model {

// "server: send(s7, "hello") = 5": a line of the scenario language, with the log's numbers for names. A note
// is a line of narration. Empty for what a scenario can't say.
std::string scenarioLine(const ExportSource& source, Row row);

// "{0x68, 0x65}": an initialiser of unsigned char [], broken into lines of 16; "{0}" for no bytes.
std::string cArray(std::span<const std::byte> bytes);

}
