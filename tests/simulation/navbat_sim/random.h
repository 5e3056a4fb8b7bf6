#pragma once
// Chance from a seed, the same on every machine: std::mt19937_64 is specified to the bit, the
// standard library's distributions are not, so the few that a branch needs stand here.

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>
#include <span>

namespace navbat::sim {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // Evenly in [0, 1).
  [[nodiscard]] double unit() { return static_cast<double>(engine_() >> 11U) * 0x1.0p-53; }
  [[nodiscard]] bool chance(double probability) { return unit() < probability; }
  // Mean 1.
  [[nodiscard]] double exponential() { return -std::log(1.0 - unit()); }
  [[nodiscard]] double normal() {  // Box & Muller 1958
    const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
    return radius * std::cos(2.0 * std::numbers::pi * unit());
  }
  // By its own mean and coefficient of variation, as service times are measured.
  [[nodiscard]] double lognormal(double mean, double cv) {
    const double variance = std::log(1.0 + cv * cv);
    return mean * std::exp(std::sqrt(variance) * normal() - variance / 2.0);
  }
  // The index of one of `weights`, which are not negative and not all zero.
  [[nodiscard]] std::size_t pick(std::span<const double> weights) {
    double total = 0;
    for (const double weight : weights) total += weight;
    double left = unit() * total;
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
      left -= weights[i];
      if (left < 0) return i;
    }
    return weights.size() - 1;
  }
  [[nodiscard]] std::uint64_t bits() { return engine_(); }

 private:
  std::mt19937_64 engine_;
};

}  // namespace navbat::sim
