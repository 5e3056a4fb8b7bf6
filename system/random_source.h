#pragma once
// Randomness of the operating system, good enough for ids and secrets.

#include <cstdint>
#include <span>

namespace navbat::system {

// Fills `bytes`. Aborts when the kernel cannot give any: nothing made without it would be
// unguessable. Thread-safe.
void fill_random(std::span<std::uint8_t> bytes);

}  // namespace navbat::system
