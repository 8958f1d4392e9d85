// Other processes, fewer rights, and a network of one's own.
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <sys/types.h>

#include "netcore/sys/address.h"

// Another process that has a socket bound there (and listening, where it is a stream).
class Stranger {
public:
    // `user` 0: the same as ours. `name`: what it calls itself; empty: as this program.
    Stranger(const netcore::Address& place, int type, uid_t user = 0, const char* name = "");
    // In a network namespace of its own, where no list of ours shows it.
    static std::unique_ptr<Stranger> elsewhere(const netcore::Address& place, int type);
    ~Stranger();
    Stranger(const Stranger&) = delete;
    Stranger& operator=(const Stranger&) = delete;

    const netcore::Address& place() const { return m_place; } // with its port
    pid_t pid() const { return m_pid; }

private:
    Stranger() = default;
    void live(const std::function<void()>& prepare);

    netcore::Address m_place;
    pid_t m_pid = 0;
};

// Takes capabilities (CAP_*) from this thread and those that it starts, as long as it lives.
class WithoutCapabilities {
public:
    explicit WithoutCapabilities(std::initializer_list<int> capabilities);
    ~WithoutCapabilities();
    WithoutCapabilities(const WithoutCapabilities&) = delete;
    WithoutCapabilities& operator=(const WithoutCapabilities&) = delete;

private:
    std::uint32_t m_before[2] = {0, 0};
};

// A file in /proc/sys with another content, as long as it lives.
class Sysctl {
public:
    Sysctl(const char* name, const std::string& value);
    ~Sysctl();
    Sysctl(const Sysctl&) = delete;
    Sysctl& operator=(const Sysctl&) = delete;

private:
    std::string m_path;
    std::string m_before;
};

// Before any thread: this process gets a network and mounts of its own, with lo up, and veth0 (10.9.0.1/24)
// with nobody at its other end. False: denied.
bool enterOwnNetwork();
bool isInOwnNetwork();
bool ip(const std::string& arguments); // ip(8); false: it failed
