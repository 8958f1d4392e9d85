// What the buttons of remedies say.
#pragma once

#include "model/explain/doctor.h"

namespace ui::words {

QString remedy(const model::Remedy& remedy, const model::SocketGraph& graph); // "Use port 0"
// The calls that it makes, a line each; or what it does.
QString remedyHint(const model::Remedy& remedy, const model::SocketGraph& graph);
// Where it can be told by a name that does not change: "remedy-bindPortZero".
QString remedyName(const model::Remedy& remedy);

}
