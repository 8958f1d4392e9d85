// Where an export goes: a regular file that is there as a whole or not at all; the standard output, a FIFO or
// what /dev/stdout leads to by plain writes; nothing else.
#pragma once

#include <QString>
#include <optional>
#include <string_view>

#include "app/cli/output.h"
#include "model/store/replacing_file.h"

namespace cli {

class ExportOutput {
public:
    // "" and "-": the standard output. The problem is a sentence.
    static std::optional<ExportOutput> open(const QString& path, QString& problem);

    int write(std::string_view bytes); // 0 or an errno
    // Puts the file in place. 0 or an errno.
    int finish();
    bool isTerminal() const { return m_plain && m_plain->isTerminal(); }
    bool isClosed() const { return m_plain && m_plain->isClosed(); } // its reader has gone away

private:
    std::optional<Output> m_plain;
    std::optional<model::ReplacingFile> m_file;
    std::uint64_t m_size = 0;
};

}
