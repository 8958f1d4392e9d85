// The scenario language: any text is read or refused with a place in it, and what it would do is said.

#include <algorithm>

#include "model/scenario/parser.h"
#include "model/scenario/plan.h"
#include "tests/fuzz/target.h"

using namespace model::scenario;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = fuzz::bytesOf(data, size);
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    ParseOptions options;
    options.file = "fuzz";
    options.temporaryFolder = "/nowhere"; // nothing is made: the name only has to stay the same
    const Parsed parsed = parse(text, options);
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    for (const Problem& problem : parsed.problems) {
        fuzz::check(problem.line <= lines, "a problem behind the last line");
        problemText(options.file, problem);
    }
    if (parsed.ok()) {
        planOf(parsed.scenario).staysLocal();
    }
    return 0;
}
