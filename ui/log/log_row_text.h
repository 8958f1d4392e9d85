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

struct LogRowText {
    QString time;
    QString socket; // its number
    QString thread;
    QString call;
    qsizetype nameLength = 0; // of the function, at the beginning of the call
    QString result;
    QString took;
    netcore::SocketId socketId = netcore::kNoSocket;
    int domain = 0;
    RowState state = RowState::Done;
    bool automatic = false; // Sockscope's own doing, not the user's

    QString line() const; // all of it, for a reader
};

LogRowText logRowText(const LogSource& source, model::Row row);
// Whose row it is: the socket it was called on, or the one that it made.
netcore::SocketId socketOfRow(const LogSource& source, model::Row row);
// The whole call, when, how long, and what its errno means.
QString logRowToolTip(const LogSource& source, model::Row row);

}
