#include "netcore/sys/address_fields.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <netinet/in.h>
#include <sys/un.h>

#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"

namespace netcore {

namespace {

template<typename Sockaddr> Sockaddr as(const Address& address)
{
    Sockaddr result {};
    std::memcpy(&result, address.data(), std::min<std::size_t>(sizeof result, address.length()));
    return result;
}

std::string hostText(int family, const void* host)
{
    std::array<char, INET6_ADDRSTRLEN> text {};
    ::inet_ntop(family, host, text.data(), text.size());
    return text.data();
}

std::vector<AddressField> inetFields(const Address& address)
{
    const auto in = as<sockaddr_in>(address);
    return {
        {offsetof(sockaddr_in, sin_port), sizeof in.sin_port, "sin_port", std::to_string(address.port())},
        {offsetof(sockaddr_in, sin_addr), sizeof in.sin_addr, "sin_addr", hostText(AF_INET, &in.sin_addr)},
        {offsetof(sockaddr_in, sin_zero), sizeof in.sin_zero, "sin_zero", ""},
    };
}

std::vector<AddressField> inet6Fields(const Address& address)
{
    const auto in6 = as<sockaddr_in6>(address);
    return {
        {offsetof(sockaddr_in6, sin6_port), sizeof in6.sin6_port, "sin6_port",
            std::to_string(address.port())},
        {offsetof(sockaddr_in6, sin6_flowinfo), sizeof in6.sin6_flowinfo, "sin6_flowinfo",
            std::to_string(ntohl(in6.sin6_flowinfo))},
        {offsetof(sockaddr_in6, sin6_addr), sizeof in6.sin6_addr, "sin6_addr",
            hostText(AF_INET6, &in6.sin6_addr)},
        {offsetof(sockaddr_in6, sin6_scope_id), sizeof in6.sin6_scope_id, "sin6_scope_id",
            std::to_string(in6.sin6_scope_id)},
    };
}

std::vector<AddressField> otherFields(const Address& address)
{
    const std::size_t rest = address.length() - sizeof(sa_family_t);
    const bool unix = address.family() == AF_UNIX;
    return {{sizeof(sa_family_t), rest, unix ? "sun_path" : "sa_data",
        quoted(address.bytes().subspan(sizeof(sa_family_t)))}};
}

}

std::vector<AddressField> fieldsOf(const Address& address)
{
    if (address.length() < sizeof(sa_family_t)) {
        return {};
    }
    std::vector<AddressField> fields;
    switch (address.family()) {
    case AF_INET:
        fields = inetFields(address);
        break;
    case AF_INET6:
        fields = inet6Fields(address);
        break;
    default:
        fields = otherFields(address);
        break;
    }
    const char* family = address.family() == AF_INET ? "sin_family"
        : address.family() == AF_INET6               ? "sin6_family"
        : address.family() == AF_UNIX                ? "sun_family"
                                                     : "sa_family";
    fields.insert(
        fields.begin(), {0, sizeof(sa_family_t), family, constantText(addressFamilies(), address.family())});
    std::erase_if(fields, [&](const AddressField& field) { return field.offset >= address.length(); });
    for (AddressField& field : fields) {
        field.size = std::min(field.size, address.length() - field.offset);
    }
    return fields;
}

}
