# Hardening and sanitizers: the same for every target.
add_library(project_options INTERFACE)
target_include_directories(project_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_features(project_options INTERFACE cxx_std_20)
target_compile_options(project_options INTERFACE -fstack-protector-strong)
target_link_options(project_options INTERFACE -Wl,-z,relro,-z,now)

# Some hundred and fifty programs are linked for the tests: by lld, where it is, in a fraction of the time.
if(NOT CMAKE_BUILD_TYPE)
    include(CheckLinkerFlag)
    check_linker_flag(CXX -fuse-ld=lld SOCKSCOPE_LLD)
    if(SOCKSCOPE_LLD)
        target_link_options(project_options INTERFACE -fuse-ld=lld)
    endif()
endif()

if(SOCKSCOPE_SANITIZE)
    target_compile_options(project_options INTERFACE
        -fsanitize=${SOCKSCOPE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(project_options INTERFACE -fsanitize=${SOCKSCOPE_SANITIZE})
else()
    # Glibcxx's own checks cost little and turn an index error into a message.
    target_compile_definitions(project_options INTERFACE _GLIBCXX_ASSERTIONS)
    target_compile_definitions(project_options INTERFACE $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
endif()

if(SOCKSCOPE_FUZZ) # libFuzzer is told which branches an input takes
    target_compile_options(project_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# What every Qt target promises: no silent text conversions, no keywords that are macros, Qt 6.4 is the floor.
add_library(project_qt INTERFACE)
target_compile_definitions(project_qt INTERFACE
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# sockscope_layer(name): a static library in its own folder, with the project's flags.
function(sockscope_layer name)
    add_library(${name} STATIC ${ARGN})
    target_link_libraries(${name} PRIVATE project_warnings PUBLIC project_options)
endfunction()
