// The colours of a socket's state: the same on its card and in the inspector.
#pragma once

#include "model/graph/socket_graph.h"
#include "netcore/sys/address.h" // AF_UNIX
#include "ui/theme.h"

namespace ui {

struct Tone {
    QColor text;
    QColor soft; // what it stands on
};

inline Tone toneOf(const Theme& theme, const model::SocketNode& socket)
{
    const Tone quiet {theme.dim, theme.field};
    const Tone waiting {theme.waiting, theme.waitingSoft};
    if (!socket.open) {
        return socket.lingering ? waiting : quiet;
    }
    if (socket.listening) {
        return {theme.accent, theme.accentSoft};
    }
    if (socket.reset || (socket.ended && socket.view.errorWaits())) {
        return {theme.error, theme.errorSoft};
    }
    if (socket.ended) {
        return socket.domain == AF_UNIX ? waiting : quiet;
    }
    if (!socket.connected) {
        return socket.connecting ? waiting : quiet;
    }
    const bool half = socket.sawEnd || socket.shutWrite || socket.view.isHalfClosed();
    return half ? waiting : Tone {theme.done, theme.doneSoft};
}

}
