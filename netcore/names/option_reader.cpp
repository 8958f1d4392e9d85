// parseOptionValue(): from what a person or a scenario writes to the bytes that setsockopt() takes.

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>

#include "netcore/base/quoted.h"
#include "netcore/names/filter_text.h"
#include "netcore/names/option_layout.h"
#include "netcore/names/option_names.h"
#include "netcore/names/option_short_forms.h"

namespace netcore {

namespace {

using Reason = OptionProblem::Reason;
using Bytes = std::vector<std::byte>;
using Read = OptionRead;

// Four bytes, or eight of Unsigned64.
Read readWord(OptionScanner& scanner, const OptionDescription* option)
{
    switch (option == nullptr ? OptionType::Int : option->type) {
    case OptionType::Bool:
        return readBool(scanner);
    case OptionType::Unsigned:
        return converted<std::uint32_t>(scanner.number(-1, UINT32_MAX));
    case OptionType::Unsigned64:
        return converted<std::uint64_t>(scanner.unsigned64());
    case OptionType::Enumeration:
        return converted<std::int32_t>(scanner.constant(option->names()));
    case OptionType::Flags:
    case OptionType::Timestamping:
        return converted<std::uint32_t>(scanner.flags(option->names()));
    case OptionType::PortRange:
        return readPortRange(scanner);
    case OptionType::Interface:
        return converted<std::uint32_t>(scanner.interface());
    case OptionType::InterfaceSwapped: {
        const bool call = scanner.take("htonl(");
        const auto index = scanner.interface();
        if (index && call && !scanner.take(")")) {
            return scanner.fail(Reason::Unclosed);
        }
        return index ? Read(bytesOfValue(htonl(*index))) : std::nullopt;
    }
    case OptionType::InternetAddress:
        return scanner.internet4();
    default:
        return converted<std::int32_t>(scanner.number(INT32_MIN, INT32_MAX));
    }
}

Read readField(OptionScanner& scanner, const OptionField& field, NameTable names)
{
    switch (field.kind) {
    case OptionFieldKind::Signed32:
    case OptionFieldKind::Identity:
        return converted<std::uint32_t>(scanner.number(INT32_MIN, UINT32_MAX));
    case OptionFieldKind::Unsigned32:
        return converted<std::uint32_t>(scanner.number(0, UINT32_MAX));
    case OptionFieldKind::Signed64:
        return converted<std::int64_t>(scanner.number(INT64_MIN, INT64_MAX));
    case OptionFieldKind::Clock:
        return converted<std::int32_t>(scanner.constant(clocks()));
    case OptionFieldKind::Flags:
        return converted<std::uint32_t>(scanner.flags(names));
    case OptionFieldKind::Interface:
        return converted<std::uint32_t>(scanner.interface());
    case OptionFieldKind::Internet4:
        return scanner.internet4();
    case OptionFieldKind::Internet6:
        return scanner.internet6();
    case OptionFieldKind::SocketAddress:
        return readSocketAddress(scanner);
    }
    return std::nullopt;
}

const OptionField* fieldNamed(OptionLayout layout, std::string_view name)
{
    const auto found = std::ranges::find(layout, name, &OptionField::name);
    return found == layout.end() ? nullptr : &*found;
}

// The member that inet_pton(AF_INET6, "...", &member) names at its end.
const OptionField* fieldOfCall(OptionLayout layout)
{
    const auto found = std::ranges::find(layout, OptionFieldKind::Internet6, &OptionField::kind);
    return found == layout.end() ? nullptr : &*found;
}

bool readMember(OptionScanner& scanner, OptionLayout layout, NameTable names, Bytes& bytes)
{
    const std::size_t begin = scanner.column();
    const OptionField* field = scanner.rest().starts_with("inet_pton(") ? fieldOfCall(layout) : nullptr;
    if (field == nullptr) {
        field = fieldNamed(layout, scanner.word());
        if (field == nullptr) {
            scanner.failAt(Reason::UnknownField, begin);
            return false;
        }
        if (!scanner.take("=")) {
            scanner.fail(Reason::EqualsMissing);
            return false;
        }
    }
    const Read content = readField(scanner, *field, names);
    if (content) {
        std::copy_n(content->begin(), std::min(content->size(), field->size),
            bytes.begin() + static_cast<std::ptrdiff_t>(field->offset));
    }
    return content.has_value();
}

Read readStruct(OptionScanner& scanner, OptionLayout layout, NameTable names)
{
    scanner.take("{");
    Bytes bytes(lengthOf(layout));
    do {
        if (!readMember(scanner, layout, names, bytes)) {
            return std::nullopt;
        }
    } while (scanner.take(","));
    return scanner.take("}") ? Read(bytes) : Read(scanner.fail(Reason::Unclosed));
}

Read readInstructions(OptionScanner& scanner)
{
    std::size_t column = 0;
    const std::string_view text = scanner.rest();
    const auto bytes = parseInstructions(text, column);
    scanner.goTo(scanner.column() + column);
    return bytes ? Read(*bytes) : Read(scanner.fail(Reason::NotAList));
}

bool isStruct(OptionScanner& scanner, OptionLayout layout)
{
    return !layout.empty() && scanner.next() == '{';
}

Read readTyped(OptionScanner& scanner, const OptionDescription* option)
{
    constexpr std::size_t kLong = 1024; // long enough for the longest of several layouts
    const OptionType type = option == nullptr ? OptionType::Int : option->type;
    const NameTable names = option != nullptr && option->names != nullptr ? option->names() : NameTable();
    const bool shortForm = scanner.rest().find("imr_interface") != std::string_view::npos;
    const OptionLayout layout
        = layoutOf(type, shortForm && type != OptionType::SourceMembership ? sizeof(ip_mreq) : kLong);
    if (isStruct(scanner, layout)) {
        return readStruct(scanner, layout, names);
    }
    switch (type) {
    case OptionType::Timeval:
        return readTime(scanner);
    case OptionType::Linger:
        return readLinger(scanner);
    case OptionType::Membership:
        return readMembership(scanner);
    case OptionType::Membership6:
        return readMembership6(scanner);
    case OptionType::InternetAddress:
        return scanner.rest().find('@') != std::string_view::npos ? readMembership(scanner)
                                                                  : readWord(scanner, option);
    case OptionType::Filter:
        return readInstructions(scanner);
    case OptionType::SocketAddress:
        return readSocketAddress(scanner);
    case OptionType::Text: {
        const std::string_view word = scanner.word();
        const auto bytes = bytesOf(word);
        return Bytes(bytes.begin(), bytes.end());
    }
    default:
        if (sizeOf(type) != sizeof(int) && type != OptionType::Unsigned64
            && type != OptionType::Timestamping) {
            return scanner.fail(Reason::BadHex); // bytes, and only bytes
        }
        return readWord(scanner, option);
    }
}

Read readValue(OptionScanner& scanner, const OptionDescription* option)
{
    if (scanner.next() == '"' && (option == nullptr || option->type != OptionType::Interface)) {
        return scanner.string();
    }
    if (scanner.wantsHexBytes()) {
        return scanner.hexBytes();
    }
    const bool isList = option != nullptr && option->type == OptionType::Filter;
    const bool bracket = !isList && scanner.take("[");
    auto bytes = readTyped(scanner, option);
    return bytes && bracket && !scanner.take("]") ? Read(scanner.fail(Reason::Unclosed)) : bytes;
}

}

Outcome<std::vector<std::byte>, OptionProblem> parseOptionValue(int level, int number, std::string_view text)
{
    OptionScanner scanner(text);
    if (scanner.atEnd()) {
        return OptionProblem {Reason::Empty, 0};
    }
    auto bytes = readValue(scanner, describeOption(level, number));
    if (bytes && !scanner.atEnd()) {
        return OptionProblem {Reason::Surplus, scanner.column()};
    }
    if (!bytes) {
        return scanner.problem().value_or(OptionProblem {Reason::NotANumber, 0});
    }
    return *std::move(bytes);
}

}
