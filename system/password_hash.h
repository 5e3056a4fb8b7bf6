#pragma once
// Passwords and PINs, kept as Argon2id strings that name their own cost. Thread-safe.

#include <cstddef>
#include <string>
#include <string_view>

namespace navbat::system {

// RFC 9106's second recommendation: for a machine that also has other work.
struct PasswordCost {
  unsigned long long passes = 3;
  std::size_t memory_bytes = 64 * 1024 * 1024;
};

// Slow on purpose. Empty only when there is no memory for it.
[[nodiscard]] std::string hash_password(std::string_view password, const PasswordCost& cost);

// As slow. False also for a string that is no Argon2id hash.
[[nodiscard]] bool verify_password(std::string_view password, const std::string& hash);

}  // namespace navbat::system
