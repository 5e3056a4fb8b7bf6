// A board at work for hours beside a real server: a call a second through the real API, its memory
// once a minute; after each ten minutes the branch rests, and the board's idle processor time is
// measured. Prints a table and ends with status 1 when memory grows or the board does not rest.
//
// navbat-bench-board-soak [MINUTES] [window|headless]

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/benchmarks/benchmark_server.h"
#include "tests/benchmarks/branch_at_work.h"
#include "tests/benchmarks/process_usage.h"
#include "tests/benchmarks/report.h"
#include "tests/support/eventually.h"
#include "tests/support/virtual_screen.h"

namespace navbat::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::seconds;

constexpr int kCallsPerMinute = 60;
constexpr int kMinutesOfWork = 10;    // between two rests
constexpr int kMinutesOfWarmUp = 10;  // fonts, lists and the allocator find their size
constexpr int kFewestSamples = 10;    // fewer draw no line
// The last calls get their turn on the stage and stop being news before the rest is measured.
constexpr seconds kSettle{60};
// The first picture is there by then: what is called before it is history, not news.
constexpr seconds kStart{6};
constexpr seconds kRest{60};
constexpr double kMostGrowth_mib_per_hour = 2;
constexpr double kMostIdle_percent = 1;

struct Options {
  int minutes = 3;
  bool headless = false;
};

struct Sample {
  double hours = 0;  // since the start
  double resident_mib = 0;
  double proportional_mib = 0;
};

// Slope of the least-squares line, MiB an hour.
double growth(const std::vector<Sample>& samples, double Sample::*value) {
  double mean_x = 0;
  double mean_y = 0;
  for (const Sample& sample : samples) {
    mean_x += sample.hours / static_cast<double>(samples.size());
    mean_y += sample.*value / static_cast<double>(samples.size());
  }
  double above = 0;
  double below = 0;
  for (const Sample& sample : samples) {
    above += (sample.hours - mean_x) * (sample.*value - mean_y);
    below += (sample.hours - mean_x) * (sample.hours - mean_x);
  }
  return above / below;
}

class Soak {
 public:
  Soak(const Options& options, const std::filesystem::path& folder, std::uint16_t port)
      : options_(options),
        branch_(port),
        board_(arguments(folder, port), folder / "board.out", folder / "board.err") {
    if (!testing::eventually(
            [&] { return board_.err().find("stream: live") != std::string::npos; })) {
      throw std::runtime_error("the board hears nothing: " + board_.err());
    }
    std::this_thread::sleep_for(kStart);
  }

  // The exit status.
  int run() {
    std::printf("minute | calls | RSS MiB | PSS MiB | processor %%\n");
    const auto start = Clock::now();
    for (int minute = 1; minute <= options_.minutes; ++minute) {
      work_a_minute(minute, start);
      if (minute % kMinutesOfWork == 0 || minute == options_.minutes) rest(minute);
    }
    return judge();
  }

 private:
  [[nodiscard]] std::vector<std::string> arguments(const std::filesystem::path& folder,
                                                   std::uint16_t port) const {
    std::vector<std::string> all{testing::program("navbat-board").string(),
                                 "--config",
                                 testing::tree_file("config/board.toml").string(),
                                 "--server",
                                 "http://127.0.0.1:" + std::to_string(port),
                                 "--data",
                                 (folder / "board").string(),
                                 "--mute",
                                 "--report-shown"};
    if (options_.headless) all.emplace_back("--headless");
    return all;
  }

  void work_a_minute(int minute, Clock::time_point start) {
    const double before = cpu_seconds(board_.pid());
    const auto began = Clock::now();
    for (int call = 0; call < kCallsPerMinute; ++call) {
      const int counter = 1 + calls_ % BranchAtWork::kCounters;
      branch_.finish(counter);
      branch_.call(counter);
      ++calls_;
      std::this_thread::sleep_until(began + (call + 1) * seconds{60} / kCallsPerMinute);
    }
    if (!board_.running()) throw std::runtime_error("the board ended: " + board_.err());
    const Sample sample{
        .hours = std::chrono::duration<double, std::ratio<3600>>(Clock::now() - start).count(),
        .resident_mib = resident_mib(board_.pid()),
        .proportional_mib = proportional_mib(board_.pid())};
    if (minute > kMinutesOfWarmUp) samples_.push_back(sample);
    std::printf("%d | %d | %.1f | %.1f | %.1f\n", minute, calls_, sample.resident_mib,
                sample.proportional_mib, (cpu_seconds(board_.pid()) - before) / 60 * 100);
    std::fflush(stdout);
  }

  void rest(int minute) {
    std::this_thread::sleep_for(kSettle);
    const double before = cpu_seconds(board_.pid());
    std::this_thread::sleep_for(kRest);
    const double idle =
        (cpu_seconds(board_.pid()) - before) / static_cast<double>(kRest.count()) * 100;
    idle_.push_back(idle);
    std::printf("rest after minute %d: %.2f %% of a core\n", minute, idle);
    std::fflush(stdout);
  }

  // Calls that the board said it shows.
  [[nodiscard]] int shown() const {
    const std::string out = board_.out();
    constexpr std::string_view kLine = "shown version=";
    int lines = 0;
    for (std::size_t at = out.find(kLine); at != std::string::npos; at = out.find(kLine, at + 1)) {
      ++lines;
    }
    return lines;
  }

  int judge() {
    const std::string look = options_.headless ? "headless" : "window";
    int status = 0;
    const auto verdict = [&status](bool kept, const std::string& what) {
      if (!kept) std::printf("NOT KEPT: %s\n", what.c_str());
      status = kept ? status : 1;
    };
    const double worst = percentile(idle_, 1);
    report("board soak: idle processor, worst rest, " + look, figure(worst, 2, "% of a core"), "—",
           "—", "≤ 1 %");
    verdict(worst <= kMostIdle_percent, "idle processor above 1 % of a core");
    report("board soak: calls shown, " + look, std::to_string(shown()),
           std::to_string(calls_) + " called", "—", "all");
    verdict(shown() == calls_, "not every call was shown");
    if (samples_.size() < kFewestSamples) {
      std::printf("too short to tell growth of memory: expected at least %d minutes\n",
                  kMinutesOfWarmUp + kFewestSamples);
      return status;
    }
    const double resident = growth(samples_, &Sample::resident_mib);
    const double proportional = growth(samples_, &Sample::proportional_mib);
    report("board soak: memory, RSS, " + look, figure(resident, 2, "MiB an hour"),
           figure(samples_.back().resident_mib, 1, "MiB at the end"), "—", "≤ 2 MiB an hour");
    report("board soak: memory, PSS, " + look, figure(proportional, 2, "MiB an hour"),
           figure(samples_.back().proportional_mib, 1, "MiB at the end"), "—", "—");
    // Not judged by PSS: that grows when other programs let go of libraries that were shared.
    verdict(resident <= kMostGrowth_mib_per_hour, "memory grows by more than 2 MiB an hour");
    return status;
  }

  const Options options_;
  BranchAtWork branch_;
  testing::ChildProcess board_;
  int calls_ = 0;
  std::vector<Sample> samples_;  // after the warm-up
  std::vector<double> idle_;     // percent of a core, a rest each
};

int soak(const Options& options) {
  const Folder folder("");
  const BenchmarkServer server(folder.path());
  std::unique_ptr<testing::VirtualScreen> screen;
  if (!options.headless) {
    screen = std::make_unique<testing::VirtualScreen>(folder.path(), 1920, 1080);
  }
  Soak run(options, folder.path(), server.port());
  return run.run();
}

}  // namespace
}  // namespace navbat::benchmarks

int main(int argc, char** argv) {
  navbat::benchmarks::Options options;
  if (argc > 1) options.minutes = std::atoi(argv[1]);
  const std::string look = argc > 2 ? argv[2] : "window";
  options.headless = look == "headless";
  if (argc > 3 || options.minutes < 1 || (look != "window" && look != "headless")) {
    std::fprintf(stderr, "expected: navbat-bench-board-soak [MINUTES] [window|headless]\n");
    return 2;
  }
  return navbat::benchmarks::soak(options);
}
