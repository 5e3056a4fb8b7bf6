// What visits cost over a day and longer: a frame while the ticket slides out, and the memory of
// screens, paper and device client after 10,000 tickets. The client is the real one beside a real
// server; screens are driven by real SDL events.

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "kiosk/app/branch_link.h"
#include "system/steady_clock.h"
#include "tests/benchmarks/process_usage.h"
#include "tests/benchmarks/report.h"
#include "tests/kiosk/kiosk_stage.h"
#include "tests/support/eventually.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/virtual_screen.h"

namespace navbat::benchmarks {
namespace {

using namespace std::chrono_literals;

constexpr int kWarmUp = 1'000;  // fonts, paper, SQLite's cache and the allocator find their size
constexpr int kTickets = 10'000;
constexpr int kVisits = 10;  // of the frames in motion

double ms_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

// Every frame of the ticket's way out of its slot, drawn and shown.
void measure_motion() {
  const testing::TempDir folder;
  const testing::VirtualScreen screen(folder.path(), 1080, 1920);
  kiosk::KioskStage stage({.headless = false});
  std::vector<double> costs;
  for (int visit = 0; visit < kVisits; ++visit) {
    stage.robot->tap("home/service/cards");
    for (int frame = 0; frame < 60; ++frame) {
      stage.now += 16ms;
      const int before = stage.scene->frames_drawn();
      const auto start = std::chrono::steady_clock::now();
      stage.shell->step(*stage.scene);
      if (stage.scene->frames_drawn() > before) costs.push_back(ms_since(start));
    }
    stage.robot->advance(1s);
    stage.robot->tap("ticket/done");
    stage.robot->advance(1s);
  }
  report("kiosk: a frame in motion, 1080×1920 on llvmpipe, median",
         figure(percentile(costs, 0.5), 1, "ms"), "16.7 ms (60 a second)",
         figure(percentile(costs, 0.5) / 16.7, 1, ""), "—");
  report("kiosk: a frame in motion, p99", figure(percentile(costs, 0.99), 1, "ms"),
         "16.7 ms (60 a second)", figure(percentile(costs, 0.99) / 16.7, 1, ""), "—");
}

class Visitors {
 public:
  explicit Visitors(const testing::TempDir& folder)
      : server_({.folder = folder.path(),
                 .config = testing::tree_file("config/demo.toml"),
                 .more = {}}) {
    auto link = kiosk::BranchLink::open({.server_url = server_.url(),
                                         .token = "demo-kiosk",
                                         .branch = "demo",
                                         .device = "kiosk-b",
                                         .letter = 'X',
                                         .data = folder.file("kiosk"),
                                         .ca_file = {},
                                         .hub_url = {},
                                         .hub_token = {},
                                         .neighbours = {},
                                         .log = [](const std::string&) {}},
                                        clock_);
    if (!link) throw std::runtime_error(link.error());
    link_ = std::move(*link);
    link_->start();
    if (!testing::eventually([&] { return link_->queue().has_value(); })) {
      throw std::runtime_error("the kiosk's client never heard of its branch");
    }
  }

  // One customer on the screens, one ticket of the client, printed.
  void come() {
    stage_.robot->tap("home/service/cards");
    stage_.robot->tap("ticket/done");
    stage_.desk.asked.clear();
    stage_.desk.given.clear();
    stage_.desk.on_paper.clear();
    stage_.desk.told.clear();
    stage_.printer.printed.clear();
    stage_.log.clear();
    const auto ticket = link_->take({.service = domain::ServiceId("cards"),
                                     .language = "uz",
                                     .priority = {},
                                     .phone = {},
                                     .booking = {}});
    if (!ticket) throw std::runtime_error(ticket.error().detail);
    static_cast<void>(link_->set_paper(ticket->id, domain::PrintState::kSending));
    static_cast<void>(link_->set_paper(ticket->id, domain::PrintState::kPrinted));
    static_cast<void>(link_->queue());
  }

 private:
  system::SteadyClock clock_;
  testing::ServerProcess server_;
  std::unique_ptr<kiosk::BranchLink> link_;
  kiosk::KioskStage stage_;
};

void measure_memory() {
  const testing::TempDir folder;
  Visitors visitors(folder);
  for (int i = 0; i < kWarmUp; ++i) visitors.come();
  const double before = resident_mib(::getpid());
  for (int i = kWarmUp; i < kTickets; ++i) visitors.come();
  const double after = resident_mib(::getpid());
  report("kiosk: memory after 10,000 tickets", figure(after, 1, "MiB"),
         figure(before, 1, "MiB after 1,000"), figure(after / before, 3, ""), "flat");
}

}  // namespace
}  // namespace navbat::benchmarks

// With "memory" or "motion" only that.
int main(int argc, char** argv) {
  const std::string only = argc > 1 ? argv[1] : "";
  if (only != "memory") navbat::benchmarks::measure_motion();
  if (only != "motion") navbat::benchmarks::measure_memory();
}
