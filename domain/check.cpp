#include "domain/check.h"

#include <cstdio>
#include <cstdlib>

namespace navbat::domain {

void fail_check(const char* message, const std::source_location& where) {
  std::fprintf(stderr, "%s:%u: invariant broken: %s\n", where.file_name(), where.line(), message);
  std::abort();
}

}  // namespace navbat::domain
