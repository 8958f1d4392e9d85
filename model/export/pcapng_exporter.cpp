// A log as a capture that Wireshark opens. No packet of it was ever on a wire: the headers are made up so
// that the bytes of each conversation can be followed. Each packet has the call that it stands for as its
// remark.
//
// A packet is made of what is sent; of what is received only where the sender is none of ours. UNIX sockets
// have hosts of 127.0.0.0/8 by their numbers, with a name each.

#include <algorithm>
#include <fcntl.h>
#include <netinet/in.h>
#include <set>

#include "model/export/exporters.h"
#include "model/export/packet_ends.h"
#include "model/export/utf8.h"
#include "netcore/names/call_text.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::string_view kWarning = "SYNTHETIC: exported by Sockscope from a log of socket calls. No "
                                      "packet in this file was captured from a "
                                      "network: IP, TCP and UDP headers, handshakes and acknowledgements are "
                                      "made up around the bytes that the "
                                      "calls moved. Hosts 127.64.0.0 and above stand for UNIX sockets.";

struct Flow {
    SocketId client = kNoSocket; // the end that `ends.own` is
    PacketEnds::Pair ends;
    std::array<std::uint32_t, 2> next {0, 0}; // sequence number of each end: own, other
    std::array<bool, 2> ended {false, false}; // has sent FIN
    bool open = false;
    bool reset = false;
};

class PcapngExporter final : public Exporter {
public:
    PcapngExporter(const ExportSource& source, const ExportOptions& options)
        : m_source(source), m_options(options), m_ends(source)
    {
    }

    void begin(std::string& out) override
    {
        out += sectionHeader(std::string(kWarning)
            + (m_options.payload ? "" : " What the calls moved has been replaced by 'x'."));
        out += interfaceDescription("sockscope", "synthetic packets of a recorded session");
    }

    void row(Row row, std::string& out) override
    {
        const Event event = m_source.store.event(row);
        if (event.kind == EventKind::Note) {
            const auto data = m_source.store.data(row);
            m_note = displayable({reinterpret_cast<const char*>(data.data()), data.size()});
        }
        if (event.kind != EventKind::Call || event.socket == kNoSocket) {
            return;
        }
        const SocketNode* node = m_source.graph.find(m_ends.original(event.socket));
        if (node == nullptr
            || (node->domain != AF_INET && node->domain != AF_INET6 && node->domain != AF_UNIX)) {
            return;
        }
        m_out = &out;
        m_row = row;
        m_event = event;
        m_record = m_source.store.call(row);
        if (node->isStream()) {
            streamCall(*node);
        } else if (node->isDatagram() || node->isSeqpacket()) {
            datagramCall(*node);
        }
    }

private:
    // --- Streams
    void streamCall(const SocketNode& node)
    {
        const Event& event = m_event;
        if (event.call == CallId::Connect) {
            event.result == 0 ? open(flowOf(node.id)) : refused(node);
        } else if (event.opened != kNoSocket
            && (event.call == CallId::Accept || event.call == CallId::Accept4)) {
            open(flowOf(m_ends.original(event.opened)));
        } else if (event.error == ECONNRESET) {
            reset(flowOf(node.id), node.id);
        } else if (event.result >= 0 && sendsData(event.call)) {
            sent(node.id, bytes(), static_cast<std::size_t>(event.result));
        } else if (event.result >= 0 && receivesData(event.call)) {
            received(node);
        } else if (event.result == 0 && event.call == CallId::Shutdown && m_record.arguments[1] != SHUT_RD) {
            endStream(node.id);
        } else if (event.result == 0 && event.call == CallId::Close
            && ++m_closed[node.id] == m_ends.descriptorsOf(node.id)) {
            endStream(node.id);
            m_gone.insert(node.id);
        }
    }

    Flow& flowOf(SocketId socket)
    {
        const SocketId peer = m_ends.peerOf(socket);
        const SocketNode* node = m_source.graph.find(socket);
        const bool isClient = node == nullptr || !node->accepted;
        const SocketId first = isClient ? socket : peer;
        const SocketId key = isClient ? socket : peer != kNoSocket ? peer : socket;
        // socketpair(): the first of the two
        const bool bothClients = isClient && peer != kNoSocket && m_flows.contains(peer);
        const auto [place, isNew] = m_flows.try_emplace(bothClients ? peer : key);
        Flow& flow = place->second;
        if (isNew) {
            const Address* told
                = m_event.call == CallId::Connect && m_record.hasAddress ? &m_record.address : nullptr;
            auto ends = m_ends.ends(socket, isClient ? told : nullptr);
            if (!isClient) {
                std::swap(ends.own, ends.other);
            }
            flow.client = first;
            flow.ends = ends;
        }
        return flow;
    }

    // 0: the client's end.
    static std::size_t sideOf(const Flow& flow, SocketId socket) { return flow.client == socket ? 0 : 1; }

    void packet(Flow& flow, std::size_t side, std::uint8_t flags, std::span<const std::byte> payload = {},
        std::size_t original = 0)
    {
        const PacketEnd& from = side == 0 ? flow.ends.own : flow.ends.other;
        const PacketEnd& to = side == 0 ? flow.ends.other : flow.ends.own;
        const bool acknowledges = (flags & tcpFlags::kAck) != 0;
        const TcpFields fields {flow.next[side], acknowledges ? flow.next[1 - side] : 0, flags};
        const std::size_t size = std::max(original, payload.size());
        if (size == payload.size()) {
            write(tcpPacket(from, to, fields, payload), 0);
        } else { // what the log has not kept: a packet that was cut
            std::vector<std::byte> whole(payload.begin(), payload.end());
            whole.resize(size);
            const std::string bytes = tcpPacket(from, to, fields, whole);
            write(std::string_view(bytes).substr(0, bytes.size() - (size - payload.size())), bytes.size());
        }
        const bool counts = (flags & (tcpFlags::kSyn | tcpFlags::kFin)) != 0;
        flow.next[side] += static_cast<std::uint32_t>(size) + (counts ? 1 : 0);
    }

    void open(Flow& flow)
    {
        if (flow.open) {
            return;
        }
        flow.open = true;
        nameHosts(flow);
        packet(flow, 0, tcpFlags::kSyn);
        packet(flow, 1, tcpFlags::kSyn | tcpFlags::kAck);
        packet(flow, 0, tcpFlags::kAck);
    }

    void refused(const SocketNode& node)
    {
        if (m_event.error != ECONNREFUSED || !m_record.hasAddress) {
            return;
        }
        Flow flow;
        flow.client = node.id;
        flow.ends = m_ends.ends(node.id, &m_record.address);
        if (node.domain == AF_UNIX) {
            flow.ends.other = PacketEnds::unixEnd(kNoSocket);
        }
        // Another attempt of the same socket is another connection.
        flow.ends.own.port = static_cast<std::uint16_t>(flow.ends.own.port - ++m_refusals[node.id]);
        nameHosts(flow);
        packet(flow, 0, tcpFlags::kSyn);
        packet(flow, 1, tcpFlags::kReset | tcpFlags::kAck);
    }

    void sent(SocketId socket, std::span<const std::byte> kept, std::size_t size)
    {
        Flow& flow = flowOf(socket);
        open(flow);
        if (flow.reset) {
            return;
        }
        segments(flow, sideOf(flow, socket), kept, size);
        const SocketId peer = m_ends.peerOf(socket);
        if (peer != kNoSocket && m_gone.contains(peer) && size > 0) {
            reset(flow, socket);
        }
    }

    void segments(Flow& flow, std::size_t side, std::span<const std::byte> kept, std::size_t size)
    {
        for (std::size_t from = 0; from < size; from += kMostPayload) {
            const std::size_t part = std::min(kMostPayload, size - from);
            const std::size_t begin = std::min(from, kept.size());
            packet(flow, side, tcpFlags::kAck | tcpFlags::kPush,
                kept.subspan(begin, std::min(part, kept.size() - begin)), part);
        }
    }

    void received(const SocketNode& node)
    {
        const bool peeks = peeked();
        if (m_ends.peerOf(node.id) != kNoSocket || peeks) {
            return; // its sender has told
        }
        Flow& flow = flowOf(node.id);
        open(flow);
        const std::size_t side = 1 - sideOf(flow, node.id);
        if (m_event.result == 0 && !flow.ended[side] && asksForBytes()) {
            packet(flow, side, tcpFlags::kFin | tcpFlags::kAck);
            flow.ended[side] = true;
        }
        segments(flow, side, bytes(), static_cast<std::size_t>(m_event.result));
    }

    void endStream(SocketId socket)
    {
        Flow& flow = flowOf(socket);
        const std::size_t side = sideOf(flow, socket);
        if (flow.open && !flow.reset && !flow.ended[side]) {
            packet(flow, side, tcpFlags::kFin | tcpFlags::kAck);
            flow.ended[side] = true;
        }
    }

    // The other end has given up the connection.
    void reset(Flow& flow, SocketId socket)
    {
        if (flow.open && !flow.reset) {
            packet(flow, 1 - sideOf(flow, socket), tcpFlags::kReset | tcpFlags::kAck);
            flow.reset = true;
        }
    }

    void nameHosts(const Flow& flow)
    {
        nameHost(flow.client);
        nameHost(m_ends.peerOf(flow.client));
    }

    // --- Datagrams
    void datagramCall(const SocketNode& node)
    {
        const Event& event = m_event;
        const bool sends = sendsData(event.call);
        if (event.call == CallId::Connect && event.result == 0) {
            m_peers[node.id] = m_record.address;
        }
        if (event.result < 0 || (!sends && (!receivesData(event.call) || peeked()))) {
            return;
        }
        const auto connected = m_peers.find(node.id);
        const Address* address = m_record.hasAddress ? &m_record.address
            : connected != m_peers.end()             ? &connected->second
                                                     : nullptr;
        const Address& other = address != nullptr ? *address : node.remote;
        const auto owner = m_ends.ownerOf(other, m_row);
        const SocketId peer = owner.value_or(m_ends.peerOf(node.id));
        if (!sends && peer != kNoSocket) {
            return; // its sender has told
        }
        PacketEnds::Pair ends = m_ends.ends(node.id, address);
        if (node.domain == AF_UNIX) {
            ends.other = PacketEnds::unixEnd(peer);
            nameHost(node.id);
            nameHost(peer);
        }
        if (!sends) {
            std::swap(ends.own, ends.other);
        }
        datagram(ends, bytes(), static_cast<std::size_t>(event.result));
    }

    void datagram(const PacketEnds::Pair& ends, std::span<const std::byte> kept, std::size_t size)
    {
        const std::size_t room = std::min(size, kMostPayload + 507); // a UNIX datagram may be larger
        kept = kept.first(std::min(kept.size(), room));
        std::vector<std::byte> whole(kept.begin(), kept.end());
        whole.resize(room);
        const std::string bytes = udpPacket(ends.own, ends.other, whole);
        write(std::string_view(bytes).substr(0, bytes.size() - (room - kept.size())), bytes.size());
    }

    // --- What both need
    bool peeked() const
    {
        const bool hasFlags = m_event.call == CallId::Recv || m_event.call == CallId::Recvfrom;
        const std::int64_t flags = hasFlags   ? m_record.arguments[3]
            : m_event.call == CallId::Recvmsg ? m_record.arguments[2]
                                              : 0;
        return (flags & (MSG_PEEK | MSG_ERRQUEUE)) != 0;
    }

    bool asksForBytes() const
    {
        if (const auto* message = std::get_if<MessageDetails>(&m_record.details)) {
            return std::ranges::any_of(message->bufferSizes, [](std::uint32_t size) { return size > 0; });
        }
        return m_record.arguments[2] > 0;
    }

    // What was moved: of what was passed, as much as the kernel took.
    std::span<const std::byte> bytes()
    {
        const auto data = m_source.store.data(m_row);
        const auto moved = data.first(std::min(data.size(), static_cast<std::size_t>(m_event.result)));
        if (m_options.payload) {
            return moved;
        }
        m_replaced.assign(moved.size(), std::byte {'x'});
        return m_replaced;
    }

    void nameHost(SocketId socket)
    {
        const SocketNode* node = m_source.graph.find(socket);
        const bool isUnix = socket == kNoSocket ? m_source.graph.find(m_event.socket)->domain == AF_UNIX
                                                : node != nullptr && node->domain == AF_UNIX;
        if (isUnix && m_named.insert(socket).second) {
            *m_out += nameBlock(PacketEnds::unixEnd(socket), m_ends.nameOf(socket));
        }
    }

    void write(std::string_view packet, std::size_t original)
    {
        *m_out += packetBlock(m_source.wallTime(m_event.end()), packet, original, remark());
    }

    // Once a call: its other packets have none.
    std::string remark()
    {
        if (m_remarked == m_row + 1) {
            return {};
        }
        m_remarked = m_row + 1;
        const CallTextStyle style {CallTextStyle::Addresses::Short, 48};
        const auto data = m_source.store.data(m_row);
        const auto stage = m_event.result < 0 ? CallStage::Failed : CallStage::Done;
        const std::string call
            = callText(m_record, m_options.payload ? data : data.first(0), m_event.dataSize, stage, style);
        const std::string actor(m_source.actorName(m_event.actor));
        std::string text = m_note.empty() ? std::string() : m_note + '\n';
        m_note.clear();
        return text
            + displayable((actor.empty() ? actor : actor + ": ") + call + " = "
                + resultText(m_event.call, m_event.result, m_event.error));
    }

    const ExportSource& m_source;
    ExportOptions m_options;
    PacketEnds m_ends;
    std::map<SocketId, Flow> m_flows; // by their clients; of a client elsewhere by our end
    std::map<SocketId, unsigned> m_closed; // descriptors of it
    std::set<SocketId> m_gone; // all of them
    std::map<SocketId, unsigned> m_refusals;
    std::map<SocketId, Address> m_peers; // of connected datagram sockets
    std::set<SocketId> m_named;
    std::vector<std::byte> m_replaced;
    std::string m_note; // that stands before the next packet
    Row m_remarked = 0; // and 1

    std::string* m_out = nullptr; // of the row that is being written
    Row m_row = 0;
    Event m_event {};
    CallRecord m_record;
};

}

std::unique_ptr<Exporter> makePcapngExporter(const ExportSource& source, const ExportOptions& options)
{
    return std::make_unique<PcapngExporter>(source, options);
}

}
