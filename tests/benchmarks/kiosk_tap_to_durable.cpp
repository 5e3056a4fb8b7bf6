// From the touch to a ticket that survives a power cut, printing apart, while the server is away:
// DeviceClient::issue() beside a bare SQLite commit of the same rows, taken in turns in the same
// run. Prints; judges nothing.

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "server_sync/client/device_client.h"
#include "server_sync/protocol/branch_info.h"
#include "system/random_source.h"
#include "system/steady_clock.h"
#include "tests/benchmarks/bare_sqlite_commit.h"
#include "tests/benchmarks/report.h"
#include "tests/support/temp_dir.h"

namespace navbat::benchmarks {
namespace {

using Steady = std::chrono::steady_clock;

std::string branch_json() {
  protocol::BranchInfo info;
  info.id = domain::BranchId{"demo"};
  info.bank = "Meridian Bank";
  info.time_zone = "Asia/Tashkent";
  info.services = {{.id = domain::ServiceId{"cash"},
                    .letter = 'A',
                    .icon = "cash",
                    .color = "#0FB5A2",
                    .target_wait = domain::Seconds{600},
                    .name = {},
                    .hint = {}}};
  return encode(info);
}

// A server that tells what the branch is and then is gone.
class GoneServer : public client::HttpTransport {
 public:
  tl::expected<client::HttpResponse, client::TransportError> send(
      const client::HttpRequest& request, std::chrono::milliseconds,
      const std::stop_token&) override {
    if (request.method == client::HttpMethod::kGet) {
      return client::HttpResponse{.status = 200, .headers = {}, .body = branch_json()};
    }
    if (!greeted_) {
      greeted_ = true;
      return client::HttpResponse{
          .status = 200,
          .headers = {},
          .body = R"({"acked_seq":0,"set_aside":[],"server_time":"2026-11-22T09:00:00.000Z"})"};
    }
    return gone();
  }
  tl::expected<client::HttpResponse, client::TransportError> stream(
      const client::HttpRequest&, std::chrono::milliseconds, client::StreamReceiver&,
      const std::stop_token&) override {
    return gone();
  }

 private:
  static tl::unexpected<client::TransportError> gone() {
    return tl::unexpected(
        client::TransportError{client::TransportFault::kUnreachable, "nobody there"});
  }
  bool greeted_ = false;  // the uploader's thread only: a customer comes after it
};

class Kiosk {
 public:
  explicit Kiosk(const std::string& directory) {
    auto opened =
        client::DeviceClient::open({.branch = domain::BranchId{"demo"},
                                    .node = domain::NodeId{"kiosk-1"},
                                    .kiosk_letter = 'X',
                                    .data_dir = directory},
                                   std::make_unique<GoneServer>(), clock_, system::fill_random,
                                   {.news = {},
                                    .changed =
                                        [this] {
                                          { const std::lock_guard lock(mutex_); }
                                          changed_.notify_all();
                                        },
                                    .log = {}});
    if (!opened) throw std::runtime_error(opened.error());
    client_ = std::move(*opened);
    client_->start();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return client_->branch() != nullptr; });
  }

  // Milliseconds of each of `count` tickets.
  void issue(int count, std::vector<double>& taken) {
    client::IssueRequest request;
    request.service = domain::ServiceId{"cash"};
    request.language = domain::LanguageTag{"uz"};
    for (int i = 0; i < count; ++i) {
      const Steady::time_point begin = Steady::now();
      const auto ticket = client_->issue(request);
      const Steady::time_point end = Steady::now();
      if (!ticket) throw std::runtime_error(ticket.error().detail);
      if (ticket->offline) {
        taken.push_back(std::chrono::duration<double, std::milli>(end - begin).count());
      }
    }
  }

 private:
  system::SteadyClock clock_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::unique_ptr<client::DeviceClient> client_;
};

void run(int tickets) {
  constexpr int kTurns = 10;
  const testing::TempDir folder;
  Kiosk kiosk(folder.file("kiosk"));
  std::vector<double> taken;
  double bare_p50 = 0;
  double bare_p99 = 0;
  for (int turn = 0; turn < kTurns; ++turn) {
    const testing::TempDir bare_folder;
    const CommitRate bare = bare_device_commits(bare_folder.path(), tickets / kTurns);
    bare_p50 += bare.p50_ms / kTurns;
    bare_p99 += bare.p99_ms / kTurns;
    kiosk.issue(tickets / kTurns, taken);
  }
  const double p50 = percentile(taken, 0.5);
  const double p99 = percentile(taken, 0.99);
  report("kiosk, server away: tap to durable ticket, p50", figure(p50, 2, "ms"),
         figure(bare_p50, 2, "ms") + " bare SQLite commit", figure(p50 / bare_p50, 2, "×"),
         "≤ 3 ×");
  report("kiosk, server away: tap to durable ticket, p99", figure(p99, 2, "ms"),
         figure(bare_p99, 2, "ms") + " bare SQLite commit", figure(p99 / bare_p99, 2, "×"),
         "≤ 20 ms");
}

}  // namespace
}  // namespace navbat::benchmarks

int main(int argc, char** argv) {
  const int tickets = argc > 1 ? std::atoi(argv[1]) : 2000;
  if (tickets < 10) {
    std::fprintf(stderr, "usage: kiosk_tap_to_durable [TICKETS], at least 10\n");
    return 2;
  }
  navbat::benchmarks::run(tickets);
  return 0;
}
