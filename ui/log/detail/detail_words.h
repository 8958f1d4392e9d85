// What the detail of a row says: its arguments by name, what they mean, what the call has changed.
#pragma once

#include <QString>
#include <QStringList>

#include "model/graph/changes.h"
#include "model/graph/socket_graph.h"
#include "netcore/names/calls.h"

namespace ui::words {

// "send(8, "a,b", 3, 0)" -> 8 | "a,b" | 3 | 0
QStringList argumentsOf(const QString& call);
QString parameterMeaning(netcore::ParameterKind kind); // "how many connections may wait to be accepted"
// "fd 8 · Send-Q: 0 B → 5 B"
QString changeText(const model::Change& change, const model::SocketGraph& graph);

}
