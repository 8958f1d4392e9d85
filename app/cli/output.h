// Where words go: data to the standard output or a file, talk to the standard error.
#pragma once

#include <QByteArray>
#include <QString>
#include <string_view>

#include "netcore/base/owned_fd.h"

namespace cli {

// The three standard descriptors are open from here on: otherwise the first socket would become number 0, 1
// or 2, and talk would go into it.
void openStandardDescriptors();

// A line of talk. What is in it cannot command the terminal.
void say(const QString& line);

// Data to the standard output, at once. Returns the exit code.
int printed(const QByteArray& data);

// A file or the standard output, written as things happen.
class Output {
public:
    static Output standard() { return Output(1, false); }
    // Made anew for its owner alone (0600), or a regular file that is there is overwritten; nothing else is
    // touched. The problem is a sentence.
    static std::optional<Output> file(const QString& path, QString& problem);

    // A FIFO, or what leads to an open descriptor; waits for its reader.
    static std::optional<Output> stream(const QString& path, QString& problem);

    // False: it could not be written, now or before. A reader who has gone away is no error.
    bool write(std::string_view data);
    // An errno, 0 for none.
    int error() const { return m_error; }
    bool isTerminal() const;
    bool isClosed() const { return m_closed; } // the reader has gone away

private:
    Output(int fd, bool isOurs) : m_owned(isOurs ? fd : -1), m_fd(fd) { }

    netcore::OwnedFd m_owned;
    int m_fd;
    int m_error = 0;
    bool m_closed = false;
};

// Colours are wanted: a terminal, and NO_COLOR is not set (no-color.org).
bool wantsColours(int fd);
// Columns of the terminal at the standard output; 100 where there is none.
std::size_t terminalWidth();

}
