// What the board costs beside a real server: start until it follows the branch, call acknowledged
// to the call on the screen beside the same event's way to a bare stream, idle processor time and
// memory; in a window and headless.

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "tests/benchmarks/branch_at_work.h"
#include "tests/benchmarks/process_usage.h"
#include "tests/benchmarks/report.h"
#include "tests/support/eventually.h"
#include "tests/support/http_connection.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/virtual_screen.h"

namespace navbat::benchmarks {
namespace {

using Time = std::chrono::steady_clock;

constexpr int kCalls = 30;
constexpr std::chrono::seconds kIdle{30};
constexpr std::chrono::seconds kSettle{
    6};  // First pictures and a call's own motion are over by then.

double milliseconds_since(Time::time_point start) {
  return std::chrono::duration<double, std::milli>(Time::now() - start).count();
}

// Milliseconds from the answer to the last call to its event at a bare stream.
double to_stream(const BranchAtWork::Called& call, testing::HttpConnection& stream) {
  std::string heard;
  while (heard.find("\"type\":\"ticket_called\"") == std::string::npos ||
         heard.find(call.label) == std::string::npos) {
    heard += stream.receive_some();
  }
  return milliseconds_since(call.answered);
}

// Milliseconds from the answer to the last call until the board says that it is on the screen.
double to_screen(const BranchAtWork::Called& call, const testing::ChildProcess& board) {
  const std::string line = "label=" + call.label + " counter=1";
  if (!testing::eventually([&] { return board.out().find(line) != std::string::npos; })) {
    throw std::runtime_error("the board does not show " + line + ": " + board.out() + board.err());
  }
  return milliseconds_since(call.answered);
}

void measure_calls(BranchAtWork& branch, const testing::ChildProcess& board, std::uint16_t port,
                   const std::string& look) {
  testing::HttpConnection stream{port};
  stream.send_raw(testing::format_request("GET", "/api/v1/branches/demo/events", "demo-board"));
  std::vector<double> streams;
  std::vector<double> screens;
  for (int i = 0; i < kCalls; ++i) {
    const BranchAtWork::Called call = branch.call(1);
    streams.push_back(to_stream(call, stream));
    screens.push_back(to_screen(call, board));
    branch.end_as_no_show(1);
  }
  for (const double p : {0.5, 0.99}) {
    const double screen = percentile(screens, p);
    const double bare = percentile(streams, p);
    report("board: call answered → on the screen, " + look + (p < 0.9 ? ", P50" : ", P99"),
           figure(screen, 1, "ms"), figure(bare, 1, "ms") + " event at a bare stream",
           bare > 0.05 ? figure(screen / bare, 1, "×") : "—", p < 0.9 ? "—" : "≤ 100 ms");
  }
}

void measure(const std::filesystem::path& folder, const testing::ServerProcess& server,
             BranchAtWork& branch, bool headless) {
  const std::string look = headless ? "headless" : "window (llvmpipe here)";
  const std::filesystem::path data = folder / (headless ? "headless" : "window");
  std::vector<std::string> arguments{testing::program("navbat-board").string(),
                                     "--config",
                                     testing::tree_file("config/board.toml").string(),
                                     "--server",
                                     server.url(),
                                     "--data",
                                     data.string(),
                                     "--mute",
                                     "--report-shown"};
  if (headless) arguments.emplace_back("--headless");
  const auto started = Time::now();
  const testing::ChildProcess board(arguments, data.string() + ".out", data.string() + ".err");
  if (!testing::eventually([&] { return board.err().find("stream: live") != std::string::npos; })) {
    throw std::runtime_error("the board hears nothing: " + board.err());
  }
  report("board: start → following the branch live, " + look,
         figure(milliseconds_since(started), 0, "ms"), "—", "—", "—");
  std::this_thread::sleep_for(kSettle);
  const double before = cpu_seconds(board.pid());
  std::this_thread::sleep_for(kIdle);
  const double used =
      (cpu_seconds(board.pid()) - before) / static_cast<double>(kIdle.count()) * 100;
  report("board: idle processor, " + look, figure(used, 2, "% of a core"), "—", "—", "≤ 1 %");
  // What is called before the board listens is history, not news; by now it listens.
  measure_calls(branch, board, server.port(), look);
  report("board: memory, " + look, figure(resident_mib(board.pid()), 0, "MiB"), "—", "—", "—");
}

void measure_all() {
  const testing::TempDir folder;
  const testing::VirtualScreen screen(folder.path(), 1920, 1080);
  const testing::ServerProcess server(
      {.folder = folder.path(), .config = testing::tree_file("config/demo.toml"), .more = {}});
  BranchAtWork branch{server.port()};
  measure(folder.path(), server, branch, false);
  measure(folder.path(), server, branch, true);
}

}  // namespace
}  // namespace navbat::benchmarks

int main() { navbat::benchmarks::measure_all(); }
