// What a row says of an observation: the calls by which Sockscope has looked, which are nobody's calls.
#pragma once

#include <QString>

#include "model/store/event_store.h"

namespace ui {

// "looked: fstat(fd, &st); getsockname(fd, &addr, &len); ..."; `between` stands between the calls.
QString observationText(const model::EventStore& store, model::Row row, const QString& between);

}
