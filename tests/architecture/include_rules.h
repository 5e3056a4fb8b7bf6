// Which module may use which: the level table of docs/ARCHITECTURE.md, read from the include lines.
#pragma once

#include "tests/architecture/source_tree.h"

namespace navbat::architecture {

// Quoted includes name a file of the project from its root, and one of a module that the including
// module may use; every file is of a module. Headers made by the build are included by a folder
// that the tree does not have.
Findings check_module_levels(const SourceTree& tree);

// Angled includes are of the standard library or of a library that the module may use. A library
// that the table does not know is a finding for every module.
Findings check_libraries(const SourceTree& tree);

// The domain includes no header of threads, files, streams or processes, and calls none of C's.
Findings check_domain_is_pure(const SourceTree& tree);

// The HTTP library and Asio stay inside the server: no file of another module reaches them through
// what it includes, however far away.
Findings check_http_library_stays_inside(const SourceTree& tree);

}  // namespace navbat::architecture
