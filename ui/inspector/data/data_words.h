// What is said about a movement of bytes.
#pragma once

#include <QString>

#include "model/data/movements.h"

namespace ui::words {

QString movementHead(const model::Movement& movement); // "↓ received 13 B"
// "0-byte message", "10 of 100 bytes kept, the rest is lost"; empty where nothing is special.
QString movementNote(const model::Movement& movement, model::Zero zero);
QString movementAddress(
    const model::Movement& movement, const model::EventStore& store); // "from 127.0.0.1:5000"

}
