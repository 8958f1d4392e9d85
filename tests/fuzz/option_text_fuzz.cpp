// Values of options: any bytes of any option are printed; what is printed, and what a person may write, is
// read.

#include "netcore/names/option_text.h"
#include "netcore/names/options.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/target.h"

using namespace netcore;

namespace {

struct Option {
    int level;
    int number;
};

Option anyOption(fuzz::ByteSource& source)
{
    const auto all = allOptions();
    const std::size_t which = source.below(all.size() + 1);
    return which < all.size() ? Option {all[which].level, all[which].number}
                              : Option {source.number<std::int32_t>(), source.number<std::int32_t>()};
}

void print(const Option& option, std::span<const std::byte> bytes, OptionUse use)
{
    const std::string text = optionValueText(option.level, option.number, bytes, use);
    const auto read = parseOptionValue(option.level, option.number, text);
    if (read.ok()) {
        const std::string again = optionValueText(option.level, option.number, read.value(), use);
        const auto twice = parseOptionValue(option.level, option.number, again);
        fuzz::check(
            !twice.ok() || twice.value() == read.value(), "read otherwise: " + text + " and " + again);
    }
}

void read(const Option& option, std::string_view text)
{
    const auto value = parseOptionValue(option.level, option.number, text);
    if (!value.ok()) {
        fuzz::check(value.problem().column <= text.size(), "the column of a problem lies outside");
        return;
    }
    print(option, value.value(), OptionUse::Set);
    print(option, value.value(), OptionUse::Got);
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::ByteSource source(fuzz::bytesOf(data, size));
    const auto what = source.number<std::uint8_t>() % 3;
    const Option option = anyOption(source);
    const auto rest = source.rest();
    if (what == 0) {
        read(option, {reinterpret_cast<const char*>(rest.data()), rest.size()});
    } else {
        print(option, rest, what == 1 ? OptionUse::Set : OptionUse::Got);
    }
    return 0;
}
