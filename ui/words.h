// Facts in words: the one place where numbers of netcore and model become text for people.
#pragma once

#include <QString>

#include "model/graph/socket_graph.h"
#include "model/lifecycle/lifecycle_diagram.h"
#include "model/store/event_store.h"

namespace ui::words {

// Text from outside made safe to show: control characters as pictures (U+2400), directional marks as
// <U+202E>, bytes that are no UTF-8 as \xNN. One line.
QString shown(std::string_view bytes);
// A tooltip is rich text where it looks like it: this never does.
QString plainToolTip(const QString& text);

QString domain(int domain); // "IPv4"
QString type(int type); // "stream"
QString kind(const model::SocketNode& socket); // "IPv4 · stream"
QString role(model::SocketRole role); // "passive"
// One word for the badge: the kernel's TCP state, or BOUND, CONNECTED, CLOSED ...
QString withoutPrefix(std::string_view name); // "CLOSE_WAIT" of TCP_CLOSE_WAIT
QString state(const model::SocketNode& socket);
QString address(const netcore::Address& address); // escaped; "(unnamed)", "–" for none
// ":41822 ⇄ 127.0.0.1:5000", or the local address alone
QString addresses(const model::SocketNode& socket);

QString count(quint64 things); // "8,113,902"
QString bytes(qint64 count); // "5 B", "1.2 kB"
QString took(quint64 nanoseconds); // "9 µs", "1.204 s"
QString moment(quint64 nanosecondsSinceStart); // "00:12.004118"
QString signature(
    netcore::CallId call); // "int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen)"
QString callName(netcore::CallId call);

// The columns of the log.
QString call(const model::EventStore& store, model::Row row); // bind(7, {AF_INET, 127.0.0.1:80}, 16)
QString result(const netcore::Event& event); // "-1 EADDRINUSE"
// As a screen reader says it: "fd 7, IPv4 stream, LISTEN, 127.0.0.1:5000".
QString spokenSocket(const model::SocketNode& socket);
// What a call has sent, on a cord of the board: "5 B “hello”".
QString traffic(const model::EventStore& store, model::Row row);

}
