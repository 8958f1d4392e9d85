// A session on the real kernel that a test asks call by call.
#pragma once

#include <string>

#include "model/session.h"
#include "tests/support/temporary_folder.h"

class SessionBench {
public:
    ~SessionBench() { session.finish(); }

    // Makes the call and waits until it has returned: "5", "-1 EINVAL". A call that never returns: "never".
    std::string make(netcore::Call call, netcore::SocketId socket = {});
    std::string resultOf(netcore::Ticket ticket); // waits for it
    bool waitFor(const std::function<bool()>& holds); // drains meanwhile

    netcore::SocketId newest() const; // none where there is no socket
    const model::SocketNode& node(netcore::SocketId socket) const;
    netcore::SocketId socket(int domain, int type); // type with its flags

    // For each domain a name to bind to that nothing has yet, port 0 or in a folder of the bench.
    netcore::Address freePlace(int domain);
    // Bound; its name is in node().local.
    netcore::SocketId bound(int domain, int type);
    netcore::SocketId listener(int domain, int flags = 0, int backlog = 5);

    model::Session session;

private:
    support::TemporaryFolder m_folder;
    int m_names = 0;
};
