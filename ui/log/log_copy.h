// Rows as text for elsewhere: nothing is cut from them, and nothing in them does harm there.
#pragma once

#include <QString>

#include "ui/log/log_selection.h"
#include "ui/log/log_source.h"

namespace ui {

enum class LogCopyForm : quint8 {
    Lines, // as strace -T: send(7, "hello", 5, 0) = 5 <0.000009>
    Hex, // the bytes that a call moved: 68 65 6c 6c 6f
    C, // send(7, "hello", 5, 0);
    CArray, // const unsigned char data[5] = { 0x68, ... };
    Dump, // offset, hex, text
    Scenario, // server: send(s7, "hello") = 5
    Json, // as an export to JSON Lines has it
};

// A row each line. Where there are more than a clipboard should hold, a last line says how many are missing.
QString copiedRows(const LogSource& source, const LogSelection& rows, LogCopyForm form);
QString copiedRow(const LogSource& source, model::Row row, LogCopyForm form); // empty: has none

}
