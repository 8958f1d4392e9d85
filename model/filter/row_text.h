// A row as one line of text, for tests of `text`: a call as strace prints it with its result, a note, a gap.
// Empty for observations. Any thread.
#pragma once

#include <string>

#include "model/store/event_store.h"

namespace model::filter {

std::string rowText(const EventStore& store, Row row);

}
