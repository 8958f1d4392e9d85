// The fields of a socket address, in the order of its bytes: what each byte means. <netinet/in.h>,
// <sys/un.h>.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "netcore/sys/address.h"

namespace netcore {

struct AddressField {
    std::size_t offset;
    std::size_t size; // as far as the address reaches: a short one ends within a field
    std::string_view name; // "sin_port"
    std::string value; // "5000"; empty for padding
};

std::vector<AddressField> fieldsOf(const Address& address);

}
