#include "netcore/events/call_details.h"

#include "netcore/base/byte_stream.h"

namespace netcore {

namespace {

using Bytes = std::vector<std::byte>;

Bytes copy(std::span<const std::byte> bytes)
{
    return {bytes.begin(), bytes.end()};
}

// Entries as long as there is room for them; their count stands before them.
template<typename Entry, typename Put>
void putEach(ByteWriter& out, Bytes& bytes, const std::vector<Entry>& entries, Put put)
{
    const std::size_t countAt = bytes.size();
    std::uint32_t count = 0;
    out.put(count);
    for (const Entry& entry : entries) {
        const std::size_t before = bytes.size();
        put(entry);
        if (bytes.size() > kLargestDetails) {
            bytes.resize(before);
            break;
        }
        ++count;
    }
    std::memcpy(bytes.data() + countAt, &count, sizeof count);
}

template<typename Entry, typename Get> std::vector<Entry> getEach(ByteReader& in, Get get)
{
    std::vector<Entry> entries(in.getCount());
    for (Entry& entry : entries) {
        get(entry);
    }
    return entries;
}

void putOpened(ByteWriter& out, Bytes& bytes, const std::vector<OpenedDescriptor>& opened)
{
    putEach(out, bytes, opened, [&](const OpenedDescriptor& one) {
        out.put(one.id);
        out.put(one.fd);
        out.put(one.domain);
        out.put(one.type);
        out.put(one.protocol);
        out.putText(one.target);
    });
}

std::vector<OpenedDescriptor> getOpened(ByteReader& in)
{
    return getEach<OpenedDescriptor>(in, [&](OpenedDescriptor& one) {
        one.id = in.get<SocketId>();
        one.fd = in.get<int>();
        one.domain = in.get<int>();
        one.type = in.get<int>();
        one.protocol = in.get<int>();
        one.target = in.getText();
    });
}

class Encoder {
public:
    explicit Encoder(Bytes& bytes) : m_bytes(bytes), m_out(bytes) { }

    void operator()(std::monostate /*nothing*/) { }
    void operator()(const OpenedList& list) { putOpened(m_out, m_bytes, list.opened); }
    void operator()(const OptionBytes& value)
    {
        m_out.put(value.length);
        m_out.append(std::span(value.bytes).first(std::min(value.bytes.size(), kLargestDetails)));
    }
    void operator()(const PollDetails& poll)
    {
        putEach(m_out, m_bytes, poll.entries, [&](const PollEntry& entry) {
            m_out.put(entry.socket);
            m_out.put(entry.fd);
            m_out.put(entry.events);
            m_out.put(entry.revents);
        });
    }
    void operator()(const MessageDetails& message)
    {
        m_out.put(message.nameRoom);
        m_out.put(message.controlRoom);
        m_out.put(message.controlLength);
        m_out.put(message.flags);
        putOpened(m_out, m_bytes, message.opened);
        putEach(m_out, m_bytes, message.bufferSizes, [&](std::uint32_t size) { m_out.put(size); });
        putEach(m_out, m_bytes, message.control, [&](const ControlMessage& control) {
            m_out.put(control.level);
            m_out.put(control.type);
            m_out.putBytes(control.data);
        });
    }
    void operator()(const LookUpDetails& lookUp)
    {
        putName(lookUp.node);
        putName(lookUp.service);
        m_out.put(lookUp.hasHints);
        for (const int number : {lookUp.flags, lookUp.family, lookUp.type, lookUp.protocol}) {
            m_out.put(number);
        }
        putEach(m_out, m_bytes, lookUp.found, [&](const FoundAddress& found) {
            for (const int number : {found.flags, found.family, found.type, found.protocol}) {
                m_out.put(number);
            }
            m_out.putBytes(found.address.bytes());
            m_out.putText(found.canonicalName);
        });
    }

private:
    void putName(const std::optional<std::string>& name)
    {
        m_out.put(name.has_value());
        m_out.putText(name.value_or(std::string()));
    }

    Bytes& m_bytes;
    ByteWriter m_out;
};

MessageDetails getMessage(ByteReader& in)
{
    MessageDetails message;
    message.nameRoom = in.get<std::int64_t>();
    message.controlRoom = in.get<std::int64_t>();
    message.controlLength = in.get<std::int64_t>();
    message.flags = in.get<std::int32_t>();
    message.opened = getOpened(in);
    message.bufferSizes
        = getEach<std::uint32_t>(in, [&](std::uint32_t& size) { size = in.get<std::uint32_t>(); });
    message.control = getEach<ControlMessage>(in, [&](ControlMessage& control) {
        control.level = in.get<int>();
        control.type = in.get<int>();
        control.data = copy(in.getBytes());
    });
    return message;
}

std::optional<std::string> getName(ByteReader& in)
{
    const bool given = in.get<std::uint8_t>() != 0;
    std::string name = in.getText();
    return given ? std::optional(std::move(name)) : std::nullopt;
}

LookUpDetails getLookUp(ByteReader& in)
{
    LookUpDetails lookUp;
    lookUp.node = getName(in);
    lookUp.service = getName(in);
    lookUp.hasHints = in.get<std::uint8_t>() != 0;
    for (int* number : {&lookUp.flags, &lookUp.family, &lookUp.type, &lookUp.protocol}) {
        *number = in.get<int>();
    }
    lookUp.found = getEach<FoundAddress>(in, [&](FoundAddress& found) {
        for (int* number : {&found.flags, &found.family, &found.type, &found.protocol}) {
            *number = in.get<int>();
        }
        found.address = Address::fromBytes(in.getBytes());
        found.canonicalName = in.getText();
    });
    return lookUp;
}

}

void encodeDetails(const CallDetails& details, std::vector<std::byte>& bytes)
{
    if (details.index() == 0) {
        return;
    }
    Bytes block;
    ByteWriter(block).put(static_cast<std::uint8_t>(details.index()));
    std::visit(Encoder(block), details);
    ByteWriter(bytes).append(block);
}

CallDetails decodeDetails(std::span<const std::byte> bytes)
{
    ByteReader in(bytes);
    switch (in.get<std::uint8_t>()) {
    case 1:
        return OpenedList {getOpened(in)};
    case 2:
        return getMessage(in);
    case 3: {
        OptionBytes value;
        value.length = in.get<std::uint32_t>();
        value.bytes = copy(in.rest());
        return value;
    }
    case 4:
        return PollDetails {getEach<PollEntry>(in, [&](PollEntry& entry) {
            entry.socket = in.get<SocketId>();
            entry.fd = in.get<std::int32_t>();
            entry.events = in.get<std::int16_t>();
            entry.revents = in.get<std::int16_t>();
        })};
    case 5:
        return getLookUp(in);
    default:
        return {};
    }
}

}
