// Parts of objectNames: the same in every language, whatever the widget itself says.
#pragma once

#include <QString>

namespace ui {

// "stream", "datagram", "seqpacket"; another type as the kernel calls it: "SOCK_RDM".
QString typeInName(int type);

}
