#include "netcore/inspect/finding.h"

#include <algorithm>

#include "netcore/base/byte_fields.h"

namespace netcore {

namespace {

enum class Part : std::uint8_t { Holder = 1, Path, LocalAddress, Number };

constexpr std::size_t kMostAddresses = 1024;

std::vector<std::byte> bytesOfHolder(const Holder& holder)
{
    ByteWriter writer;
    writer.add(holder.local.bytes());
    writer.add(holder.remote.bytes());
    writer.add(holder.state);
    writer.add(holder.type);
    writer.add(holder.v6Only);
    writer.add(holder.inode);
    writer.add(holder.user);
    writer.add(number(holder.ours));
    writer.add(holder.process);
    writer.add(holder.program);
    writer.add(holder.commandLine);
    return writer.take();
}

bool readHolder(ByteReader reader, Holder& holder)
{
    holder.local = Address::fromBytes(reader.takeBytes());
    holder.remote = Address::fromBytes(reader.takeBytes());
    holder.state = reader.take<std::uint8_t>();
    holder.type = reader.take<std::uint8_t>();
    holder.v6Only = reader.take<std::uint8_t>() != 0;
    holder.inode = reader.take<std::uint64_t>();
    holder.user = reader.take<std::uint32_t>();
    holder.ours = SocketId {reader.take<std::uint32_t>()};
    holder.process = reader.take<std::int32_t>();
    holder.program = reader.takeText();
    holder.commandLine = reader.takeText();
    return reader.good();
}

std::vector<std::byte> bytesOfPath(const PathFacts& facts)
{
    ByteWriter writer;
    writer.add(static_cast<std::uint8_t>(facts.kind));
    writer.add(static_cast<std::uint8_t>(facts.obstacle));
    writer.add(facts.isLink);
    writer.add(facts.mine);
    writer.add(facts.mode);
    writer.add(facts.owner);
    writer.add(facts.size);
    writer.add(facts.file.deviceMajor);
    writer.add(facts.file.deviceMinor);
    writer.add(facts.file.inode);
    writer.add(facts.file.bornSecond);
    writer.add(facts.file.bornNanosecond);
    writer.add(facts.path);
    writer.add(facts.obstacleAt);
    return writer.take();
}

template<typename Enum> bool readEnum(ByteReader& reader, Enum& value, Enum last)
{
    const auto number = reader.take<std::uint8_t>();
    value = static_cast<Enum>(number);
    return number <= static_cast<std::uint8_t>(last);
}

bool readPath(ByteReader reader, PathFacts& facts)
{
    const bool known = readEnum(reader, facts.kind, PathKind::Other)
        && readEnum(reader, facts.obstacle, PathObstacle::NameTooLong);
    facts.isLink = reader.take<std::uint8_t>() != 0;
    facts.mine = reader.take<std::uint8_t>() != 0;
    facts.mode = reader.take<std::uint32_t>();
    facts.owner = reader.take<std::uint32_t>();
    facts.size = reader.take<std::uint64_t>();
    facts.file.deviceMajor = reader.take<std::uint32_t>();
    facts.file.deviceMinor = reader.take<std::uint32_t>();
    facts.file.inode = reader.take<std::uint64_t>();
    facts.file.bornSecond = reader.take<std::int64_t>();
    facts.file.bornNanosecond = reader.take<std::uint32_t>();
    facts.path = reader.takeText();
    facts.obstacleAt = reader.takeText();
    return known && reader.good();
}

std::vector<std::byte> bytesOfAddress(const LocalAddress& local)
{
    ByteWriter writer;
    writer.add(local.address.bytes());
    writer.add(local.interface);
    writer.add(local.name);
    writer.add(local.up);
    return writer.take();
}

bool readAddress(ByteReader reader, LocalAddress& local)
{
    local.address = Address::fromBytes(reader.takeBytes());
    local.interface = reader.take<std::uint32_t>();
    local.name = reader.takeText();
    local.up = reader.take<std::uint8_t>() != 0;
    return reader.good();
}

void add(ByteWriter& writer, Part part, std::span<const std::byte> content)
{
    writer.add(static_cast<std::uint8_t>(part));
    writer.add(content);
}

void readNumber(ByteReader reader, Finding& finding)
{
    Quantity quantity {};
    const bool known = readEnum(reader, quantity, Quantity::RemovalResult);
    const auto value = reader.take<std::int64_t>();
    if (known && reader.good()) {
        finding.numbers[quantity] = value;
    }
}

void readPart(Part part, std::span<const std::byte> content, Finding& finding)
{
    const ByteReader reader(content);
    if (part == Part::Holder && finding.holders.size() < kMostHolders) {
        Holder holder;
        if (readHolder(reader, holder)) {
            finding.holders.push_back(std::move(holder));
        }
    } else if (part == Part::Path) {
        PathFacts facts;
        if (readPath(reader, facts)) {
            finding.path = std::move(facts);
        }
    } else if (part == Part::LocalAddress && finding.addresses.size() < kMostAddresses) {
        LocalAddress local;
        if (readAddress(reader, local)) {
            finding.addresses.push_back(std::move(local));
        }
    } else if (part == Part::Number) {
        readNumber(reader, finding);
    }
}

}

std::optional<std::int64_t> Finding::number(Quantity quantity) const
{
    const auto found = numbers.find(quantity);
    return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

void Finding::merge(const Finding& later)
{
    holders = later.holders.empty() ? holders : later.holders;
    path = later.path ? later.path : path;
    addresses = later.addresses.empty() ? addresses : later.addresses;
    for (const auto& [quantity, value] : later.numbers) {
        numbers[quantity] = value;
    }
}

std::vector<std::byte> encode(const Finding& finding)
{
    ByteWriter writer;
    for (const Holder& holder :
        std::span(finding.holders).first(std::min(finding.holders.size(), kMostHolders))) {
        add(writer, Part::Holder, bytesOfHolder(holder));
    }
    if (finding.path) {
        add(writer, Part::Path, bytesOfPath(*finding.path));
    }
    for (const LocalAddress& local : finding.addresses) {
        add(writer, Part::LocalAddress, bytesOfAddress(local));
    }
    for (const auto& [quantity, value] : finding.numbers) {
        ByteWriter content;
        content.add(static_cast<std::uint8_t>(quantity));
        content.add(value);
        add(writer, Part::Number, content.take());
    }
    return writer.take();
}

Finding decodeFinding(std::span<const std::byte> bytes)
{
    Finding finding;
    ByteReader reader(bytes);
    while (!reader.atEnd()) {
        const auto part = static_cast<Part>(reader.take<std::uint8_t>());
        const auto content = reader.takeBytes();
        if (!reader.good()) {
            break;
        }
        readPart(part, content, finding);
    }
    return finding;
}

}
