// What every fuzz target has: one function for one input, and a check that ends the program.
//
// With SOCKSCOPE_FUZZ libFuzzer calls it (llvm.org/docs/LibFuzzer.html); otherwise replay_main.cpp does, with
// the files of the corpus.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

inline std::span<const std::byte> bytesOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const std::byte*>(data), size};
}

inline void check(bool holds, const std::string& what)
{
    if (!holds) {
        std::fprintf(stderr, "fuzz: %s\n", what.c_str());
        std::abort();
    }
}

}
