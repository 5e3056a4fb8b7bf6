// What the kiosk's screen costs: first frame, idle processor time and memory of the real program
// beside a real server on a virtual screen, with each renderer; and building one frame without
// drawing it.

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "tests/benchmarks/process_usage.h"
#include "tests/benchmarks/report.h"
#include "tests/kiosk/kiosk_stage.h"
#include "tests/support/eventually.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/virtual_screen.h"

namespace navbat::benchmarks {
namespace {

namespace fs = std::filesystem;

constexpr int kStarts = 5;
constexpr std::chrono::seconds kIdle{60};

// The shipped configuration with another renderer; its paths made absolute, because the copy lies
// elsewhere.
fs::path configuration(const fs::path& folder, bool software) {
  std::ifstream in(testing::tree_file("config/kiosk.toml"));
  std::ostringstream text;
  text << in.rdbuf();
  std::string config = text.str();
  const auto replace = [&config](const std::string& from, const std::string& to) {
    for (std::size_t at = config.find(from); at != std::string::npos;
         at = config.find(from, at + to.size())) {
      config.replace(at, from.size(), to);
    }
  };
  replace("software = false", software ? "software = true" : "software = false");
  replace("\"../assets", "\"" + testing::tree_file("assets").string());
  const fs::path file = folder / (software ? "software.toml" : "gpu.toml");
  std::ofstream(file) << config;
  return file;
}

// Milliseconds from main() to the first frame on the screen, from the program's own log.
double first_frame_ms(const std::string& log) {
  const std::size_t end = log.find(" ms first frame");
  const std::size_t start = log.rfind('+', end);
  return std::stod(log.substr(start + 1, end - start - 1));
}

void measure(const fs::path& folder, const testing::ServerProcess& server, bool software) {
  const std::string renderer = software ? "software renderer" : "OpenGL (llvmpipe here)";
  std::vector<double> starts;
  for (int i = 0; i < kStarts; ++i) {
    const fs::path data = folder / ((software ? "s" : "g") + std::to_string(i));
    const fs::path picture = data.string() + ".png";
    testing::ChildProcess kiosk({testing::program("navbat-kiosk").string(), "--config",
                                 configuration(folder, software).string(), "--server", server.url(),
                                 "--data", data.string(), "--screenshot", picture.string()},
                                data.string() + ".out", data.string() + ".err");
    if (!testing::eventually([&] { return kiosk.out().find("saved") != std::string::npos; })) {
      std::fprintf(stderr, "%s\n", kiosk.err().c_str());
      return;
    }
    starts.push_back(first_frame_ms(kiosk.out()));
    if (i + 1 < kStarts) continue;
    const double before = cpu_seconds(kiosk.pid());
    std::this_thread::sleep_for(kIdle);
    const double used =
        (cpu_seconds(kiosk.pid()) - before) / static_cast<double>(kIdle.count()) * 100;
    report("kiosk: idle processor, " + renderer, figure(used, 2, "% of a core"), "—", "—",
           "≤ 0.5 %");
    report("kiosk: memory, " + renderer, figure(resident_mib(kiosk.pid()), 0, "MiB"), "—", "—",
           "≤ 120 MiB");
  }
  report("kiosk: first frame, " + renderer + ", median of 5",
         figure(benchmarks::percentile(starts, 0.5), 0, "ms"), "—", "—", "≤ 500 ms");
}

void measure_frame() {
  kiosk::KioskStage stage;
  std::vector<double> costs;
  for (int i = 0; i < 200; ++i) {
    const auto start = std::chrono::steady_clock::now();
    stage.shell->capture(*stage.scene);
    costs.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
            .count());
  }
  report("kiosk: building one home frame, drawing apart, median",
         figure(benchmarks::percentile(costs, 0.5), 2, "ms"), "16.7 ms (60 a second)",
         figure(benchmarks::percentile(costs, 0.5) / 16.7, 3, ""), "—");
}

void measure_all() {
  const testing::TempDir folder;
  measure_frame();
  const testing::VirtualScreen screen(folder.path(), 1080, 1920);
  const testing::ServerProcess server(
      {.folder = folder.path(), .config = testing::tree_file("config/demo.toml"), .more = {}});
  measure(folder.path(), server, true);
  measure(folder.path(), server, false);
}

}  // namespace
}  // namespace navbat::benchmarks

int main() { navbat::benchmarks::measure_all(); }
