// Facts about failed calls: their bytes survive everything, and what is looked at is told as it is.

#include <QTest>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <random>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"
#include "netcore/inspect/address_holder.h"
#include "netcore/inspect/machine_facts.h"
#include "netcore/inspect/socket_tables.h"
#include "netcore/inspect/unix_path.h"
#include "tests/support/std_strings.h"
#include "tests/support/temporary_folder.h"

using namespace netcore;

namespace {

Finding fullFinding()
{
    Finding finding;
    Holder holder;
    holder.local = Address::ipv4(0x7f000001, 80);
    holder.remote = Address::unixAbstract(std::string_view("a\0b", 3));
    holder.state = TCP_LISTEN;
    holder.type = SOCK_STREAM;
    holder.v6Only = true;
    holder.inode = 1ULL << 40U;
    holder.user = 4711;
    holder.ours = SocketId {7};
    holder.process = 12;
    holder.program = "\x1b[31m<b>evil\n\xff";
    holder.commandLine = std::string("a\0--b", 5);
    finding.holders = {holder, Holder()};
    finding.path = PathFacts {PathKind::StaleSocket, PathObstacle::NoWrite, true, true, 0600, 3, 9,
        {1, 2, 3, 4, 5}, "/tmp/\xff\n", "/tmp"};
    finding.addresses = {{Address::ipv4(1, 0), 2, "lo", true}};
    finding.numbers = {{Quantity::FreePort, 81}, {Quantity::RemovalResult, -1}};
    return finding;
}

OwnedFd boundTo(const Address& address, int type)
{
    OwnedFd fd(::socket(address.family(), type | SOCK_CLOEXEC, 0));
    return ::bind(fd.get(), address.data(), address.length()) == 0 ? std::move(fd) : OwnedFd();
}

PathFacts look(const std::string& path)
{
    std::vector<UnixSocket> holders;
    return lookAtPath(path, holders);
}

}

class FindingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytes_roundTrip();
    void bytes_cutAnywhere();
    void bytes_ofStrangers();
    void merge_laterWins();
    void tables_ofProc();
    void tables_hostile();
    void conflicts_table_data();
    void conflicts_table();
    void path_kinds();
    void path_obstacles();
    void stale_isRemoved();
    void stale_onlyThat();
    void machine_knowsItself();
};

void FindingTest::bytes_roundTrip()
{
    QVERIFY(decodeFinding(encode(fullFinding())) == fullFinding());
    QVERIFY(decodeFinding(encode(Finding())).isEmpty());
}

void FindingTest::bytes_cutAnywhere()
{
    const auto bytes = encode(fullFinding());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const Finding finding = decodeFinding(std::span(bytes).first(size));
        QVERIFY(finding != fullFinding());
        QVERIFY(finding.holders.size() <= 2);
    }
}

void FindingTest::bytes_ofStrangers()
{
    std::mt19937 random(20260101); // the same every time
    for (int round = 0; round < 2000; ++round) {
        auto bytes = encode(fullFinding());
        for (int change = 0; change < 4; ++change) {
            bytes[random() % bytes.size()] = static_cast<std::byte>(random());
        }
        const Finding finding = decodeFinding(bytes);
        QVERIFY(finding.holders.size() <= kMostHolders);
        QVERIFY(decodeFinding(encode(finding)) == finding); // what was understood is sound
    }
}

void FindingTest::merge_laterWins()
{
    Finding finding = fullFinding();
    Finding later;
    later.numbers[Quantity::RemovalResult] = 0;
    finding.merge(later);
    QCOMPARE(finding.number(Quantity::RemovalResult), 0);
    QCOMPARE(finding.number(Quantity::FreePort), 81);
    QCOMPARE(finding.holders.size(), 2U);
}

void FindingTest::tables_ofProc()
{
    std::istringstream tcp(
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4242 1 "
        "f\n"
        "   1: 0100007F:1F90 0100007F:C350 06 00000000:00000000 03:00000000 00000000     0        0 0 3 f\n");
    std::vector<Holder> found;
    readInternetTable(tcp, IPPROTO_TCP, [&](Holder&& holder) { found.push_back(std::move(holder)); });
    QCOMPARE(found.size(), 2U);
    QVERIFY(found[0].local == Address::ipv4(0x7f000001, 8080));
    QVERIFY(found[0].remote.isEmpty());
    QCOMPARE(found[0].state, TCP_LISTEN);
    QCOMPARE(found[0].inode, 4242U);
    QCOMPARE(found[0].user, 1000U);
    QCOMPARE(found[1].state, TCP_TIME_WAIT);
    QCOMPARE(found[1].remote.port(), 50000);

    std::istringstream names("Num       RefCount Protocol Flags    Type St Inode Path\n"
                             "0000000000000000: 00000002 00000000 00010000 0001 01 99 /tmp/a b\n"
                             "0000000000000000: 00000003 00000000 00000000 0002 01 98 @x\n"
                             "0000000000000000: 00000003 00000000 00000000 0001 03 97\n");
    std::vector<UnixSocket> sockets;
    readUnixTable(names, [&](UnixSocket&& socket) { sockets.push_back(std::move(socket)); });
    QCOMPARE(sockets.size(), 3U);
    QCOMPARE(std::string(sockets[0].holder.local.path()), std::string("/tmp/a b"));
    QCOMPARE(sockets[0].holder.state, TCP_LISTEN);
    QCOMPARE(std::string(sockets[1].holder.local.abstractName()), std::string("x"));
    QVERIFY(sockets[2].holder.local.isEmpty());
    QCOMPARE(sockets[2].holder.state, TCP_ESTABLISHED);
}

void FindingTest::tables_hostile()
{
    std::mt19937 random(7);
    std::string noise;
    for (int i = 0; i < 100'000; ++i) {
        noise += " 0:AF/@\n\xff"[random() % 9];
    }
    std::istringstream first(noise);
    std::istringstream second(noise);
    readInternetTable(first, IPPROTO_UDP, [](Holder&&) {});
    readUnixTable(second, [](UnixSocket&&) {});
    std::istringstream longName(
        "0: 2 0 0 1 01 5 /" + std::string(500, 'x') + "\n0: 2 0 0 1 01 6 @" + std::string(300, 'y') + '\n');
    readUnixTable(longName, [](UnixSocket&& socket) { QVERIFY(socket.holder.local.isEmpty()); });
}

void FindingTest::conflicts_table_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("wantedV6Only");
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("heldV6Only");
    QTest::addColumn<bool>("conflict");
    const auto row = [](const char* wanted, bool wantedOnly, const char* held, bool heldOnly, bool conflict) {
        QTest::addRow("%s%s, %s%s", wanted, wantedOnly ? " v6only" : "", held, heldOnly ? " v6only" : "")
            << QString::fromLatin1(wanted) << wantedOnly << QString::fromLatin1(held) << heldOnly << conflict;
    };
    row("127.0.0.1:5", false, "127.0.0.1:5", false, true);
    row("127.0.0.1:5", false, "127.0.0.2:5", false, false);
    row("127.0.0.1:5", false, "0.0.0.0:5", false, true);
    row("0.0.0.0:5", false, "127.0.0.9:5", false, true);
    row("0.0.0.0:5", false, "[::]:5", false, true);
    row("0.0.0.0:5", false, "[::]:5", true, false);
    row("[::]:5", false, "127.0.0.1:5", false, true);
    row("[::]:5", true, "127.0.0.1:5", false, false);
    row("[::1]:5", false, "127.0.0.1:5", false, false);
    row("[::1]:5", false, "0.0.0.0:5", false, false);
    row("[::ffff:127.0.0.1]:5", false, "127.0.0.1:5", false, true);
}

void FindingTest::conflicts_table()
{
    QFETCH(QString, wanted);
    QFETCH(bool, wantedV6Only);
    QFETCH(QString, held);
    QFETCH(bool, heldV6Only);
    QFETCH(bool, conflict);
    const auto a = parseAddress(wanted.toStdString());
    const auto b = parseAddress(held.toStdString());
    QVERIFY(a.ok() && b.ok());
    QCOMPARE(conflicts(a.value(), wantedV6Only, b.value(), heldV6Only), conflict);
}

void FindingTest::path_kinds()
{
    const support::TemporaryFolder folder;
    QVERIFY(look(folder.file("none")).kind == PathKind::Nothing);
    support::writeFile(folder.file("file"), "12345678");
    QVERIFY(look(folder.file("file")).kind == PathKind::File);
    QCOMPARE(look(folder.file("file")).size, 8U);
    QVERIFY(look(folder.path()).kind == PathKind::Folder);
    QCOMPARE(::symlink("nowhere", folder.file("dangling").c_str()), 0);
    QVERIFY(look(folder.file("dangling")).kind == PathKind::DanglingLink);
    QVERIFY(look(folder.file("dangling")).isLink);
    QCOMPARE(::mkfifo(folder.file("fifo").c_str(), 0600), 0);
    QVERIFY(look(folder.file("fifo")).kind == PathKind::Other);

    for (const int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
        const std::string path = folder.file("socket" + std::to_string(type));
        OwnedFd live = boundTo(Address::unixPath(path), type);
        std::vector<UnixSocket> holders;
        const PathFacts facts = lookAtPath(path, holders);
        QVERIFY(facts.kind == PathKind::LiveSocket);
        QVERIFY(facts.mine);
        QCOMPARE(holders.size(), 1U);
        QCOMPARE(static_cast<int>(holders[0].holder.type), type);
        live.reset();
        QVERIFY(look(path).kind == PathKind::StaleSocket);
    }
    QCOMPARE(::symlink(folder.file("socket1").c_str(), folder.file("link").c_str()), 0);
    QVERIFY(look(folder.file("link")).kind == PathKind::StaleSocket);
    QVERIFY(look(folder.file("link")).isLink);
}

void FindingTest::path_obstacles()
{
    const support::TemporaryFolder folder;
    const PathFacts missing = look(folder.file("a/b/c"));
    QVERIFY(missing.obstacle == PathObstacle::MissingFolder);
    QCOMPARE(missing.obstacleAt, folder.file("a"));
    support::writeFile(folder.file("file"), "");
    const PathFacts file = look(folder.file("file/c"));
    QVERIFY(file.obstacle == PathObstacle::NotAFolder);
    QCOMPARE(file.obstacleAt, folder.file("file"));
    QCOMPARE(::symlink("loop", folder.file("loop").c_str()), 0);
    QVERIFY(look(folder.file("loop/c")).obstacle == PathObstacle::Loop);
    QVERIFY(look(folder.file("loop")).obstacle == PathObstacle::Loop);
    QVERIFY(look(folder.file(std::string(300, 'x'))).obstacle == PathObstacle::NameTooLong);
    if (::geteuid() == 0) {
        return; // root passes every folder: the doctor's tests give that up and look
    }
    QCOMPARE(::mkdir(folder.file("shut").c_str(), 0), 0);
    QVERIFY(look(folder.file("shut/x")).obstacle == PathObstacle::NoSearch);
    QCOMPARE(look(folder.file("shut/x")).obstacleAt, folder.file("shut"));
}

void FindingTest::stale_isRemoved()
{
    const support::TemporaryFolder folder;
    const std::string path = folder.file("stale");
    QVERIFY(boundTo(Address::unixPath(path), SOCK_STREAM).isOpen()); // closed at once
    const PathFacts facts = look(path);
    QVERIFY(facts.kind == PathKind::StaleSocket);
    QCOMPARE(removeStaleSocket(path, facts.file), 0);
    QVERIFY(look(path).kind == PathKind::Nothing);
    QCOMPARE(removeStaleSocket(path, facts.file), ENOENT);
}

void FindingTest::stale_onlyThat()
{
    const support::TemporaryFolder folder;
    const std::string path = folder.file("socket");
    QVERIFY(boundTo(Address::unixPath(path), SOCK_STREAM).isOpen());
    const PathFacts stale = look(path);
    // Another file by now.
    QCOMPARE(::unlink(path.c_str()), 0);
    support::writeFile(path, "precious");
    QCOMPARE(removeStaleSocket(path, stale.file), ESTALE);
    QCOMPARE(removeStaleSocket(path, look(path).file), ESTALE); // not a socket at all
    QCOMPARE(support::readFile(path), std::string("precious"));
    // Somebody lives there, seen under another name as well.
    const std::string live = folder.file("live");
    const OwnedFd owner = boundTo(Address::unixPath(live), SOCK_STREAM);
    const std::string other = folder.file("moved");
    QCOMPARE(::rename(live.c_str(), other.c_str()), 0);
    QCOMPARE(removeStaleSocket(other, look(other).file), EBUSY);
    QVERIFY(look(other).kind == PathKind::LiveSocket);
    // A link to a stale one: it is the link that stands at this path.
    const std::string gone = folder.file("gone");
    QVERIFY(boundTo(Address::unixPath(gone), SOCK_STREAM).isOpen());
    QCOMPARE(::symlink(gone.c_str(), folder.file("link").c_str()), 0);
    QCOMPARE(removeStaleSocket(folder.file("link"), look(gone).file), ESTALE);
    QVERIFY(look(gone).kind == PathKind::StaleSocket);
}

void FindingTest::machine_knowsItself()
{
    const auto addresses = localAddresses();
    const bool loopback = std::ranges::any_of(
        addresses, [](const LocalAddress& local) { return local.address == Address::ipv4(0x7f000001, 0); });
    QVERIFY(loopback);
    QVERIFY(routeTo(Address::ipv4(0x7f000001, 1)) == RouteKind::Local);
    QVERIFY(!routeTo(Address::unixPath("/x")));
    Finding finding;
    addDescriptorLimits(finding);
    addPortRange(finding);
    QVERIFY(finding.number(Quantity::DescriptorsOpen).value_or(0) >= 3);
    QVERIFY(finding.number(Quantity::EphemeralLast).value_or(0) > 0);
}

QTEST_APPLESS_MAIN(FindingTest)
#include "finding_test.moc"
