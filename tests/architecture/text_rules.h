// Rules about what files say: clocks, SQL, sizes, and what has no place in the tree.
#pragma once

#include <map>
#include <string>

#include "tests/architecture/source_tree.h"

namespace navbat::architecture {

// Accepted exceptions, rule -> path -> reason, from lines "rule path reason..." (see
// exceptions.txt).
using Exceptions = std::map<std::string, std::map<std::string, std::string>>;

// A line that is neither empty, nor a comment, nor has all three parts is a finding.
Findings parse_exceptions(const SourceFile& file, Exceptions& exceptions);

// Exceptions of a rule ("size", "clock", "sleep") that nothing needs any more, or whose file is
// gone.
Findings check_exceptions_are_needed(const SourceTree& tree, const Exceptions& exceptions);

// Code of at most kMostLines lines a file, or an exception "size".
constexpr int kMostLines = 400;
Findings check_file_sizes(const SourceTree& tree, const Exceptions& exceptions);

// The domain asks no clock. Other modules read the wall clock only in a main.cpp or with an
// exception "clock": clocks come through constructors.
Findings check_clocks_are_passed_in(const SourceTree& tree, const Exceptions& exceptions);

// SQL stands only in server_sync/store; tests may look into databases.
Findings check_sql_stays_in_the_store(const SourceTree& tree);

// Tests wait on conditions: no sleeping outside tests/support without an exception "sleep".
Findings check_tests_do_not_sleep(const SourceTree& tree, const Exceptions& exceptions);

// Every file named *_test.cpp asserts something.
Findings check_tests_assert(const SourceTree& tree);

// The first line of a header that is not a comment is #pragma once.
Findings check_pragma_once(const SourceTree& tree);

// No paths of somebody's machine, no hosts of package registries, in any file.
Findings check_no_machine_paths(const SourceTree& tree);

// No licence or copyright lines in code: LICENSE speaks for all.
Findings check_no_licence_headers(const SourceTree& tree);

// No marks of unfinished work in code.
Findings check_nothing_is_unfinished(const SourceTree& tree);

// Links between the project's documents lead to files that exist.
Findings check_document_links(const SourceTree& tree);

}  // namespace navbat::architecture
