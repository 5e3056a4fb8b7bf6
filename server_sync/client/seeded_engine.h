#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <random>

#include "server_sync/client/fill_random.h"

namespace navbat::client {

// An engine for delays, seeded from good randomness. Private to this module.
[[nodiscard]] inline std::mt19937_64 seeded_engine(const FillRandom& random) {
  std::array<std::uint8_t, sizeof(std::uint64_t)> bytes{};
  random(bytes);
  std::uint64_t seed = 0;
  std::memcpy(&seed, bytes.data(), sizeof seed);
  return std::mt19937_64{seed};
}

}  // namespace navbat::client
