#pragma once
// Assertions that stay on in release builds: a broken invariant stops the program before it can do
// harm.

#include <source_location>

namespace navbat::domain {

// Prints the place and `message` to stderr and aborts.
[[noreturn]] void fail_check(const char* message, const std::source_location& where);

inline void check(bool holds, const char* message,
                  const std::source_location& where = std::source_location::current()) {
  if (!holds) fail_check(message, where);
}

}  // namespace navbat::domain
