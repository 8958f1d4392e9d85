#include "model/explain/circumstances.h"

namespace model {

using namespace Qt::StringLiterals;

const QStringList& circumstanceTokens()
{
    static const QStringList all = QStringLiteral(
        // the socket, before the call
        "noSocket internet ipv4 ipv6 unix stream datagram seqpacket named listening connected connecting "
        "shutRead shutWrite sawEnd reset nonBlocking closed self earlierSend "
        // the other end, where it is ours
        "peer:closed peer:closedUnread peer:shutWrite peer:open "
        // the address that was passed
        "addr:none addr:short addr:tooLong addr:unspec addr:otherFamily addr:path addr:abstract addr:unnamed "
        "addr:wildcard addr:loopback addr:multicast addr:broadcast addr:mapped addr:linkLocal addr:zoned "
        "addr:port0 addr:privileged "
        // other arguments and results
        "size:zero moved:zero moved:all moved:part moved:more moved:cut waited:unknown "
        "flag:oob flag:dontWait flag:errorQueue flag:peek flag:unknown "
        "option:known option:v6Only option:short option:buffer removed "
        "args:internet args:unix args:seqpacket args:raw backlog:clamped direction:read "
        // what was found out
        "found holder:none holder:ours holder:named holder:hidden holder:nobody holder:timeWait "
        "holder:listens "
        "holder:idle holder:elsewhere holder:elsewhereFamily holder:here holder:otherFamily holder:otherType "
        "path:unknown path:nothing path:live path:stale path:file path:folder path:danglingLink path:other "
        "path:mine path:notMine "
        "obstacle:none obstacle:missingFolder obstacle:notAFolder obstacle:noSearch obstacle:noWrite "
        "obstacle:readOnly obstacle:loop obstacle:nameTooLong "
        "route:none route:unicast route:local route:broadcast route:multicast route:blackhole "
        "route:unreachable route:prohibited "
        "opt:noBroadcast opt:v6Only opt:reuseAddress opt:receiveTimeout opt:sendTimeout")
                                       .split(u' ');
    return all;
}

}
