// From the answer to a teller's call to the pixels of the board's stage on a display, while many
// real boards listen to the same branch; beside the same event's way to a bare stream. The others
// are headless; as they would not share the display's processor in a branch, they come last on it
// here, and show no motion.
//
// navbat-bench-board-pixels [BOARDS]

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <future>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/benchmarks/benchmark_server.h"
#include "tests/benchmarks/branch_at_work.h"
#include "tests/benchmarks/process_usage.h"
#include "tests/benchmarks/report.h"
#include "tests/support/eventually.h"
#include "tests/support/http_connection.h"
#include "tests/support/screen_memory.h"
#include "tests/support/virtual_screen.h"

namespace navbat::benchmarks {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kCalls = 40;
constexpr int kWidth = 1920;
constexpr int kHeight = 1080;
constexpr int kSampleEvery = 8;            // pixels
constexpr milliseconds kStill{300};        // nothing moves on the stage any more
constexpr milliseconds kStageTurn{4'200};  // a call keeps the stage so long against the next one
constexpr seconds kSettle{5};              // first pictures are over by then
constexpr std::chrono::microseconds kLook{200};

double milliseconds_between(Clock::time_point from, Clock::time_point to) {
  return std::max(0.0, std::chrono::duration<double, std::milli>(to - from).count());
}

// The shipped configuration with another name of the device; its paths made absolute.
fs::path configuration(const fs::path& folder, const std::string& name, bool motion) {
  std::ifstream in(testing::tree_file("config/board.toml"));
  std::ostringstream text;
  text << in.rdbuf();
  std::string config = text.str();
  const auto replace = [&config](const std::string& from, const std::string& to) {
    for (std::size_t at = config.find(from); at != std::string::npos;
         at = config.find(from, at + to.size())) {
      config.replace(at, from.size(), to);
    }
  };
  replace("\"board-1\"", "\"" + name + "\"");
  if (!motion) replace("reduced_motion = false", "reduced_motion = true");
  replace("\"../assets", "\"" + testing::tree_file("assets").string());
  const fs::path file = folder / (name + ".toml");
  std::ofstream(file) << config;
  return file;
}

// A real board, in a window on the virtual screen or headless.
class Board {
 public:
  Board(const fs::path& folder, std::uint16_t port, const std::string& name, bool headless)
      : process_(arguments(folder, port, name, headless), folder / (name + ".out"),
                 folder / (name + ".err")) {}

  void wait_until_live() const {
    if (!testing::eventually(
            [this] { return process_.err().find("stream: live") != std::string::npos; },
            seconds{120})) {
      throw std::runtime_error("a board hears nothing: " + process_.err());
    }
  }
  [[nodiscard]] pid_t pid() const { return process_.pid(); }

 private:
  static std::vector<std::string> arguments(const fs::path& folder, std::uint16_t port,
                                            const std::string& name, bool headless) {
    std::vector<std::string> all;
    if (headless) all = {"/usr/bin/nice", "-n", "19"};
    all.insert(all.end(), {testing::program("navbat-board").string(), "--config",
                           configuration(folder, name, !headless).string(), "--server",
                           "http://127.0.0.1:" + std::to_string(port), "--data",
                           (folder / name).string(), "--mute"});
    if (headless) all.emplace_back("--headless");
    return all;
  }

  testing::ChildProcess process_;
};

// The stage's pixels on the display.
class StagePixels {
 public:
  explicit StagePixels(const fs::path& folder) : memory_(folder) {}

  // The stage lies in the left half below the header, in whatever layout of a wide board.
  [[nodiscard]] std::uint64_t look() const {
    return memory_.hash(memory_.width() / 20, memory_.height() * 3 / 20, memory_.width() / 2,
                        memory_.height() * 9 / 20, kSampleEvery);
  }

  // When they first differ from `before`. Throws when they do not.
  [[nodiscard]] Clock::time_point when_changed(std::uint64_t before) const {
    const auto end = Clock::now() + seconds{30};
    while (look() == before) {
      if (Clock::now() > end) throw std::runtime_error("the stage does not show the call");
      std::this_thread::sleep_for(kLook);
    }
    return Clock::now();
  }

  // Returns when nothing moves; how many different pictures were seen until then.
  int wait_until_still() const {
    int pictures = 0;
    std::uint64_t last = look();
    for (auto since = Clock::now(); Clock::now() - since < kStill;) {
      std::this_thread::sleep_for(milliseconds{1});
      if (const std::uint64_t now = look(); now != last) {
        last = now;
        since = Clock::now();
        ++pictures;
      }
    }
    return pictures;
  }

 private:
  testing::ScreenMemory memory_;
};

// When the event of the call of `label` was there.
Clock::time_point when_heard(testing::HttpConnection& stream, const std::string& label) {
  std::string heard;
  while (heard.find("\"type\":\"ticket_called\"") == std::string::npos ||
         heard.find(label) == std::string::npos) {
    heard += stream.receive_some();
  }
  return Clock::now();
}

struct Measured {
  std::vector<double> to_pixels;  // ms
  std::vector<double> to_stream;  // ms
  double moving_s = 0;
  double moving_cpu_s = 0;
  int pictures = 0;
};

Measured measure(const fs::path& folder, std::uint16_t port, const Board& board) {
  const StagePixels stage(folder);
  BranchAtWork branch(port);
  testing::HttpConnection stream{port};
  stream.send_raw(testing::format_request("GET", "/api/v1/branches/demo/events", "demo-board"));
  Measured measured;
  for (int i = 0; i < kCalls; ++i) {
    stage.wait_until_still();
    const std::uint64_t before = stage.look();
    // The pixels are watched before the call is made: they may come before its answer is read.
    auto changed =
        std::async(std::launch::async, [&stage, before] { return stage.when_changed(before); });
    const BranchAtWork::Called call = branch.call(1);
    const auto heard = when_heard(stream, call.label);
    measured.to_pixels.push_back(milliseconds_between(call.answered, changed.get()));
    measured.to_stream.push_back(milliseconds_between(call.answered, heard));
    const auto moving_since = Clock::now();
    const double cpu = cpu_seconds(board.pid());
    measured.pictures += stage.wait_until_still();
    measured.moving_cpu_s += cpu_seconds(board.pid()) - cpu;
    measured.moving_s += milliseconds_between(moving_since, Clock::now()) / 1000 -
                         static_cast<double>(kStill.count()) / 1000;
    branch.end_as_no_show(1);
    std::this_thread::sleep_until(call.answered + kStageTurn);
  }
  return measured;
}

void report_all(Measured measured, int boards) {
  const std::string what =
      "board pixels: call answered → pixels changed, " + std::to_string(boards) + " boards, ";
  const std::pair<const char*, double> shares[] = {{"P50", 0.5}, {"P99", 0.99}, {"worst", 1}};
  for (const auto& [name, share] : shares) {
    const double pixels = percentile(measured.to_pixels, share);
    const double bare = percentile(measured.to_stream, share);
    report(what + name, figure(pixels, 1, "ms"), figure(bare, 2, "ms") + " event at a bare stream",
           bare > 0.005 ? figure(pixels / bare, 0, "×") : "—", share == 0.99 ? "≤ 100 ms" : "—");
  }
  report("board pixels: a frame of a call in motion, 1920×1080 on llvmpipe, " +
             std::to_string(boards) + " boards",
         figure(measured.moving_cpu_s / measured.pictures * 1000, 1, "ms of processor"),
         figure(measured.pictures / measured.moving_s, 0, "frames a second"), "—", "—");
}

void run(int boards) {
  const Folder folder("");
  const BenchmarkServer server(folder.path());
  const testing::VirtualScreen screen(folder.path(), kWidth, kHeight, true);
  const Board shown(folder.path(), server.port(), "board-shown", false);
  std::vector<std::unique_ptr<Board>> others;
  for (int i = 1; i < boards; ++i) {
    others.push_back(
        std::make_unique<Board>(folder.path(), server.port(), "board-" + std::to_string(i), true));
  }
  shown.wait_until_live();
  for (const auto& board : others) board->wait_until_live();
  std::this_thread::sleep_for(kSettle);
  report_all(measure(folder.path(), server.port(), shown), boards);
}

}  // namespace
}  // namespace navbat::benchmarks

int main(int argc, char** argv) {
  const int boards = argc > 1 ? std::atoi(argv[1]) : 10;
  if (argc > 2 || boards < 1) {
    std::fprintf(stderr, "expected: navbat-bench-board-pixels [BOARDS]\n");
    return 2;
  }
  navbat::benchmarks::run(boards);
}
