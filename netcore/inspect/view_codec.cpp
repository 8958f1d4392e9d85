// The bytes of a KernelView in a State event: fields of {tag, length, bytes}, in the machine's order.
#include <algorithm>
#include <cstring>

#include "netcore/inspect/kernel_view.h"

namespace netcore {

namespace {

// Written to files: a number is never used for something else.
enum class Tag : std::uint16_t {
    Presence = 1,
    Type,
    Protocol,
    TcpState,
    ReceiveQueue,
    SendQueue,
    UnsentQueue,
    AcceptQueue,
    Backlog,
    Readiness,
    StatusFlags,
    Shutdown,
    MptcpSubflows,
    MptcpFlags,
    Inode,
    PeerInode,
    Cookie,
    TimerKind,
    TimerEnds,
    TimerRetransmits,
    PeerIds,
    PeerProgram,
    Memory,
    TcpInfo,
    Local,
    Peer,
    Asked,
    Interface,
    UnixState,
};

using Bytes = std::span<const std::byte>;

struct Head {
    std::uint16_t tag;
    std::uint16_t length;
};

struct Ids {
    std::int32_t pid;
    std::uint32_t uid;
    std::uint32_t gid;
};

class Writer {
public:
    void bytes(Tag tag, Bytes content)
    {
        const Head head {static_cast<std::uint16_t>(tag),
            static_cast<std::uint16_t>(std::min<std::size_t>(content.size(), UINT16_MAX))};
        append(std::as_bytes(std::span(&head, 1)));
        append(content.first(head.length));
    }
    template<typename Value> void value(Tag tag, const Value& value)
    {
        bytes(tag, std::as_bytes(std::span(&value, 1)));
    }
    // Left out where it says nothing.
    template<typename Number> void known(Tag tag, Number number, Number unknown)
    {
        if (number != unknown) {
            value(tag, number);
        }
    }
    void some(Tag tag, Bytes content)
    {
        if (!content.empty()) {
            bytes(tag, content);
        }
    }
    std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    void append(Bytes content) { m_bytes.insert(m_bytes.end(), content.begin(), content.end()); }
    std::vector<std::byte> m_bytes;
};

// A field of another length than it should have is not read: what it means is not known.
template<typename Value> void read(Bytes content, Value& value)
{
    if (content.size() == sizeof value) {
        std::memcpy(&value, content.data(), sizeof value);
    }
}

template<typename Enum> void readEnum(Bytes content, Enum& value, Enum last)
{
    std::uint8_t number = 0;
    read(content, number);
    value = static_cast<Enum>(std::min(number, static_cast<std::uint8_t>(last)));
}

void readPeerIds(Bytes content, KernelView& view)
{
    if (content.size() == sizeof(Ids)) {
        Ids ids {};
        read(content, ids);
        view.peerCredentials = PeerCredentials {ids.pid, ids.uid, ids.gid, {}};
    }
}

void readMemory(Bytes content, KernelView& view)
{
    const std::size_t count = std::min(content.size() / sizeof(std::uint32_t), kSocketMemories);
    view.memory = {};
    std::memcpy(view.memory.data(), content.data(), count * sizeof(std::uint32_t));
    view.memoryCount = static_cast<std::uint32_t>(count);
}

void readNumber(Tag tag, Bytes content, KernelView& view)
{
    switch (tag) {
    case Tag::Type:
        return read(content, view.type);
    case Tag::Protocol:
        return read(content, view.protocol);
    case Tag::TcpState:
        return read(content, view.tcpState);
    case Tag::UnixState:
        return read(content, view.unixState);
    case Tag::ReceiveQueue:
        return read(content, view.receiveQueue);
    case Tag::SendQueue:
        return read(content, view.sendQueue);
    case Tag::UnsentQueue:
        return read(content, view.unsentQueue);
    case Tag::AcceptQueue:
        return read(content, view.acceptQueue);
    case Tag::Backlog:
        return read(content, view.backlog);
    case Tag::Readiness:
        return read(content, view.readiness);
    case Tag::StatusFlags:
        return read(content, view.statusFlags);
    case Tag::Shutdown:
        return read(content, view.shutdown);
    case Tag::MptcpSubflows:
        return read(content, view.mptcpSubflows);
    case Tag::MptcpFlags:
        return read(content, view.mptcpFlags);
    default:
        return;
    }
}

void readIdentity(Tag tag, Bytes content, KernelView& view)
{
    switch (tag) {
    case Tag::Inode:
        return read(content, view.inode);
    case Tag::PeerInode:
        return read(content, view.peerInode);
    case Tag::Cookie:
        return read(content, view.cookie);
    case Tag::PeerIds:
        return readPeerIds(content, view);
    case Tag::PeerProgram:
        if (view.peerCredentials) {
            view.peerCredentials->program.assign(
                reinterpret_cast<const char*>(content.data()), content.size());
        }
        return;
    case Tag::Local:
        view.local = Address::fromBytes(content);
        return;
    case Tag::Peer:
        view.peer = Address::fromBytes(content);
        return;
    default:
        return;
    }
}

void readRest(Tag tag, Bytes content, KernelView& view)
{
    switch (tag) {
    case Tag::Presence:
        return readEnum(content, view.presence, Presence::Unwatched);
    case Tag::TimerKind:
        return readEnum(content, view.timer.kind, TimerKind::Unknown);
    case Tag::TimerEnds:
        return read(content, view.timer.ends);
    case Tag::TimerRetransmits:
        return read(content, view.timer.retransmits);
    case Tag::Memory:
        return readMemory(content, view);
    case Tag::TcpInfo:
        view.tcpInfo = TcpInfo(content);
        return;
    case Tag::Asked:
        return read(content, view.asked);
    case Tag::Interface:
        return read(content, view.interface);
    default:
        return;
    }
}

void writeNumbers(Writer& writer, const KernelView& view)
{
    writer.known(Tag::Type, view.type, -1);
    writer.known(Tag::Protocol, view.protocol, -1);
    writer.known(Tag::TcpState, view.tcpState, -1);
    writer.known(Tag::UnixState, view.unixState, -1);
    constexpr std::int64_t kUnknown = -1;
    writer.known(Tag::ReceiveQueue, view.receiveQueue, kUnknown);
    writer.known(Tag::SendQueue, view.sendQueue, kUnknown);
    writer.known(Tag::UnsentQueue, view.unsentQueue, kUnknown);
    writer.known(Tag::AcceptQueue, view.acceptQueue, kUnknown);
    writer.known(Tag::Backlog, view.backlog, kUnknown);
    writer.known(Tag::Readiness, view.readiness, -1);
    writer.known(Tag::StatusFlags, view.statusFlags, -1);
    writer.known(Tag::Shutdown, view.shutdown, -1);
    writer.known(Tag::MptcpSubflows, view.mptcpSubflows, kUnknown);
    writer.known(Tag::MptcpFlags, view.mptcpFlags, kUnknown);
}

void writeIdentities(Writer& writer, const KernelView& view)
{
    constexpr std::uint64_t kNone = 0;
    writer.known(Tag::Inode, view.inode, kNone);
    writer.known(Tag::PeerInode, view.peerInode, kNone);
    writer.known(Tag::Cookie, view.cookie, kNone);
    if (view.peerCredentials) {
        const PeerCredentials& peer = *view.peerCredentials;
        writer.value(Tag::PeerIds, Ids {peer.pid, peer.uid, peer.gid});
        writer.some(Tag::PeerProgram, std::as_bytes(std::span(peer.program)));
    }
    writer.some(Tag::Local, view.local.bytes());
    writer.some(Tag::Peer, view.peer.bytes());
}

}

std::vector<std::byte> encode(const KernelView& view)
{
    Writer writer;
    writer.known(Tag::Presence, view.presence, Presence::Open);
    writeNumbers(writer, view);
    writeIdentities(writer, view);
    writer.known(Tag::TimerKind, view.timer.kind, TimerKind::None);
    writer.known(Tag::TimerEnds, view.timer.ends, std::uint64_t {0});
    writer.known(Tag::TimerRetransmits, view.timer.retransmits, 0U);
    writer.some(Tag::Memory, std::as_bytes(std::span(view.memory).first(view.memoryCount)));
    writer.some(Tag::TcpInfo, view.tcpInfo.bytes());
    writer.known(Tag::Asked, view.asked, 0U);
    writer.known(Tag::Interface, view.interface, 0U);
    return writer.take();
}

KernelView decodeKernelView(Bytes bytes)
{
    KernelView view;
    while (bytes.size() >= sizeof(Head)) {
        Head head {};
        std::memcpy(&head, bytes.data(), sizeof head);
        bytes = bytes.subspan(sizeof head);
        if (head.length > bytes.size()) {
            break; // cut off: half a field says nothing
        }
        const Bytes content = bytes.first(head.length);
        const auto tag = static_cast<Tag>(head.tag);
        readNumber(tag, content, view);
        readIdentity(tag, content, view);
        readRest(tag, content, view);
        bytes = bytes.subspan(head.length);
    }
    return view;
}

}
