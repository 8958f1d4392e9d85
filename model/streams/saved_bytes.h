// Bytes into a file of their own: old or new, 0600, never over what is no regular file.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "model/store/file_problem.h"

namespace model {

// Nothing: it is written. Any thread.
std::optional<FileProblem> saveBytes(const std::string& path, std::span<const std::byte> bytes);

}
