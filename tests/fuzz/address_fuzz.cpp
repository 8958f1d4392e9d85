// Addresses as text and as bytes: what is read is printed and read again, the same.

#include "netcore/sys/address.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/target.h"

using namespace netcore;

namespace {

void readText(std::string_view text)
{
    const auto address = parseAddress(text);
    if (!address.ok()) {
        fuzz::check(address.problem().column <= text.size(), "the column of a problem lies outside");
        return;
    }
    const auto again = parseAddress(addressText(address.value()));
    fuzz::check(
        again.ok() && again.value() == address.value(), "printed otherwise: " + addressText(address.value()));
    sockaddrText(address.value());
}

void readBytes(std::span<const std::byte> bytes)
{
    const Address address = Address::fromBytes(bytes);
    fuzz::check(address.length() <= sizeof(sockaddr_storage), "longer than any address");
    sockaddrText(address);
    const std::string text = addressText(address);
    const auto read = parseAddress(text);
    // A relative path may look like anything; and of bytes that no name stands for, the text is for people.
    if (read.ok() && read.value().family() == address.family()) {
        fuzz::check(addressText(read.value()) == text, "printed otherwise: " + text);
    }
    fuzz::check(address.path().size() <= bytes.size() && address.abstractName().size() <= bytes.size(),
        "a name longer than the address");
    static_cast<void>(address.isLoopback() || address.isWildcard() || address.port() != 0);
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::ByteSource source(fuzz::bytesOf(data, size));
    const bool isText = source.number<std::uint8_t>() % 2 == 0;
    const auto rest = source.rest();
    if (isText) {
        readText({reinterpret_cast<const char*>(rest.data()), rest.size()});
    } else {
        readBytes(rest);
    }
    return 0;
}
