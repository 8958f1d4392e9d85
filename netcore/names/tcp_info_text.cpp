#include "netcore/names/tcp_info_text.h"

#include <array>

#include "netcore/base/quoted.h"
#include "netcore/inspect/tcp_info.h"
#include "netcore/names/constants.h"
#include "netcore/names/option_names.h"

namespace netcore {

namespace {

std::string named(NameTable names, std::int64_t value)
{
    const auto name = nameOf(names, value);
    return name ? std::string(*name) : std::to_string(value);
}

std::string valueText(const TcpInfoField& field, std::uint64_t value)
{
    const auto number = static_cast<std::int64_t>(value);
    switch (field.unit) {
    case TcpInfoUnit::State:
        return named(tcpStates(), number);
    case TcpInfoUnit::CongestionState:
        return named(congestionStates(), number);
    case TcpInfoUnit::Options:
        return flagsText(tcpInfoOptions(), number);
    default:
        return std::to_string(value);
    }
}

}

std::string tcpInfoText(std::span<const std::byte> bytes)
{
    const TcpInfo info(bytes);
    std::string text = "{";
    for (const TcpInfoField& field : tcpInfoFields()) {
        if (const auto value = info.value(field)) {
            text += text.size() > 1 ? ", tcpi_" : "tcpi_";
            text += std::string(field.name) + '=' + valueText(field, *value);
        }
    }
    if (!info.unnamed().empty()) {
        text += (text.size() > 1 ? ", " : "") + hexString(info.unnamed());
    }
    return text + '}';
}

}
