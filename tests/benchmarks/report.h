#pragma once
// What every benchmark prints: a figure, the limit that was measured in the same run, their ratio
// and the goal. scripts/benchmarks collects the lines that begin with "| ".

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace navbat::benchmarks {

inline std::string figure(double value, int digits, const std::string& unit) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return std::string{text} + (unit.empty() ? "" : " " + unit);
}

// One row of the table. `limit` and `ratio` may be "—" where nothing bounds the figure.
inline void report(const std::string& what, const std::string& measured, const std::string& limit,
                   const std::string& ratio, const std::string& goal) {
  std::printf("| %s | %s | %s | %s | %s |\n", what.c_str(), measured.c_str(), limit.c_str(),
              ratio.c_str(), goal.c_str());
  std::fflush(stdout);
}

// Nearest rank; sorts. `values` must not be empty.
inline double percentile(std::vector<double>& values, double p) {
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<std::size_t>(std::ceil(p * static_cast<double>(values.size())));
  return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

}  // namespace navbat::benchmarks
