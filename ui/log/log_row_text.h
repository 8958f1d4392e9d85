// One row of the log in words, made when it is painted and kept by nobody.
#pragma once

#include <QString>

#include "ui/log/log_source.h"

namespace ui {

enum class RowState : quint8 {
    Done,
    Failed,
    Blocked,
    Returned, // it was seen asleep; a later row has its result
    Remark, // a note
    Gap,
};

// What is asked for beyond what every row has: made only where a column shows it.
struct LogRowWants {
    bool clock = false;
    bool since = false;
    bool data = false;
    bool peer = false;
    bool hex = false; // the data
};

struct LogRowText {
    QString number;
    QString clock; // 14:03:12.004118, of this place
    QString time;
    QString since; // +12 µs
    QString socket; // its number
    QString thread;
    QString call;
    qsizetype nameLength = 0; // of the function, at the beginning of the call
    QString data;
    QString size; // bytes that the call moved
    QString peer;
    QString result;
    QString error; // EAGAIN
    QString took;
    quint64 nanoseconds = 0; // that a call has taken; 0: it is none, or it sleeps
    netcore::SocketId socketId = netcore::kNoSocket;
    int domain = 0;
    RowState state = RowState::Done;
    bool automatic = false; // Sockscope's own doing, not the user's

    QString line() const; // all of it, for a reader
};

LogRowText logRowText(const LogSource& source, model::Row row, const LogRowWants& wants = {});
// Whose row it is: the socket it was called on, or the one that it made.
netcore::SocketId socketOfRow(const LogSource& source, model::Row row);
// The whole call, when, how long, and what its errno means.
QString logRowToolTip(const LogSource& source, model::Row row);

}
