#include "netcore/inspect/peer_owners.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include "netcore/inspect/process_finder.h"
#include "netcore/inspect/socket_tables.h"
#include "netcore/sys/same_place.h"

namespace netcore {

namespace {

bool isInternet(const Address& address)
{
    return address.family() == AF_INET || address.family() == AF_INET6;
}

// A datagram socket need not be connected to us, and one on all addresses answers for each of them.
bool isOther(const PeerQuestion& question, const Holder& candidate)
{
    const bool toUs = isSamePlace(candidate.remote, question.local);
    if (question.type == SOCK_STREAM) {
        return toUs && isSamePlace(candidate.local, question.remote);
    }
    return reaches(question.remote, candidate.local)
        && (toUs || candidate.remote.isEmpty() || candidate.remote.port() == 0);
}

void findInternet(std::span<const PeerQuestion> questions, std::vector<Holder>& found, int type)
{
    const int protocol = type == SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP;
    listInternetSockets(protocol, [&](Holder&& candidate) {
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const bool asked = questions[i].type == type && isInternet(questions[i].remote);
            if (asked && found[i].inode == 0 && isOther(questions[i], candidate)) {
                found[i] = candidate;
            }
        }
    });
}

}

std::vector<Holder> findPeerOwners(std::span<const PeerQuestion> questions, const std::atomic<bool>& stop)
{
    std::vector<Holder> found(questions.size());
    bool streams = false;
    bool datagrams = false;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        found[i].inode = questions[i].peerInode;
        streams = streams || (isInternet(questions[i].remote) && questions[i].type == SOCK_STREAM);
        datagrams = datagrams || (isInternet(questions[i].remote) && questions[i].type == SOCK_DGRAM);
    }
    if (streams) {
        findInternet(questions, found, SOCK_STREAM);
    }
    if (datagrams) {
        findInternet(questions, found, SOCK_DGRAM);
    }
    findProcesses(found, stop);
    return found;
}

}
