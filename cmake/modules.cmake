# The vocabulary of every CMakeLists.txt below: modules, programs, tests.

# navbat_module(NAME SOURCES ... [PUBLIC ...] [PRIVATE ...])
# A static library navbat::NAME. PUBLIC and PRIVATE are what it links. Includes are written from the
# project's root ("domain/ticket.h"), so that the architecture test can read them.
function(navbat_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(navbat_${name} STATIC ${ARG_SOURCES})
  add_library(navbat::${name} ALIAS navbat_${name})
  target_include_directories(navbat_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(navbat_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE}
                                                                    navbat::build_flags)
endfunction()

# navbat_program(NAME SOURCES ... LINK ...): an executable in build/<preset>/bin.
function(navbat_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_compile_definitions(${name} PRIVATE NAVBAT_VERSION="${PROJECT_VERSION}")
  target_link_libraries(${name} PRIVATE ${ARG_LINK} navbat::build_flags)
endfunction()

# navbat_test(NAME LABEL label SOURCES ... LINK ... [TIMEOUT s] [DEPENDS target ...] [SERIAL])
# One GoogleTest program and one ctest entry for it, with the label of the module that it tests.
# Tests find the programs through the environment variable NAVBAT_BIN and the tree by NAVBAT_SOURCE.
set(NAVBAT_TEST_LABELS architecture domain store server client kiosk board web promise simulation e2e)
function(navbat_test name)
  cmake_parse_arguments(ARG "SERIAL" "LABEL;TIMEOUT" "SOURCES;LINK;DEPENDS" ${ARGN})
  if(NOT ARG_LABEL IN_LIST NAVBAT_TEST_LABELS)
    message(FATAL_ERROR "${name}: LABEL is '${ARG_LABEL}', expected one of: ${NAVBAT_TEST_LABELS}")
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_LINK} GTest::gmock GTest::gtest_main
                                        navbat::build_flags)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  if(ARG_DEPENDS)
    add_dependencies(${name} ${ARG_DEPENDS})
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "NAVBAT_BIN=${CMAKE_BINARY_DIR}/bin;NAVBAT_SOURCE=${CMAKE_SOURCE_DIR}")
  if(ARG_SERIAL)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()
