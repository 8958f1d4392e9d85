#include "netcore/inspect/investigator.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <map>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "netcore/base/clock.h"
#include "netcore/inspect/address_holder.h"
#include "netcore/inspect/machine_facts.h"
#include "netcore/inspect/process_finder.h"
#include "netcore/inspect/unix_path.h"

namespace netcore {

namespace {

constexpr std::size_t kMostTasks = 64;

bool isInternet(int family)
{
    return family == AF_INET || family == AF_INET6;
}

// What there is to find out about an errno.
enum Topic : unsigned {
    kHolders = 1U << 0U, // who has, or could have, the address; the path
    kRoute = 1U << 1U,
    kInterfaces = 1U << 2U,
    kPorts = 1U << 3U, // ranges and limits of ports
    kDescriptors = 1U << 4U,
    kQueues = 1U << 5U,
    kOptions = 1U << 6U, // of the socket itself
};

unsigned topicsOf(int error)
{
    switch (error) {
    case EADDRINUSE:
        return kHolders | kOptions;
    case EADDRNOTAVAIL:
        return kHolders | kInterfaces | kPorts;
    case ECONNREFUSED:
    case EPROTOTYPE:
        return kHolders | kOptions;
    case EACCES:
        return kHolders | kRoute | kPorts | kOptions;
    case ENOENT:
    case ENOTDIR:
    case ELOOP:
    case EROFS:
    case ENAMETOOLONG:
    case ENOSPC:
        return kHolders;
    case EHOSTUNREACH:
    case ENETUNREACH:
    case ENETDOWN:
    case ETIMEDOUT:
    case ENODEV:
        return kRoute | kInterfaces;
    case EINVAL:
        return kRoute | kInterfaces | kOptions;
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
        return kDescriptors;
    case EAGAIN:
    case EMSGSIZE:
    case EPERM:
        return kHolders | kQueues | kOptions | kPorts;
    default:
        return 0;
    }
}

// A bind() that succeeded although others have the port, or that the whole network can reach.
bool isSurprise(const Question& question)
{
    return question.error == 0 && isInternet(question.domain) && question.call == CallId::Bind
        && (question.address.port() != 0 || question.address.isWildcard());
}

void addBoundOnly(const Address& wanted, const Descriptor& own, std::uint64_t inode, Finding& finding)
{
    sockaddr_storage name {};
    socklen_t length = sizeof name;
    if (wanted.port() == 0 || finding.holders.size() >= kMostHolders
        || ::getsockname(own.fd, reinterpret_cast<sockaddr*>(&name), &length) != 0) {
        return;
    }
    Holder holder;
    holder.local = Address::fromKernel(name, length);
    holder.state = kBoundOnly;
    holder.type = static_cast<std::uint8_t>(own.type);
    holder.inode = inode;
    holder.user = ::geteuid();
    if (holder.local.port() == wanted.port() && conflicts(wanted, false, holder.local, false)) {
        finding.holders.push_back(std::move(holder));
    }
}

void blockAllSignals()
{
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, nullptr);
}

}

Investigator::Investigator(const DescriptorTable& sockets, EventStream& events)
    : m_sockets(sockets), m_events(events)
{
}

Investigator::~Investigator()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

bool Investigator::cares(const Question& question)
{
    return topicsOf(question.error) != 0 || isSurprise(question);
}

void Investigator::ask(Question question)
{
    post(std::move(question));
}

void Investigator::removeStale(Removal removal)
{
    post(std::move(removal));
}

void Investigator::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_tasks.size() >= kMostTasks) {
            return;
        }
        if (!m_thread.joinable()) {
            try {
                m_thread = std::thread([this] { run(); });
            } catch (const std::system_error&) {
                return; // no thread to be had: then nobody investigates
            }
        }
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void Investigator::run()
{
    blockAllSignals();
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
        if (m_stopping) {
            return;
        }
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        std::visit([this](const auto& what) { handle(what); }, task);
        lock.lock();
    }
}

void Investigator::handle(const Question& question)
{
    const unsigned topics
        = isSurprise(question) ? kHolders | kInterfaces | kOptions : topicsOf(question.error);
    Finding finding;
    Address meant = question.address;
    m_sockets.visit(question.socket, [&](const Descriptor& descriptor) {
        if ((topics & kOptions) != 0) {
            addSocketOptions(finding, descriptor.fd);
        }
        if (meant.isEmpty()) { // send(), recv(): the peer; listen(): the own name
            sockaddr_storage name {};
            socklen_t length = sizeof name;
            const auto naming = question.call == CallId::Listen ? ::getsockname : ::getpeername;
            if (naming(descriptor.fd, reinterpret_cast<sockaddr*>(&name), &length) == 0) {
                meant = Address::fromKernel(name, length);
            }
        }
    });
    if ((topics & kHolders) != 0 && !meant.isEmpty()) {
        Question precise = question;
        precise.address = meant;
        findHolders(precise, finding);
    }
    if ((topics & kRoute) != 0) {
        if (const auto route = routeTo(meant)) {
            finding.numbers[Quantity::RouteTo] = static_cast<std::int64_t>(*route);
        }
    }
    if ((topics & kInterfaces) != 0 && (isInternet(question.domain) || isInternet(meant.family()))) {
        finding.addresses = localAddresses();
    }
    if ((topics & kPorts) != 0 && isInternet(question.domain)) {
        addPortRange(finding);
    }
    if ((topics & kDescriptors) != 0) {
        addDescriptorLimits(finding);
    }
    if ((topics & kQueues) != 0 && question.domain == AF_UNIX) {
        addQueueLimits(finding);
    }
    finding.numbers[Quantity::UserId] = ::geteuid();
    publish(question.ticket, question.socket, question.actor, finding);
}

void Investigator::findHolders(const Question& question, Finding& finding)
{
    const Address& wanted = question.address;
    if (isInternet(wanted.family()) && isInternet(question.domain)) {
        findInternetHolders(wanted, question.type, finding);
    } else if (!wanted.path().empty()) {
        std::vector<UnixSocket> holders;
        finding.path = lookAtPath(std::string(wanted.path()), holders);
        std::stable_partition(holders.begin(), holders.end(),
            [](const UnixSocket& socket) { return socket.holder.state != TCP_ESTABLISHED; });
        holders.resize(std::min(holders.size(), kMostHolders));
        for (UnixSocket& socket : holders) {
            if (finding.holders.empty()) {
                finding.numbers[Quantity::AcceptQueue] = socket.acceptQueue;
                finding.numbers[Quantity::AcceptLimit] = socket.acceptLimit;
            }
            finding.holders.push_back(std::move(socket.holder));
        }
    } else if (!wanted.abstractName().empty()) {
        findAbstractHolders(wanted, finding);
    }
    nameHolders(question, finding);
}

// Our own sockets by their ids, those of others by the program that has them open. The lists of kernels
// before 6.8 leave out TCP sockets that are bound and do no more: of our own ones we know all the same.
void Investigator::nameHolders(const Question& question, Finding& finding)
{
    std::map<std::uint64_t, SocketId> own;
    for (const SocketId id : m_sockets.open()) {
        m_sockets.visit(id, [&](const Descriptor& descriptor) {
            struct stat found { };
            if (::fstat(descriptor.fd, &found) != 0) {
                return;
            }
            own.emplace(found.st_ino, id);
            const auto listed = [&](const Holder& holder) { return holder.inode == found.st_ino; };
            if (id != question.socket && isInternet(descriptor.domain) && descriptor.type == question.type
                && std::ranges::none_of(finding.holders, listed)) {
                addBoundOnly(question.address, descriptor, found.st_ino, finding);
            }
        });
    }
    for (Holder& holder : finding.holders) {
        const auto found = own.find(holder.inode);
        holder.ours = found == own.end() ? kNoSocket : found->second;
    }
    std::erase_if(finding.holders, [&](const Holder& holder) {
        return holder.ours != kNoSocket && holder.ours == question.socket; // nobody is in its own way
    });
    findProcesses(finding.holders, m_stopping);
}

void Investigator::handle(const Removal& removal)
{
    Finding finding;
    finding.numbers[Quantity::RemovalResult] = removeStaleSocket(removal.path, removal.file);
    std::vector<UnixSocket> holders;
    finding.path = lookAtPath(removal.path, holders);
    publish(removal.ticket, removal.socket, kNoActor, finding);
}

void Investigator::publish(Ticket ticket, SocketId socket, ActorId actor, const Finding& finding)
{
    if (m_stopping) {
        return; // perhaps half of it only
    }
    EventChannel& channel = m_events.open();
    const auto data = encode(finding);
    Event event {};
    event.time = channel.announceNow();
    event.dataSize = static_cast<std::uint32_t>(data.size());
    event.socket = socket;
    event.ticket = ticket;
    event.tid = static_cast<std::uint32_t>(::gettid());
    event.actor = actor;
    event.kind = EventKind::Finding;
    event.flags = eventFlags::kAutomatic;
    channel.publish(event, {}, data);
    m_events.retire(channel);
}

}
