// UNIX sockets that are files: private from the first moment, and only our own are removed.

#include <ctime>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"
#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::kindAndMode;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

// As another program does it.
OwnedFd foreignSocketAt(const std::string& path)
{
    OwnedFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const Address address = Address::unixPath(path);
    if (::bind(socket.get(), address.data(), address.length()) != 0) {
        socket.reset();
    }
    return socket;
}

// Files get their birth from the coarse clock: two that are born within a tick of it look alike.
void waitForATick()
{
    const auto now = [] {
        timespec time {};
        ::clock_gettime(CLOCK_REALTIME_COARSE, &time);
        return time.tv_nsec;
    };
    support::eventually([&, before = now()] { return now() != before; });
}

std::string bindAt(EngineBench& bench, const std::string& path)
{
    return bench.resultOf(calls::bind(Address::unixPath(path)), bench.socket(AF_UNIX, SOCK_STREAM));
}

}

class EnginePathsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_umask = ::umask(0); } // the worst: nothing is taken from any mode
    void cleanup() { ::umask(m_umask); }
    void ownFile_isPrivateAtOnce();
    void ownFile_isRemovedAtTheEnd();
    void ownFile_outlivesItsSocket();
    void regularFile_isLeftAlone();
    void foreignSocket_isLeftAlone();
    void replacedFile_isLeftAlone_data();
    void replacedFile_isLeftAlone();
    void shortLength_bindsAnotherPath();
    void longLength_bindsThePath();
    void unterminatedPath_isRemoved();
    void missingFolder_givesEnoent();
    void abstractName_makesNoFile();

private:
    mode_t m_umask = 0;
};

void EnginePathsTest::ownFile_isPrivateAtOnce()
{
    const TemporaryFolder folder;
    EngineBench bench;
    QCOMPARE(bindAt(bench, folder.file("a")), "0"s);
    QCOMPARE(kindAndMode(folder.file("a")), "socket 0600"s);
    std::string order;
    for (const RecordedEvent& recorded : bench.recorder().all()) {
        if (recorded.event.kind == EventKind::Call) {
            const bool isAutomatic = (recorded.event.flags & eventFlags::kAutomatic) != 0;
            order += std::string(describe(recorded.event.call).name) + (isAutomatic ? " automatic; " : "; ");
        }
    }
    QCOMPARE(order, "socket; fchmod automatic; bind; "s);
}

void EnginePathsTest::ownFile_isRemovedAtTheEnd()
{
    const TemporaryFolder folder;
    EngineBench bench;
    for (const char* name : {"a", "b", "c d"}) {
        QCOMPARE(bindAt(bench, folder.file(name)), "0"s);
    }
    bench.endEngine();
    for (const char* name : {"a", "b", "c d"}) {
        QCOMPARE(kindAndMode(folder.file(name)), "none"s);
    }
}

void EnginePathsTest::ownFile_outlivesItsSocket()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId socket = bench.socket(AF_UNIX, SOCK_STREAM);
    bench.make(calls::bind(Address::unixPath(folder.file("a"))), socket);
    bench.make(calls::close(), socket);
    QCOMPARE(kindAndMode(folder.file("a")), "socket 0600"s); // as the kernel leaves it
    QCOMPARE(bindAt(bench, folder.file("a")), "-1 EADDRINUSE"s);
    bench.endEngine();
    QCOMPARE(kindAndMode(folder.file("a")), "none"s);
}

void EnginePathsTest::regularFile_isLeftAlone()
{
    const TemporaryFolder folder;
    support::writeFile(folder.file("a"), "precious");
    const std::string before = kindAndMode(folder.file("a"));
    EngineBench bench;
    QCOMPARE(bindAt(bench, folder.file("a")), "-1 EADDRINUSE"s);
    bench.endEngine();
    QCOMPARE(kindAndMode(folder.file("a")), before);
    QCOMPARE(support::readFile(folder.file("a")), "precious"s);
}

void EnginePathsTest::foreignSocket_isLeftAlone()
{
    const TemporaryFolder folder;
    const OwnedFd foreign = foreignSocketAt(folder.file("a"));
    const std::string before = kindAndMode(folder.file("a"));
    EngineBench bench;
    QCOMPARE(bindAt(bench, folder.file("a")), "-1 EADDRINUSE"s);
    bench.endEngine();
    QCOMPARE(kindAndMode(folder.file("a")), before);
}

void EnginePathsTest::replacedFile_isLeftAlone_data()
{
    QTest::addColumn<std::string>("by");
    QTest::newRow("regular file") << "file"s;
    QTest::newRow("another program's socket") << "socket"s;
    QTest::newRow("link to a socket") << "link"s;
}

void EnginePathsTest::replacedFile_isLeftAlone()
{
    QFETCH(std::string, by);
    const TemporaryFolder folder;
    const std::string path = folder.file("a");
    EngineBench bench;
    const SocketId socket = bench.socket(AF_UNIX, SOCK_STREAM);
    bench.make(calls::bind(Address::unixPath(path)), socket);
    bench.make(calls::close(), socket); // frees the inode's number: the next file may well get it
    ::unlink(path.c_str());
    waitForATick();
    OwnedFd foreign;
    if (by == "file") {
        support::writeFile(path, "precious");
    } else if (by == "socket") {
        foreign = foreignSocketAt(path);
    } else {
        foreign = foreignSocketAt(folder.file("elsewhere"));
        QCOMPARE(::symlink(folder.file("elsewhere").c_str(), path.c_str()), 0);
    }
    const std::string before = kindAndMode(path);
    bench.endEngine();
    QCOMPARE(kindAndMode(path), before);
    QVERIFY(before != "none");
}

// bind() reads as many bytes as it is told: the file has a shorter name, and the longer one is not ours.
void EnginePathsTest::shortLength_bindsAnotherPath()
{
    const TemporaryFolder folder;
    const OwnedFd foreign = foreignSocketAt(folder.file("abc"));
    EngineBench bench;
    Call bind = calls::bind(Address::unixPath(folder.file("abc")));
    bind.arguments[2] -= 2; // without c and NUL
    QCOMPARE(bench.resultOf(bind, bench.socket(AF_UNIX, SOCK_STREAM)), "0"s);
    QCOMPARE(kindAndMode(folder.file("ab")), "socket 0600"s);
    bench.endEngine();
    QCOMPARE(kindAndMode(folder.file("ab")), "none"s);
    QCOMPARE(kindAndMode(folder.file("abc")), "socket 0777"s);
}

void EnginePathsTest::longLength_bindsThePath()
{
    const TemporaryFolder folder;
    EngineBench bench;
    Call bind = calls::bind(Address::unixPath(folder.file("a")));
    bind.arguments[2] = sizeof(sockaddr_un);
    QCOMPARE(bench.resultOf(bind, bench.socket(AF_UNIX, SOCK_STREAM)), "0"s);
    QCOMPARE(kindAndMode(folder.file("a")), "socket 0600"s);
    bench.endEngine();
    QCOMPARE(kindAndMode(folder.file("a")), "none"s);
}

// The kernel takes a name that fills all 108 bytes.
void EnginePathsTest::unterminatedPath_isRemoved()
{
    const TemporaryFolder folder;
    std::string path = folder.file("");
    path.resize(108, 'x');
    const sa_family_t family = AF_UNIX;
    const auto head = std::as_bytes(std::span(&family, 1));
    std::vector<std::byte> bytes(head.begin(), head.end());
    const auto tail = std::as_bytes(std::span(path));
    bytes.insert(bytes.end(), tail.begin(), tail.end());
    EngineBench bench;
    QCOMPARE(
        bench.resultOf(calls::bind(Address::fromBytes(bytes)), bench.socket(AF_UNIX, SOCK_STREAM)), "0"s);
    QCOMPARE(kindAndMode(path), "socket 0600"s);
    bench.endEngine();
    QCOMPARE(kindAndMode(path), "none"s);
}

void EnginePathsTest::missingFolder_givesEnoent()
{
    const TemporaryFolder folder;
    EngineBench bench;
    QCOMPARE(bindAt(bench, folder.file("no/a")), "-1 ENOENT"s);
    support::writeFile(folder.file("file"), "");
    QCOMPARE(bindAt(bench, folder.file("file/a")), "-1 ENOTDIR"s);
}

void EnginePathsTest::abstractName_makesNoFile()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId socket = bench.socket(AF_UNIX, SOCK_STREAM);
    bench.make(calls::bind(support::placeFor("abstract", folder, "a")), socket);
    const auto isFchmod = [](const RecordedEvent& recorded) { return recorded.event.call == CallId::Fchmod; };
    QCOMPARE(bench.recorder().count(isFchmod), std::size_t {0});
}

QTEST_APPLESS_MAIN(EnginePathsTest)
#include "engine_paths_test.moc"
