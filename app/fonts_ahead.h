// The fonts' configuration (some 50 files of XML) is read on a thread of its own while Qt opens the display:
// it is a seventh of all that the processor does until the first picture. Qt's own FcInit() then finds it
// read, or waits for it (fontconfig locks what it shares since 2.10.91). FcInit(3).
#pragma once

#include <thread>

namespace app {

// From its making to its end; ends with the reading. What the thread finds wrong, Qt finds again.
class FontsAhead {
public:
    FontsAhead();

private:
    std::jthread m_reading;
};

}
