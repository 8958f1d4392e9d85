#include "tests/bench/all_benches.h"

namespace bench {

const std::vector<Bench>& benches()
{
    static const std::vector<Bench> all {
        {"ping-pong", "64 B to and fro, every call logged, the window drawing", pingPong},
        {"pipeline", "events from threads that make calls to the one that keeps the log", pipeline},
        {"tail-follow", "10,000 more rows in a log of ten million, in sight", tailFollow},
        {"sequence", "life lines of fifty calls, in a log of a million", sequence},
        {"board", "a thousand cards, two hundred bytes on their way", boardFrames},
        {"slider", "any moment of ten million events", slider},
        {"start", "the window's first picture, and what it has in memory", starting},
        {"search", "a gigabyte of payload", searching},
        {"filter", "a structured filter", filtering},
#ifdef SOCKSCOPE_HAS_SQLITE
        {"write", "events to the disk", writing},
#endif
        {"open", "a large session, from its file", opening},
        {"memory", "what a long log takes", memory},
        {"soak", "many minutes at full speed, filters and finds typed meanwhile", soak, true},
        {"stalls", "whether the window always answers", stalls},
    };
    return all;
}

}
