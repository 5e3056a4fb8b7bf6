#include "tests/e2e/recorded_day.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "tests/simulation/navbat_sim/random.h"

namespace navbat::e2e {
namespace {

constexpr int kOpens = 9 * 3600;
constexpr int kCloses = 17 * 3600;
constexpr double kMeanBetween_s = 100;
constexpr double kMeanService_s = 420;
constexpr double kMeanPatience_s = 2400;
constexpr std::array<const char*, 3> kServices{"PS", "NW", "NE"};
constexpr std::array<double, 3> kShares{0.6, 0.25, 0.15};

// Three rows that no clock could have made.
constexpr const char* kWarts =
    "1999-02-03,40000,PS,0,served,39990,40100,,agent1\n"
    "1999-02-03,41000,PS,0,served,41100,41050,,agent2\n"
    "1999-02-03,42000,PS,0,left,,,41000,\n";

}  // namespace

RecordedDay write_recorded_day(const std::filesystem::path& file, std::uint64_t seed) {
  sim::Random random{seed};
  std::ofstream out(file);
  out << "date,arrival_s,service,priority,outcome,start_s,end_s,left_s,agent\n" << kWarts;
  RecordedDay day;
  day.warts = 3;
  std::array<int, 5> free_at{};
  free_at.fill(kOpens);
  double arrival = kOpens;
  while (true) {
    arrival += kMeanBetween_s * random.exponential();
    if (arrival >= kCloses) break;
    const int at = static_cast<int>(arrival);
    const auto agent = std::min_element(free_at.begin(), free_at.end());
    const int start = std::max(at, *agent);
    const int patience = static_cast<int>(random.lognormal(kMeanPatience_s, 0.8));
    ++day.visits;
    out << "1999-02-03," << at << ',' << kServices[random.pick(kShares)] << ','
        << (random.chance(0.1) ? 1 : 0);
    if (start - at > patience) {
      ++day.left;
      out << ",left,,," << at + patience << ",\n";
      continue;
    }
    ++day.served;
    *agent = start + static_cast<int>(random.lognormal(kMeanService_s, 0.8));
    out << ",served," << start << ',' << *agent << ",,agent" << 1 + (agent - free_at.begin())
        << '\n';
  }
  return day;
}

}  // namespace navbat::e2e
