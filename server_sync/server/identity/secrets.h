#pragma once
// Tokens and codes: made from good randomness, kept only as hashes.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "server_sync/store/identity_store.h"

namespace navbat::server {

// Fills the bytes with randomness that nobody can guess. Thread-safe.
using FillRandom = std::function<void(std::span<std::uint8_t>)>;

// SHA-256. Enough for what has 50 random bits or more; passwords need password.h.
[[nodiscard]] store::SecretHash hash_secret(std::string_view secret);

// 256 random bits as 43 characters of A-Z a-z 0-9 - _.
[[nodiscard]] std::string make_token(const FillRandom& random);

// 50 random bits as ten characters that cannot be mistaken for each other, to be typed by a person.
[[nodiscard]] std::string make_code(const FillRandom& random);
// What a person may have typed instead: lower case, spaces and dashes between, O for 0, I or L
// for 1.
[[nodiscard]] std::string normalise_code(std::string_view typed);

// Takes the same time wherever they differ. The length is no secret.
[[nodiscard]] bool equal_in_constant_time(std::string_view left, std::string_view right);

// SHA-256 in hexadecimal, for comparing requests.
[[nodiscard]] std::string hex_digest(std::string_view bytes);

}  // namespace navbat::server
