# How everything is compiled: language level, warnings as errors, sanitizers, compiler cache.
option(NAVBAT_BUILD_TESTS "Build unit, integration and end-to-end tests and benchmarks" ON)
set(NAVBAT_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize=, e.g. address,undefined or thread")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(NAVBAT_CCACHE ccache)
if(NAVBAT_CCACHE)
  # Paths below the tree count as relative, so that every clone shares one cache; precompiled headers
  # need the two exemptions (ccache's manual, "Precompiled headers").
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}"
                                  CCACHE_NOHASHDIR=1
                                  CCACHE_SLOPPINESS=pch_defines,time_macros "${NAVBAT_CCACHE}")
endif()

# Every module links this target privately: one place for flags.
add_library(navbat_build_flags INTERFACE)
add_library(navbat::build_flags ALIAS navbat_build_flags)
target_compile_options(navbat_build_flags INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wunused)

# Paths in messages and debug information start at the root of the tree: the same wherever it lies.
add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=")
if(NAVBAT_SANITIZE)
  add_compile_options(-fsanitize=${NAVBAT_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${NAVBAT_SANITIZE})
endif()
