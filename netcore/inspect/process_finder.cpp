#include "netcore/inspect/process_finder.h"

#include <algorithm>
#include <charconv>
#include <dirent.h>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

namespace netcore {

namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

// Names that are numbers: processes in /proc, descriptors in /proc/PID/fd.
std::vector<std::int32_t> numbersIn(const std::string& path)
{
    std::vector<std::int32_t> numbers;
    const Folder folder(::opendir(path.c_str()));
    while (const dirent* entry = folder ? ::readdir(folder.get()) : nullptr) {
        const std::string_view name(entry->d_name);
        std::int32_t number = 0;
        const auto result = std::from_chars(name.begin(), name.end(), number);
        if (result.ec == std::errc {} && result.ptr == name.end()) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

// "socket:[12345]"
std::optional<std::uint64_t> socketBehind(const std::string& link)
{
    std::array<char, 64> room {};
    const ssize_t length = ::readlink(link.c_str(), room.data(), room.size());
    constexpr std::string_view kStart = "socket:[";
    std::string_view target(room.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    if (!target.starts_with(kStart)) {
        return std::nullopt;
    }
    target.remove_prefix(kStart.size());
    std::uint64_t inode = 0;
    return std::from_chars(target.begin(), target.end(), inode).ec == std::errc {} ? std::optional(inode)
                                                                                   : std::nullopt;
}

std::string beginningOf(const std::string& path, std::size_t most)
{
    std::ifstream file(path, std::ios::binary);
    std::string text(most, '\0');
    file.read(text.data(), static_cast<std::streamsize>(most));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

void describeProcess(Holder& holder, std::int32_t process)
{
    const std::string folder = "/proc/" + std::to_string(process);
    holder.process = process;
    holder.program = beginningOf(folder + "/comm", 64);
    if (holder.program.ends_with('\n')) {
        holder.program.pop_back();
    }
    holder.commandLine = beginningOf(folder + "/cmdline", kLongestCommandLine);
    while (holder.commandLine.ends_with('\0')) {
        holder.commandLine.pop_back();
    }
}

}

void findProcesses(std::span<Holder> holders, const std::atomic<bool>& stop)
{
    std::vector<Holder*> wanted;
    for (Holder& holder : holders) {
        if (holder.inode != 0 && holder.ours == kNoSocket) {
            wanted.push_back(&holder);
        }
    }
    if (wanted.empty()) {
        return;
    }
    for (const std::int32_t process : numbersIn("/proc")) {
        const std::string folder = "/proc/" + std::to_string(process) + "/fd";
        for (const std::int32_t descriptor : numbersIn(folder)) {
            if (stop || wanted.empty()) {
                return;
            }
            const auto inode = socketBehind(folder + '/' + std::to_string(descriptor));
            std::erase_if(wanted, [&](Holder* holder) {
                const bool found = inode == holder->inode;
                if (found) {
                    describeProcess(*holder, process);
                }
                return found;
            });
        }
    }
}

}
