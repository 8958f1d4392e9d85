# Every target links this: the flags are a property of the project, not of a folder.
add_library(project_warnings INTERFACE)

target_compile_options(project_warnings INTERFACE
    -Wall -Wextra -Wpedantic
    -Wshadow                    # a name that hides another is read as the other
    -Wconversion                # lengths and ports are narrow: say where they are narrowed
    -Wsign-conversion           # ssize_t against size_t is this program's daily bread
    -Wold-style-cast            # a cast must say what it does
    -Wnon-virtual-dtor          # deleting through a base
    -Woverloaded-virtual        # a hook that never gets called
    -Wsuggest-override
    -Wzero-as-null-pointer-constant
    -Wformat=2                  # printf is a way from data to memory
    -Wimplicit-fallthrough
    -Wextra-semi
)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(project_warnings INTERFACE
        -Wduplicated-cond       # if / else if with the same question
        -Wduplicated-branches   # ... or with the same answer
        -Wlogical-op            # && where & was meant
    )
    if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # False alarms in its own <string> as soon as it optimises (GCC bug 105651).
        target_compile_options(project_warnings INTERFACE -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow)
    endif()
endif()
