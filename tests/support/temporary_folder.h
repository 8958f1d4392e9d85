// A folder of its own, with a path short enough for UNIX sockets; gone at the end with all that is in it.
#pragma once

#include <string>
#include <string_view>

namespace support {

class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::string& path() const { return m_path; }
    std::string file(std::string_view name) const { return m_path + '/' + std::string(name); }

private:
    std::string m_path;
};

void writeFile(const std::string& path, std::string_view content);
std::string readFile(const std::string& path);
// Of the link itself where it is one; "none" where nothing is, else "socket 0600", "file 0644" ...
std::string kindAndMode(const std::string& path);

}
