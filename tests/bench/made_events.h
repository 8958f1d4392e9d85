// Events as a ping-pong of several sockets makes them: sends and receives of a message, one errno now and
// then.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "model/store/event_store.h"

namespace bench {

class MadeEvents {
public:
    explicit MadeEvents(std::size_t dataSize);

    // The next one: valid until next() is called again.
    const netcore::Event& next();
    std::span<const std::byte> record() const { return m_record; }

    void fill(model::EventStore& store, std::uint64_t count);

private:
    netcore::Event m_event {};
    std::vector<std::byte> m_record;
    std::vector<netcore::Event> m_batch;
    std::vector<const netcore::Event*> m_pointers;
    std::size_t m_arguments;
    std::uint64_t m_count = 0;
};

// A folder that is gone with it, on the disk that holds the temporary files.
class BenchFolder {
public:
    explicit BenchFolder(const std::string& where = {}); // where it can't be made there: the usual place
    ~BenchFolder();
    BenchFolder(const BenchFolder&) = delete;
    BenchFolder& operator=(const BenchFolder&) = delete;
    std::string file(const char* name) const { return m_path + '/' + name; }

private:
    std::string m_path;
};

// A new file of that name, to be read and written.
netcore::OwnedFd newFile(const std::string& path);

}
