// A session in which calls fail for real, and the doctor that looks at them.
#pragma once

#include <functional>
#include <string>
#include <sys/socket.h>
#include <vector>

#include "model/explain/doctor.h"
#include "tests/model/session_bench.h"
#include "tests/support/temporary_folder.h"

class Clinic {
public:
    Clinic();

    // Makes the call and waits for its result: "0", "-1 EINVAL". The last one made is the patient.
    std::string make(netcore::Call call, netcore::SocketId socket = {});
    // Makes the call, waits until it is seen asleep, cancels it.
    std::string cancelAsleep(netcore::Call call, netcore::SocketId socket);

    model::CallCase patient() const;
    model::Diagnosis diagnosis() const { return m_doctor.diagnose(patient()); }
    // Waits until what was found out has come and makes it that situation; returns what it is.
    QString situation(const QString& expected);

    netcore::SocketId socket(int domain, int type) { return bench.socket(domain, type); }
    netcore::SocketId listener(int domain, int backlog = 5) { return bench.listener(domain, 0, backlog); }
    netcore::SocketId bound(int domain, int type) { return bench.bound(domain, type); }
    netcore::SocketId connected(int domain, int flags = 0); // to a listener of its own, accepted as `served`
    netcore::Address localOf(netcore::SocketId socket) const { return bench.node(socket).local; }
    netcore::Address path(const char* name) const { return netcore::Address::unixPath(folder.file(name)); }
    void fill(netcore::SocketId socket); // sends until not a byte more goes in; the last call is the patient
    void close(netcore::SocketId socket) { bench.make(netcore::calls::close(), socket); }
    // Until both are known as two ends of one connection.
    bool sees(const std::function<bool()>& holds) { return bench.waitFor(holds); }

    support::TemporaryFolder folder;
    SessionBench bench;
    netcore::SocketId served {}; // the other end of the last connected()
    netcore::Ticket last {};

private:
    model::Explainer m_explainer;
    model::Doctor m_doctor {m_explainer};
};

// What a case needs of the machine; where it is denied, the case is skipped.
enum class Needs : std::uint8_t {
    Nothing,
    OwnNetwork, // a network namespace that the test may set up
    FewerRights, // root that can give up capabilities
};

struct DoctorCase {
    const char* situation;
    std::function<void(Clinic&)> run; // the last call that it makes is looked at
    Needs needs = Needs::Nothing;
};
using DoctorCases = std::vector<DoctorCase>;

DoctorCases addressCases();
DoctorCases connectionCases();
DoctorCases unreachableCases();
DoctorCases dataCases();
DoctorCases argumentCases();
DoctorCases noteCases();
DoctorCases optionCases();

netcore::Address v4(std::uint32_t host, std::uint16_t port);
netcore::Address v6(const char* text); // "[::1]:80"
netcore::Address withPortOf(std::uint32_t host, const netcore::Address& other);
netcore::Address rawAddress(const void* bytes, std::size_t size);
inline constexpr std::uint32_t kLoopback = 0x7f000001;
