// Bytes from outside as text that only shows something.
#pragma once

#include <QString>
#include <string_view>

namespace model {

// UTF-8 where it is; control characters, directional marks and bytes that are no UTF-8 as \xNN.
QString safeText(std::string_view bytes);

}
