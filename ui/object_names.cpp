#include "ui/object_names.h"

#include "netcore/names/call_text.h"
#include "netcore/names/constants.h"
#include "netcore/sys/address.h"

namespace ui {

QString typeInName(int type)
{
    switch (type) {
    case SOCK_STREAM:
        return QStringLiteral("stream");
    case SOCK_DGRAM:
        return QStringLiteral("datagram");
    case SOCK_SEQPACKET:
        return QStringLiteral("seqpacket");
    default:
        return QString::fromStdString(netcore::constantText(netcore::socketTypes(), type));
    }
}

}
