#include "system/password_hash.h"

#include <sodium.h>

#include <array>

namespace navbat::system {

std::string hash_password(std::string_view password, const PasswordCost& cost) {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const int failed =
      crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes,
                            cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
  return failed != 0 ? std::string{} : std::string{text.data()};
}

bool verify_password(std::string_view password, const std::string& hash) {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace navbat::system
