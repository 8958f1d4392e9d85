// What the thread sanitizer must not say. Linked into every test that it watches.

extern "C" const char* __tsan_default_suppressions();

const char* __tsan_default_suppressions()
{
    return
        // Debian's Qt is not instrumented: how Qt Test and its watchdog thread wait for each other is not
        // seen.
        "race:QWaitCondition\n"
        "race:libQt6Test.so\n"
        // The sanitizer takes close() and connect() for writes to a descriptor that nobody else may be using.
        // That somebody does is what Sockscope shows: a call may sleep on a socket while another thread
        // closes it.
        "race:netcore::LinuxSyscalls::close\n"
        "race:netcore::LinuxSyscalls::connect\n";
}
