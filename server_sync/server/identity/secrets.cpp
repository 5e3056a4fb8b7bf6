#include "server_sync/server/identity/secrets.h"

#include <sodium.h>

#include <array>

namespace navbat::server {
namespace {

// Crockford's base 32: no I, L, O, U.
constexpr std::string_view kCodeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeLength = 10;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

store::SecretHash hash_secret(std::string_view secret) {
  store::SecretHash hash{};
  crypto_hash_sha256(hash.data(), bytes_of(secret), secret.size());
  return hash;
}

std::string make_token(const FillRandom& random) {
  std::array<std::uint8_t, 32> bytes{};
  random(bytes);
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::array<char, sodium_base64_ENCODED_LEN(32, kVariant)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
  return text.data();
}

std::string make_code(const FillRandom& random) {
  std::array<std::uint8_t, kCodeLength> bytes{};
  random(bytes);
  std::string code;
  for (const std::uint8_t byte : bytes) code.push_back(kCodeLetters[byte % kCodeLetters.size()]);
  return code;
}

std::string normalise_code(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c == ' ' || c == '-') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    code.push_back(c);
  }
  return code;
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string hex_digest(std::string_view bytes) {
  const store::SecretHash hash = hash_secret(bytes);
  std::array<char, 65> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

}  // namespace navbat::server
