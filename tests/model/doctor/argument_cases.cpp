// Arguments that do not fit, or not to what the socket is.

#include <linux/capability.h>
#include <netinet/in.h>
#include <sys/resource.h>

#include "tests/model/doctor/clinic.h"
#include "tests/model/doctor/strangers.h"

using namespace netcore;

namespace {

Call withArgument(Call call, std::size_t slot, std::int64_t value)
{
    call.arguments[slot] = value;
    return call;
}

// As long as it lives, no number is free for another descriptor.
class NoDescriptors {
public:
    NoDescriptors()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    NoDescriptors(const NoDescriptors&) = delete;
    NoDescriptors& operator=(const NoDescriptors&) = delete;

private:
    rlimit m_before {};
};

DoctorCases states()
{
    return {
        {"EBADF.closed",
            [](Clinic& c) {
                const SocketId socket = c.socket(AF_INET, SOCK_STREAM);
                c.close(socket);
                c.make(calls::listen(1), socket);
            }},
        {"EINVAL.bindTwice",
            [](Clinic& c) { c.make(calls::bind(v4(kLoopback, 0)), c.bound(AF_INET, SOCK_STREAM)); }},
        {"EINVAL.listenConnected",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                c.make(calls::listen(1), client);
            }},
        {"EINVAL.listenUnnamed", [](Clinic& c) { c.make(calls::listen(1), c.socket(AF_UNIX, SOCK_STREAM)); }},
        {"EINVAL.acceptOver",
            [](Clinic& c) {
                const SocketId server = c.listener(AF_INET);
                c.make(calls::shutdown(SHUT_RD), server);
                c.make(calls::accept(), server);
            }},
        {"EINVAL.acceptNotListening",
            [](Clinic& c) { c.make(calls::accept(), c.bound(AF_INET, SOCK_STREAM)); }},
        {"EINVAL.connectListening",
            [](Clinic& c) {
                const SocketId server = c.listener(AF_UNIX);
                c.make(calls::connect(c.localOf(server)), server);
            }},
        {"EINVAL.recvUnix", [](Clinic& c) { c.make(calls::recv(1), c.socket(AF_UNIX, SOCK_STREAM)); }},
        {"EINVAL.noUrgent", [](Clinic& c) { c.make(calls::recv(1, MSG_OOB), c.connected(AF_INET)); }},
        {"EMFILE.socket",
            [](Clinic& c) {
                const NoDescriptors none;
                c.make(calls::socket(AF_INET, SOCK_STREAM));
                c.situation(QStringLiteral("EMFILE.socket"));
            }},
        {"EMFILE.accept",
            [](Clinic& c) {
                const SocketId server = c.listener(AF_INET);
                c.make(calls::connect(c.localOf(server)), c.socket(AF_INET, SOCK_STREAM));
                const NoDescriptors none;
                c.make(calls::accept(), server);
                c.situation(QStringLiteral("EMFILE.accept"));
            }},
    };
}

DoctorCases addresses()
{
    const auto bind
        = [](Clinic& c, int domain, Call call) { c.make(std::move(call), c.socket(domain, SOCK_STREAM)); };
    return {
        {"EFAULT.address",
            [=](Clinic& c) {
                Call call = calls::bind(v4(kLoopback, 0));
                call.address.reset();
                bind(c, AF_INET, call);
            }},
        {"EINVAL.zone",
            [=](Clinic& c) {
                bind(c, AF_INET6,
                    calls::bind(Address::ipv6({0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0)));
            }},
        {"EINVAL.nameTooLong",
            [=](Clinic& c) {
                std::string bytes(120, 'x');
                bytes[0] = AF_UNIX;
                bytes[1] = 0;
                bind(c, AF_UNIX, calls::bind(rawAddress(bytes.data(), bytes.size())));
            }},
        {"EINVAL.length",
            [=](Clinic& c) { bind(c, AF_INET, withArgument(calls::bind(v4(kLoopback, 0)), 2, 8)); }},
        {"EINVAL.family", [=](Clinic& c) { bind(c, AF_UNIX, calls::bind(v4(kLoopback, 0))); }},
        {"EINVAL.port0",
            [](Clinic& c) { c.make(calls::sendto("x", v4(kLoopback, 0)), c.socket(AF_INET, SOCK_DGRAM)); }},
        {"EINVAL.nameLength",
            [](Clinic& c) {
                c.make(withArgument(calls::getsockname(), 2, -1), c.bound(AF_INET, SOCK_STREAM));
            }},
    };
}

DoctorCases constants()
{
    return {
        {"EINVAL.acceptFlags", [](Clinic& c) { c.make(calls::accept4(1), c.listener(AF_INET)); }},
        {"EINVAL.direction",
            [](Clinic& c) {
                const SocketId client = c.connected(AF_INET);
                c.make(calls::shutdown(7), client);
            }},
        {"EINVAL.socketType", [](Clinic& c) { c.make(calls::socket(AF_INET, 99)); }},
        {"ESOCKTNOSUPPORT.seqpacket", [](Clinic& c) { c.make(calls::socket(AF_INET, SOCK_SEQPACKET)); }},
        {"ESOCKTNOSUPPORT.type", [](Clinic& c) { c.make(calls::socket(AF_UNIX, SOCK_RDM)); }},
        {"EPROTONOSUPPORT.pair", [](Clinic& c) { c.make(calls::socket(AF_INET, SOCK_STREAM, IPPROTO_UDP)); }},
        {"EPERM.raw",
            [](Clinic& c) {
                const WithoutCapabilities less({CAP_NET_RAW});
                c.make(calls::socket(AF_INET, SOCK_RAW, IPPROTO_ICMP));
            },
            Needs::FewerRights},
    };
}

}

DoctorCases argumentCases()
{
    DoctorCases all = states();
    for (const DoctorCases& more : {addresses(), constants()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}
