// Records of the log, as a damaged or hostile file may hold them: each decoder takes any bytes, what it makes
// of them can be printed, and written and read once more it is the same.

#include <algorithm>

#include "netcore/events/call_record.h"
#include "netcore/inspect/finding.h"
#include "netcore/inspect/kernel_view.h"
#include "netcore/inspect/option_values.h"
#include "netcore/names/call_text.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/target.h"

using namespace netcore;

namespace {

void printAll(const CallRecord& record, std::span<const std::byte> data, fuzz::ByteSource numbers)
{
    const std::size_t size = numbers.oneIn(4) ? numbers.number<std::uint32_t>() : data.size();
    for (const auto stage : {CallStage::Planned, CallStage::Unfinished, CallStage::Failed, CallStage::Done}) {
        callText(record, data, size, stage);
        callText(record, data, size, stage, {CallTextStyle::Addresses::Short, 0});
    }
    const std::int64_t result = numbers.awkward();
    resultText(record.call, result, numbers.number<std::uint16_t>());
    resultNote(record, result);
    static_cast<void>(record.fd());
}

void call(fuzz::ByteSource source)
{
    const auto id = static_cast<CallId>(source.below(kCallIds));
    const auto data = source.someBytes(300);
    const fuzz::ByteSource numbers(source.bytes(16));
    const CallRecord record = decodeCall(id, source.rest());
    printAll(record, data, numbers);
    std::vector<std::byte> room;
    const auto block = encode(record, room);
    fuzz::check(block.size() <= UINT16_MAX, "a block longer than an event can say");
    const CallRecord again = decodeCall(id, block);
    std::vector<std::byte> otherRoom;
    fuzz::check(std::ranges::equal(block, encode(again, otherRoom)), "a call is written otherwise");
    printAll(again, data, numbers);
}

void details(fuzz::ByteSource source)
{
    const CallDetails first = decodeDetails(source.rest());
    std::vector<std::byte> bytes;
    encodeDetails(first, bytes);
    fuzz::check(bytes.size() <= kLargestDetails, "details larger than they may be");
    const CallDetails second = decodeDetails(bytes);
    std::vector<std::byte> again;
    encodeDetails(second, again);
    fuzz::check(bytes == again, "details are written otherwise");
}

template<typename Value>
void written(const Value& value, Value (*decode)(std::span<const std::byte>), const char* what)
{
    fuzz::check(decode(encode(value)) == value, std::string(what) + " is read otherwise");
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::ByteSource source(fuzz::bytesOf(data, size));
    switch (source.number<std::uint8_t>() % 5) {
    case 0:
        call(source);
        break;
    case 1:
        details(source);
        break;
    case 2:
        written(decodeKernelView(source.rest()), decodeKernelView, "a kernel's view");
        break;
    case 3: {
        const auto values = decodeOptionValues(source.rest());
        fuzz::check(decodeOptionValues(encode(values)) == values, "options are read otherwise");
        changesIn({}, values);
        break;
    }
    default:
        written(decodeFinding(source.rest()), decodeFinding, "a finding");
        break;
    }
    return 0;
}
