// Which line of the data view shows what: arithmetic over the movements, without any text.
//
// A movement is a head line, lines about it (whom it is from, what is special), and its bytes, so many a
// line.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/data/movements.h"

namespace ui {

// Does something have to be said about it, beyond way, size and time?
bool hasNote(const model::Movement& movement);

// A byte of the bytes that the log kept. Ordered as they are shown.
struct DataPlace {
    std::size_t movement = 0;
    std::uint32_t offset = 0;
    bool operator==(const DataPlace&) const = default;
    // By hand: in a defaulted <=> clang 14 takes a zero for a null pointer.
    bool operator<(const DataPlace& other) const
    {
        return movement != other.movement ? movement < other.movement : offset < other.offset;
    }
};

struct DataLine {
    enum class Part : std::uint8_t { Head, Address, Note, Bytes };
    std::size_t movement;
    Part part;
    std::uint32_t offset; // of the first byte in a line of bytes
};

class DataLines {
public:
    // All movements of the socket so far; those known already are not looked at again.
    void extend(std::span<const model::Movement> movements);
    void clear();
    // Bytes a line. A new number counts anew.
    void setPerLine(int bytes, std::span<const model::Movement> movements);

    int perLine() const { return m_perLine; }
    std::uint64_t count() const { return m_count; }
    std::size_t movements() const { return m_starts.size(); }
    DataLine at(std::uint64_t line, std::span<const model::Movement> movements) const;
    std::uint64_t headOf(std::size_t movement) const { return m_starts[movement]; }
    // Where that byte stands; the head of a movement without bytes.
    std::uint64_t lineOf(const DataPlace& place, std::span<const model::Movement> movements) const;

private:
    std::vector<std::uint64_t> m_starts; // the head line of each movement
    std::uint64_t m_count = 0;
    int m_perLine = 8;
};

}
