// TCP_INFO as text: {tcpi_state=TCP_ESTABLISHED, tcpi_ca_state=TCP_CA_Open, ...}, every field that the bytes
// hold whole. Internal to option_text.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace netcore {

// What is behind the last known field stands at the end, as hexadecimal digits.
std::string tcpInfoText(std::span<const std::byte> bytes);

}
