#pragma once

#include <cstdint>
#include <functional>
#include <span>

namespace navbat::client {

// Fills the bytes with randomness good enough for unguessable ids; thread-safe. Programs pass
// system::fill_random, tests a seeded one.
using FillRandom = std::function<void(std::span<std::uint8_t>)>;

}  // namespace navbat::client
