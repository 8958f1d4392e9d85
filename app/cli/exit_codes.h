// What the program tells by its exit code: a contract, see the manual.
#pragma once

namespace cli {

enum ExitCode : int {
    kDone = 0,
    kFailed = 1, // an expectation was not met, or the machine refused
    kWrongUsage = 2,
    kBadInput = 65,
    kNoInput = 66,
    kNotAvailable = 69, // a part of it that is not installed, a kernel that lacks it
    kCannotWrite = 73,
    kNotPermitted = 77,
    kTimedOut = 124,
    kSignalled = 128, // and the number of the signal
};

}
