#include "netcore/sys/name_lookup.h"

#include <cerrno>
#include <csignal>
#include <memory>
#include <netdb.h>
#include <semaphore.h>
#include <system_error>
#include <thread>

namespace netcore {

namespace {

struct LookUp {
    explicit LookUp(LookUpDetails what) : wanted(std::move(what)) { ::sem_init(&done, 0, 0); }
    ~LookUp() { ::sem_destroy(&done); }
    LookUp(const LookUp&) = delete;
    LookUp& operator=(const LookUp&) = delete;

    const LookUpDetails wanted;
    CallResult result;
    std::vector<FoundAddress> found;
    sem_t done;
};

const char* pointer(const std::optional<std::string>& name)
{
    return name ? name->c_str() : nullptr;
}

FoundAddress copyOf(const addrinfo& entry)
{
    FoundAddress found;
    found.flags = entry.ai_flags;
    found.family = entry.ai_family;
    found.type = entry.ai_socktype;
    found.protocol = entry.ai_protocol;
    found.address = Address::fromBytes({reinterpret_cast<const std::byte*>(entry.ai_addr), entry.ai_addrlen});
    found.canonicalName = entry.ai_canonname == nullptr ? "" : entry.ai_canonname;
    return found;
}

void run(LookUp& lookUp)
{
    addrinfo hints {};
    hints.ai_flags = lookUp.wanted.flags;
    hints.ai_family = lookUp.wanted.family;
    hints.ai_socktype = lookUp.wanted.type;
    hints.ai_protocol = lookUp.wanted.protocol;
    addrinfo* list = nullptr;
    const int code = ::getaddrinfo(pointer(lookUp.wanted.node), pointer(lookUp.wanted.service),
        lookUp.wanted.hasHints ? &hints : nullptr, &list);
    lookUp.result = {code, code == EAI_SYSTEM ? errno : 0};
    if (code == 0) {
        for (const addrinfo* entry = list; entry != nullptr; entry = entry->ai_next) {
            lookUp.found.push_back(copyOf(*entry));
        }
        ::freeaddrinfo(list);
    }
}

// The wake signal is for the caller; whoever starts a thread gives it the caller's mask.
class AllSignalsBlocked {
public:
    AllSignalsBlocked()
    {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &m_before);
    }
    ~AllSignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    AllSignalsBlocked(const AllSignalsBlocked&) = delete;
    AllSignalsBlocked& operator=(const AllSignalsBlocked&) = delete;

private:
    sigset_t m_before {};
};

}

CallResult lookUp(const LookUpDetails& wanted, std::vector<FoundAddress>& found)
{
    const auto state = std::make_shared<LookUp>(wanted);
    try {
        const AllSignalsBlocked blocked;
        std::thread([state] {
            run(*state);
            ::sem_post(&state->done);
        }).detach();
    } catch (const std::system_error& failure) {
        return {EAI_SYSTEM, failure.code().value()};
    }
    if (::sem_wait(&state->done) != 0) {
        return {EAI_SYSTEM, errno};
    }
    found = std::move(state->found);
    return state->result;
}

}
