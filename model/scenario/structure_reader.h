// Arguments that are structures, in C's form as a log shows them, and shorter:
//   sendmsg(c, {msg_name=NULL, msg_iov=[{iov_base="hel", iov_len=3}], msg_control=[{cmsg_len=20, ...}]}, 0)
//   sendmsg(c, {"hel", "lo", SCM_RIGHTS [other]}, 0)      recvmsg(c, {3, 100, control=64}, 0)
//   poll([{fd=c, events=POLLIN}, d POLLIN|POLLOUT], 2, 100)      socketpair(AF_UNIX, SOCK_STREAM, 0, [a, b])
#pragma once

#include "model/scenario/arguments.h"

namespace model::scenario {

bool isStructure(netcore::ParameterKind kind);
// `before`: the arguments that are read already (an option's level and name). Sets the problem where it is
// none.
std::optional<Argument> readStructure(
    TokenReader& tokens, netcore::ParameterKind kind, const std::vector<Argument>& before);
// struct msghdr; `received`: of recvmsg().
std::optional<Structure> readMessage(TokenReader& tokens, bool received);

}
