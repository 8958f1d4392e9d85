// TCP_INFO by offset: against the struct of the headers, and with more or fewer bytes than those.

#include <cstring>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "netcore/base/owned_fd.h"
#include "netcore/inspect/tcp_info.h"
#include "tests/support/std_strings.h"

using namespace netcore;

namespace {

std::vector<std::byte> counting(std::size_t size)
{
    std::vector<std::byte> bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<std::byte>(i * 37 + 11);
    }
    return bytes;
}

std::span<const std::byte> first(std::span<const std::byte> bytes, std::size_t size)
{
    return bytes.first(size);
}

}

class TcpInfoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fields_areWhereTheHeaderHasThem();
    void fields_followEachOther();
    void short_answersStopInTime();
    void overlong_keepsItsTail();
    void kernel_fillsWhatItGave();
};

void TcpInfoTest::fields_areWhereTheHeaderHasThem()
{
    const auto bytes = counting(sizeof(tcp_info));
    tcp_info header {};
    std::memcpy(&header, bytes.data(), sizeof header);
    const TcpInfo info(bytes);
    const auto is
        = [&](std::string_view name, std::uint64_t expected) { return info.value(name) == expected; };
    QVERIFY(is("state", header.tcpi_state) && is("ca_state", header.tcpi_ca_state));
    QVERIFY(is("retransmits", header.tcpi_retransmits) && is("options", header.tcpi_options));
    QVERIFY(is("snd_wscale", header.tcpi_snd_wscale) && is("rcv_wscale", header.tcpi_rcv_wscale));
    QVERIFY(is("delivery_rate_app_limited", header.tcpi_delivery_rate_app_limited));
    QVERIFY(is("fastopen_client_fail", header.tcpi_fastopen_client_fail));
    QVERIFY(is("rto", header.tcpi_rto) && is("snd_mss", header.tcpi_snd_mss));
    QVERIFY(is("unacked", header.tcpi_unacked) && is("sacked", header.tcpi_sacked));
    QVERIFY(is("last_data_sent", header.tcpi_last_data_sent) && is("pmtu", header.tcpi_pmtu));
    QVERIFY(is("rtt", header.tcpi_rtt) && is("snd_cwnd", header.tcpi_snd_cwnd));
    QVERIFY(is("rcv_rtt", header.tcpi_rcv_rtt) && is("total_retrans", header.tcpi_total_retrans));
    QVERIFY(is("pacing_rate", header.tcpi_pacing_rate) && is("bytes_received", header.tcpi_bytes_received));
    QVERIFY(is("segs_in", header.tcpi_segs_in) && is("notsent_bytes", header.tcpi_notsent_bytes));
    QVERIFY(
        is("delivery_rate", header.tcpi_delivery_rate) && is("sndbuf_limited", header.tcpi_sndbuf_limited));
    QVERIFY(is("delivered", header.tcpi_delivered) && is("bytes_retrans", header.tcpi_bytes_retrans));
    QVERIFY(is("rcv_ooopack", header.tcpi_rcv_ooopack) && is("snd_wnd", header.tcpi_snd_wnd));
}

void TcpInfoTest::fields_followEachOther()
{
    std::size_t end = 0;
    for (const TcpInfoField& field : tcpInfoFields()) {
        if (field.bits == 0) {
            QCOMPARE(std::size_t {field.offset}, end);
        }
        end = std::size_t {field.offset} + field.width;
        QVERIFY(tcpInfoField(field.name) == &field);
        QVERIFY(!field.since.empty());
        QVERIFY(field.firstBit + field.bits <= 8);
    }
    QVERIFY(tcpInfoField("no such field") == nullptr);
}

void TcpInfoTest::short_answersStopInTime()
{
    const auto bytes = counting(276);
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
        const TcpInfo info {first(bytes, size)};
        QCOMPARE(info.bytes().size(), size);
        QVERIFY(info.unnamed().empty());
        for (const TcpInfoField& field : tcpInfoFields()) {
            QCOMPARE(info.value(field).has_value(), std::size_t {field.offset} + field.width <= size);
        }
    }
}

void TcpInfoTest::overlong_keepsItsTail()
{
    const auto bytes = counting(4096);
    const TcpInfo info {first(bytes, 300)};
    QCOMPARE(info.unnamed().size(), std::size_t {300 - 276});
    QCOMPARE(info.unnamed()[0], bytes[276]);
    QCOMPARE(TcpInfo(bytes).bytes().size(), TcpInfo::kMost);

    auto other = bytes;
    other[299] ^= std::byte {1};
    const TcpInfo later {first(other, 300)};
    QVERIFY(!info.differs(later, TcpInfoPace::Fact) && info.differs(later, TcpInfoPace::Meter));
    QVERIFY(info.differs(TcpInfo(first(bytes, 299)), TcpInfoPace::Fact));
}

void TcpInfoTest::kernel_fillsWhatItGave()
{
    const OwnedFd socket(::socket(AF_INET, SOCK_STREAM, 0));
    QVERIFY(::listen(socket.get(), 5) == 0);
    for (const socklen_t room :
        {socklen_t {1}, socklen_t {28}, socklen_t {104}, socklen_t {TcpInfo::kMost}}) {
        std::array<std::byte, TcpInfo::kMost> bytes {};
        socklen_t length = room;
        QVERIFY(::getsockopt(socket.get(), IPPROTO_TCP, TCP_INFO, bytes.data(), &length) == 0);
        QVERIFY(length <= room);
        const TcpInfo info {first(bytes, length)};
        QVERIFY(info.value("state") == 10); // TCP_LISTEN, which only <netinet/tcp.h> names
        QCOMPARE(info.value("sacked").has_value(), length >= 32);
        if (const auto backlog = info.value("sacked")) {
            QCOMPARE(*backlog, std::uint64_t {5});
        }
    }
}

QTEST_APPLESS_MAIN(TcpInfoTest)
#include "tcp_info_test.moc"
